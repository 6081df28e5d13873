/*
 * XML of this program's own, as text.
 */

/** Attributes by name; what is null, undefined or false is left out, true is "1". */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element with its content, which is XML already; closed in its own tag where there is none. */
export function element(name: string, attributes: Attributes = {}, content: string | readonly string[] = ""): string {
  const tag = name + attributesText(attributes);
  const inside = typeof content === "string" ? content : content.join("");
  return inside === "" ? `<${tag}/>` : `<${tag}>${inside}</${name}>`;
}

/** An element around content; "" where there is none. */
export function around(name: string, attributes: Attributes, content: string | readonly string[]): string {
  return content.length === 0 ? "" : element(name, attributes, content);
}

/** A list that says how many entries it has; "" for none. */
export function list(name: string, entries: readonly string[]): string {
  return around(name, { count: entries.length }, entries);
}

/** Attributes as they stand in a tag, each with a blank before it. */
export function attributesText(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    text += ` ${name}="${value === true ? "1" : escapeAttribute(String(value))}"`;
  }
  return text;
}

/** A tag's text with attributes (without a prefix) set where they stand, or taken out where they are null. */
export function withAttributes(tag: string, changes: Readonly<Record<string, string | number | null>>): string {
  const added = new Map(Object.entries(changes));
  const changed = tag.replace(/\s+([^\s/>=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, name: string) => {
    if (!(name in changes)) return whole;
    added.delete(name);
    return attributesText({ [name]: changes[name] });
  });
  return changed.replace(/^<[^\s/>]+/, (name) => name + attributesText(Object.fromEntries(added)));
}

/** Text for an element's content. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => (character === "&" ? "&amp;" : character === "<" ? "&lt;" : "&gt;"));
}

/** Text for a double-quoted attribute; line breaks and tabs survive attribute normalisation. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
