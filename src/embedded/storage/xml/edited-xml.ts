import { content, grafted, parseXml } from "./xml";
import type { XmlElement } from "./xml";
import { withAttributes } from "./write-xml";

/** One change of a text: what is between `start` and `end` becomes `text`; `rank` orders what is inserted at one place. */
interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rank?: number;
}

/**
 * A part that is changed by cutting and inserting text, and stays otherwise as its producer wrote it. Children of the root that
 * are added are XML of this program's own and are made to mean the same where they come to stand (`grafted`).
 */
export class EditedXml {
  readonly root: XmlElement;
  private readonly edits: TextEdit[] = [];
  private readonly attributes = new Map<XmlElement, Record<string, string | number | null>>();
  /** What is put into elements that were written as `<name/>`. */
  private readonly opened = new Map<XmlElement, string>();

  /**
   * @param order names of the root's children in the order in which the format demands them; others do not count, and
   *   alternates stand where what they hold stands
   * @throws StorageError damaged where the text is not well-formed
   */
  constructor(
    readonly text: string,
    private readonly order: readonly string[] = [],
  ) {
    this.root = parseXml(text);
  }

  /** XML of an element as it was before any change. */
  xmlOf({ start, end }: XmlElement): string {
    return this.text.slice(start, end);
  }

  /** Sets an attribute without a prefix, or removes it where `value` is null. */
  set(element: XmlElement, name: string, value: string | number | null): void {
    if ((element.attributes.get(name) ?? null) === value) return;
    this.attributes.set(element, { ...this.attributes.get(element), [name]: value });
  }

  /** Takes an element out, or puts XML that fits there in its place. */
  remove({ start, end }: XmlElement, text = ""): void {
    this.edits.push({ start, end, text });
  }

  /** Adds XML that fits there already at the end of an element's content. */
  append(element: XmlElement, text: string): void {
    const { innerEnd } = element;
    if (element.selfClosing) this.opened.set(element, (this.opened.get(element) ?? "") + text);
    else if (text !== "") this.edits.push({ start: innerEnd, end: innerEnd, text });
  }

  /** Replaces all of an element's content by XML that fits there already. */
  fill(element: XmlElement, text: string): void {
    const { innerStart, innerEnd } = element;
    if (element.selfClosing) this.opened.set(element, text);
    else if (text !== this.text.slice(innerStart, innerEnd))
      this.edits.push({ start: innerStart, end: innerEnd, text });
  }

  /** Adds a child of the root at the place that the format demands. */
  insert(name: string, xml: string): void {
    if (xml === "") return;
    const start = this.placeFor(name);
    this.edits.push({ start, end: start, text: grafted(xml, this.root), rank: this.order.indexOf(name) });
  }

  /** Replaces the root's children of a name by `xml` (none where it is ""). */
  replace(name: string, xml: string): void {
    const [first, ...others] = content(this.root).filter((each) => each.name === name);
    for (const each of others) this.remove(each);
    if (first) this.remove(first, grafted(xml, this.root));
    else this.insert(name, xml);
  }

  /** The text with all changes. */
  result(): string {
    const edits = [...this.edits];
    for (const element of new Set([...this.attributes.keys(), ...this.opened.keys()])) {
      const { start, innerStart } = element;
      const tag = withAttributes(this.text.slice(start, innerStart), this.attributes.get(element) ?? {});
      const inside = this.opened.get(element) ?? "";
      const name = /^<([^\s/>]+)/.exec(tag)![1]!;
      const text = inside === "" ? tag : `${tag.replace(/\s*\/>$/, ">")}${inside}</${name}>`;
      edits.push({ start, end: innerStart, text });
    }
    edits.sort((one, other) => one.start - other.start || one.end - other.end || (one.rank ?? 0) - (other.rank ?? 0));
    let at = 0;
    let result = "";
    for (const { start, end, text } of edits) {
      result += this.text.slice(at, start) + text;
      at = end;
    }
    return result + this.text.slice(at);
  }

  /** Where a child of the root belongs. */
  protected placeFor(name: string): number {
    const rank = this.order.indexOf(name);
    return this.root.children.find((each) => this.rankOf(each) > rank)?.start ?? this.root.innerEnd;
  }

  private rankOf(element: XmlElement): number {
    if (element.name !== "mc:AlternateContent") return this.order.indexOf(element.name);
    return Math.max(-1, ...element.children.flatMap((branch) => branch.children.map((each) => this.rankOf(each))));
  }
}
