import { StorageError } from "../storage-error";
import { knownPrefix } from "./namespaces";

/*
 * Reading XML. What a reader passes is checked to be well-formed with its namespaces, because a part that is only copied would
 * otherwise carry its fault into the new file; this program's own parts are walked over for that before they are handed out.
 */

/** Namespaces by the prefixes that are declared for an element; "" is the default one. */
export type Scope = ReadonlyMap<string, string>;

const NO_SCOPE: Scope = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);

const S = "[ \\t\\r\\n]";
/** A name as far as characters beyond ASCII go into it; which of them may is looked at where there are any. */
const WORD = "[A-Za-z_\\x80-\\uffff][\\w.\\-\\x80-\\uffff]*";
const QUALIFIED = `(?:${WORD}:)?${WORD}`;
const VALUE = "(?:\"([^<\"]*)\"|'([^<']*)')";
/** Attributes of one tag; the format itself never has a tenth of it. */
const MOST_ATTRIBUTES = 256;
const ATTRIBUTE = new RegExp(`${S}+(${QUALIFIED})${S}*=${S}*${VALUE}`, "g");
const TAG = new RegExp(
  `<(?:/(${QUALIFIED})|(${QUALIFIED})((?:${S}+${QUALIFIED}${S}*=${S}*(?:"[^<"]*"|'[^<']*')){0,${MOST_ATTRIBUTES}}))${S}*(/?)>`,
  "y",
);
const INSTRUCTION = new RegExp(`<\\?(${WORD})(?=${S}|\\?>)`, "y");
const DECLARATION =
  /<\?xml\s+version\s*=\s*(["'])1\.[0-9]\1(\s+encoding\s*=\s*(["'])[A-Za-z][A-Za-z0-9._-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>/y;

/** A qualified name (XML 1.0 §2.3, Namespaces in XML §4). */
const NAME = (() => {
  const start =
    "A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}-\\u{200d}" +
    "\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}";
  const name = `[${start}][${start}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}]*`;
  return new RegExp(`^${name}(:${name})?$`, "u");
})();

/** What XML 1.0 cannot hold. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
/**
 * What may be wrong between or inside tags and is looked at piece by piece where there is any: the end of a CDATA section,
 * and references but for the usual ones (names, and the numbers of most characters of the basic plane).
 */
const ODD =
  /\]\]>|&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13|3[2-9]|[4-9]\d|[1-9]\d{2,3}|[1-4]\d{4})|#x(?:9|[aAdD]|[2-9a-fA-F][\da-fA-F]|[1-9a-fA-F][\da-fA-F]{2}|[1-9a-cA-C][\da-fA-F]{3}));)/;

/** Elements within each other; the format itself never has a tenth of it. */
const MAX_DEPTH = 200;

interface OpenElement {
  readonly written: string;
  readonly name: string;
  readonly scope: Scope;
}

/** Walks over the tags of a part. After `step()` or `next()` its fields describe the tag it stopped at. */
export class XmlReader {
  /** What is read next. */
  at: number;
  /** Where the current tag begins ("<") and the first character after it. */
  start = 0;
  end = 0;
  closing = false;
  /** Written as `<name/>`. */
  selfClosing = false;
  /** The element's name with the prefix that this code knows its namespace by (see `XmlElement`). */
  name = "";
  /** The prefix as it is written, with its colon; "" for none. */
  prefix = "";
  attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES;
  scope = NO_SCOPE;
  /** Elements entered so far. */
  elements = 0;

  private readonly open: OpenElement[] = [];
  /** Of these, what is around alternatives, which is as if it were not there. */
  private wrappers = 0;
  private readonly odd: boolean;
  /** Text means what is written everywhere. */
  private readonly literal: boolean;

  /** @throws StorageError damaged where the text has characters that XML cannot hold */
  constructor(readonly text: string) {
    if (FORBIDDEN.test(text)) throw damaged("character that XML cannot hold");
    this.odd = ODD.test(text);
    this.literal = !text.includes("&") && !text.includes("\r");
    this.at = text.startsWith("\ufeff") ? 1 : 0;
  }

  /** Elements that are open, the one just entered included. */
  get depth(): number {
    return this.open.length - this.wrappers;
  }

  /**
   * Moves to the next tag of the format's own elements; false at the end. Elements of other namespaces are passed with all
   * they contain; of alternatives for programs that know more (`mc:AlternateContent`) only what is left to the others is
   * entered.
   * @throws StorageError damaged where the part is not well-formed
   */
  next(): boolean {
    while (this.step()) {
      if (!/[:{]/.test(this.name)) return true;
      const wraps = this.name.startsWith("mc:") && this.name !== "mc:Choice";
      if (this.closing) this.wrappers -= 1;
      else if (!wraps) this.pass();
      else if (!this.selfClosing) this.wrappers += 1;
    }
    return false;
  }

  /** Moves past the closing tag of the element whose opening tag is the current one. */
  pass(): void {
    if (this.closing || this.selfClosing) return;
    const outside = this.open.length - 1;
    while (this.open.length > outside && this.step());
  }

  /** Walks over the rest of the part. @throws StorageError damaged where it is not well-formed */
  finish(): void {
    while (this.step());
    if (this.elements === 0 || this.open.length > 0) throw damaged("part is cut off");
  }

  /**
   * Reads whole elements, with the space before them, where they are written as a sticky pattern has them: for what a part has
   * a million of, and nearly always written the same way. Null, without having moved, where they are not, or where the part
   * has to be looked at more closely.
   */
  take(pattern: RegExp): RegExpExecArray | null {
    if (this.odd || this.selfClosing) return null;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Reads text up to the next tag: references and CDATA sections resolved, comments left out. */
  readText(): string {
    const { text } = this;
    let result = "";
    for (;;) {
      const tag = text.indexOf("<", this.at);
      if (tag < 0) throw damaged("text is cut off");
      const written = text.slice(this.at, tag);
      if (this.odd) refuseSectionEnd(written);
      result += this.meant(written);
      this.at = tag;
      if (!this.passDeclaration()) return result;
      if (text.startsWith("<![", tag)) result += lineEnds(text.slice(tag + 9, this.at - 3));
    }
  }

  /** What text of the part between tags means. Equal texts are mostly the same string. */
  meant(written: string): string {
    const known = meanings.get(written);
    if (known !== undefined) return known;
    if (meanings.size >= MOST_MEANINGS) meanings.clear();
    // A piece of a part would keep all of the part in memory.
    const own = ` ${written}`.slice(1);
    const meaning = this.literal ? own : resolved(lineEnds(own));
    meanings.set(own, meaning);
    return meaning;
  }

  /** Moves to the next tag of whatever namespace; false at the end. */
  step(): boolean {
    if (this.selfClosing) this.leave();
    do {
      const tag = this.findTag();
      this.at = tag < 0 ? this.text.length : tag;
      if (tag < 0) return false;
    } while (this.passDeclaration());
    TAG.lastIndex = this.at;
    const found = TAG.exec(this.text);
    if (!found || (found[1] !== undefined && found[4] === "/")) throw damaged("tag is not well-formed");
    this.start = this.at;
    this.at = this.end = TAG.lastIndex;
    if (found[1] === undefined) this.enter(found[2]!, found[3]!, found[4] === "/");
    else this.close(found[1]);
    return true;
  }

  /** Where the next tag is; -1 for none. Checks the text before it. */
  private findTag(): number {
    const { text, at } = this;
    const tag = text.indexOf("<", at);
    if (this.open.length > 0 && !this.odd) return tag;
    const between = text.slice(at, tag < 0 ? undefined : tag);
    if (this.open.length === 0 && /[^ \t\r\n]/.test(between)) throw damaged("text outside of the root element");
    refuseSectionEnd(between);
    resolved(between);
    return tag;
  }

  private enter(written: string, attributes: string, selfClosing: boolean): void {
    if (this.open.length === 0 && this.elements > 0) throw damaged("second root element");
    if (this.open.length >= MAX_DEPTH) throw damaged("elements nested too deeply");
    this.elements += 1;
    this.closing = false;
    this.selfClosing = selfClosing;
    this.attributes = attributes === "" ? NO_ATTRIBUTES : this.readAttributes(attributes);
    this.prefix = written.slice(0, written.indexOf(":") + 1);
    this.name = this.understood(written, this.prefix);
    this.open.push({ written, name: this.name, scope: this.scope });
  }

  private close(written: string): void {
    const element = this.open[this.open.length - 1];
    if (element?.written !== written) throw damaged("closing tag of another element");
    this.closing = true;
    this.attributes = NO_ATTRIBUTES;
    this.name = element.name;
    this.leave();
  }

  private leave(): void {
    this.selfClosing = false;
    this.open.pop();
    this.scope = this.open[this.open.length - 1]?.scope ?? NO_SCOPE;
  }

  /** Attributes by what their names mean; declarations of namespaces are none. */
  private readAttributes(written: string): ReadonlyMap<string, string> {
    if (written.includes("xmlns")) this.declare(written);
    const attributes = new Map<string, string>();
    ATTRIBUTE.lastIndex = 0;
    for (let found = ATTRIBUTE.exec(written); found; found = ATTRIBUTE.exec(written)) {
      const name = found[1]!;
      if (name === "xmlns" || name.startsWith("xmlns:")) continue;
      const key = this.understood(name, name.slice(0, name.indexOf(":") + 1), "");
      if (attributes.has(key)) throw damaged(`attribute ${name} twice`);
      attributes.set(key, attributeValue(found));
    }
    return attributes;
  }

  /** Takes over what the attributes of a tag declare. */
  private declare(written: string): void {
    const declared = [...written.matchAll(ATTRIBUTE)].filter(([, name]) => /^xmlns(:|$)/.test(name!));
    const own = new Map(declared.map((found) => [found[1]!.slice(6), attributeValue(found)]));
    if (own.size < declared.length) throw damaged("namespace declared twice");
    for (const [prefix, uri] of own) if (uri === "" && prefix !== "") throw damaged("prefix without a namespace");
    this.scope = new Map([...this.scope, ...own]);
  }

  /**
   * A name with the prefix that this code knows its namespace by.
   * @param unprefixed namespace of names without a prefix; what is in none is taken for the format's own
   */
  private understood(written: string, prefix: string, unprefixed = this.scope.get("") ?? ""): string {
    checkName(written);
    const uri = prefix === "" ? unprefixed : this.scope.get(prefix.slice(0, -1));
    if (uri === undefined) throw damaged(`prefix ${prefix} is not declared`);
    return uri === "" ? written : knownPrefix(uri) + written.slice(prefix.length);
  }

  /** Passes a comment, CDATA section or processing instruction; false where none of them is next. */
  private passDeclaration(): boolean {
    const { text, at } = this;
    const second = text[at + 1];
    if (second !== "!" && second !== "?") return false;
    if (text.startsWith("<!--", at)) {
      this.at = behind(text, "--", at + 4) + 1;
      if (text[this.at - 1] !== ">") throw damaged("comment with two hyphens");
    } else if (this.open.length > 0 && text.startsWith("<![CDATA[", at)) this.at = behind(text, "]]>", at);
    // Workbooks have no document type, which is how entities are made to explode.
    else if (second === "!") throw damaged("document type declaration");
    else {
      INSTRUCTION.lastIndex = DECLARATION.lastIndex = at;
      const name = INSTRUCTION.exec(text)?.[1];
      if (name === undefined) throw damaged("instruction without a name");
      checkName(name);
      const first = at === 0 || (at === 1 && text.startsWith("\ufeff"));
      if (name.toLowerCase() === "xml" && !(first && DECLARATION.test(text))) throw damaged("XML declaration");
      this.at = behind(text, "?>", at);
    }
    return true;
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Looks at a name as far as characters beyond ASCII go into it. */
function checkName(name: string): void {
  if (/[^\x00-\x7f]/.test(name) && !NAME.test(name)) throw damaged("not a name");
}

function refuseSectionEnd(text: string): void {
  if (text.includes("]]>")) throw damaged("end of a CDATA section that did not begin");
}

/** The place behind the next mark. */
function behind(text: string, mark: string, from: number): number {
  const place = text.indexOf(mark, from);
  if (place < 0) throw damaged("part is cut off");
  return place + mark.length;
}

/** The value of a written attribute; written line breaks and tabs are blanks there (XML 1.0 §3.3.3). */
function attributeValue([, , double, single]: RegExpMatchArray): string {
  const value = double ?? single!;
  return resolved(/[\t\r\n]/.test(value) ? value.replace(/\r\n|[\t\r\n]/g, " ") : value);
}

function damaged(message: string): StorageError {
  return new StorageError("damaged", message);
}

/** Text with references resolved. @throws StorageError damaged where one stands for nothing */
function resolved(text: string): string {
  return text.includes("&") ? text.replace(/&[^;]*;?/g, character) : text;
}

/** What references stand for: those with names, and those met so far. */
const characters = new Map(Object.entries({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" }));

function character(reference: string): string {
  const known = characters.get(reference);
  if (known !== undefined) return known;
  const [, hex, decimal] = /^&#(?:x([\da-fA-F]+)|(\d+));$/.exec(reference) ?? [];
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  const text = isCharacter ? String.fromCodePoint(code) : "";
  if (text === "" || FORBIDDEN.test(text)) throw damaged("reference to nothing");
  if (characters.size < 0x10000) characters.set(` ${reference}`.slice(1), text);
  return text;
}

function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** What was read before, by what was written: statuses and fields repeat from row to row. */
const meanings = new Map<string, string>();
const MOST_MEANINGS = 4096;

/** Forgets what was read before, so that it does not outlive its workbook. */
export function forgetTexts(): void {
  meanings.clear();
}
