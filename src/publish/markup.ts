/* What markup cannot hold: control characters, lone surrogates and the two non-characters of XML 1.0. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text that any markup can hold; a document loses nothing that could be seen. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, "");
}

/** A text as content or as a quoted attribute of XML and HTML. */
export function escaped(text: string): string {
  return writable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
