import { partText, readRelationships, relationshipsOf, relationshipsPart, relativeTarget } from "./package-parts";
import type { Relationship } from "./package-parts";
import { StorageError } from "../storage-error";
import { EditedXml } from "../xml/edited-xml";
import { isStrict, parseXml, toStrict } from "../xml/xml";
import type { XmlElement } from "../xml/xml";
import { XmlReader } from "../xml/xml-reader";
import { element } from "../xml/write-xml";
import { packPart, writeZip, ZipEntries } from "./zip";
import type { ZipEntry } from "./zip";
import { CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, XML_HEAD } from "../xml/namespaces";

/*
 * A package under change: parts of the opened file that stay as they are, parts that are replaced or added, and the
 * bookkeeping around them (content types, relationships). Nothing is packed that did not change.
 */

const TYPES_PART = "[Content_Types].xml";

/** Parts this program adds: what their names begin with, and their content types in the format's family of them. */
const PARTS = {
  worksheet: ["xl/worksheets/sheet", "spreadsheetml.worksheet"],
  table: ["xl/tables/table", "spreadsheetml.table"],
  drawing: ["xl/drawings/drawing", "drawing"],
  chart: ["xl/charts/chart", "drawingml.chart"],
  styles: ["xl/styles", "spreadsheetml.styles"],
} as const;

/** Kinds of part this program adds. */
type PartKind = keyof typeof PARTS;

/** What `PackageEditor.relate` needs to know of a new relationship. */
interface NewRelationship {
  readonly kind: string;
  /** Part name, or the address of an external target. */
  readonly target: string;
  readonly external?: boolean;
}

/** The relationships of one part while they are changed. */
interface Relating {
  readonly part: string;
  readonly edited: EditedXml;
  readonly taken: Set<string>;
  readonly added: Set<string>;
}

/** Collects changes to a package and writes it. */
export class PackageEditor {
  private readonly changed = new ZipEntries();
  private readonly newParts = new Set<string>();
  /** Content types of parts that are new or whose type changes, by their names in lower case. */
  private readonly types = new Map<string, { readonly name: string; readonly type: string }>();
  private readonly relating = new Map<string, Relating>();
  private readonly reachableBefore: ReadonlySet<string>;
  private readonly strict: boolean;

  /** @param main root element of the package's main part, which says what variant of the format it is of */
  constructor(
    private readonly base: ZipEntries,
    main: XmlElement,
  ) {
    this.reachableBefore = reachable((part) => readRelationships(base, part));
    this.strict = isStrict(main);
  }

  /** A free name for a new part, which the package then knows the content type of. */
  newPart(kind: PartKind): string {
    const [begin, type] = PARTS[kind];
    for (let number = 1; ; number++) {
      // Some readers look for the style sheet under the one name that all programs give it.
      const numbered = kind === "styles" && number === 1 ? "" : String(number);
      const name = this.spelt(`${begin}${numbered}.xml`);
      if (this.base.has(name) || this.newParts.has(name)) continue;
      this.newParts.add(name);
      this.retype(name, `application/vnd.openxmlformats-officedocument.${type}+xml`);
      return name;
    }
  }

  /** A name with its first folder in the letters of the file: some readers take folders of other letters for others. */
  private spelt(name: string): string {
    const folder = name.slice(0, name.indexOf("/") + 1);
    const own = [...this.base.values()].find((each) => each.name.toLowerCase().startsWith(folder));
    return own === undefined ? name : own.name.slice(0, folder.length) + name.slice(folder.length);
  }

  /**
   * Sets a part of this program's own making; it is turned into the package's variant of the format.
   * @throws StorageError unsound where the text is not well-formed
   */
  setGenerated(name: string, text: string): void {
    this.setText(name, this.suited(text));
  }

  /** Sets a part of the file to a new text. @throws StorageError unsound where the text is not well-formed */
  setText(name: string, text: string): void {
    this.set(packPart(name, checkText(name, text)));
  }

  /** Text in the package's variant of the format. */
  suited(text: string): string {
    return this.strict ? toStrict(text) : text;
  }

  /** Gives a part another content type. */
  retype(name: string, type: string): void {
    this.types.set(name.toLowerCase(), { name, type });
  }

  /** Sets a part that is packed already, and was checked by `checkText` as far as it is not the file's own bytes. */
  set(entry: ZipEntry): void {
    this.changed.set(entry.name, entry);
  }

  /** Adds a relationship from a part; answers its id. */
  relate(part: string, { kind, target, external = false }: NewRelationship): string {
    const { edited, taken, added } = this.relatingOf(part);
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    taken.add(id);
    added.add(id);
    const attributes = {
      Id: id,
      Type: this.suited(`${RELATIONSHIPS}/${kind}`),
      Target: external ? target : relativeTarget(part, target),
      TargetMode: external ? "External" : null,
    };
    edited.append(edited.root, element(`${edited.root.prefix}Relationship`, attributes));
    return id;
  }

  /** Removes a relationship of a part; parts that nothing refers to any more go with it. */
  unrelate(part: string, id: string): void {
    const { edited } = this.relatingOf(part);
    for (const each of edited.root.children) if (each.attributes.get("Id") === id) edited.remove(each);
  }

  private relatingOf(part: string): Relating {
    const key = part.toLowerCase();
    let relating = this.relating.get(key);
    if (!relating) {
      const edited = new EditedXml(partText(this.base, relationshipsPart(part)) ?? EMPTY_RELATIONSHIPS);
      const taken = new Set(edited.root.children.map((each) => each.attributes.get("Id") ?? ""));
      relating = { part, edited, taken, added: new Set() };
      this.relating.set(key, relating);
    }
    return relating;
  }

  /**
   * The package as a file.
   * @throws StorageError unsound where a relationship that was added leads nowhere or a part has no content type
   */
  write(): Uint8Array {
    const relationships = new Map<string, Relationship[]>();
    for (const [key, { part, edited }] of this.relating) {
      const text = edited.result();
      relationships.set(key, relationshipsOf(parseXml(text), part, this.base));
      this.setText(relationshipsPart(part), text);
    }
    const reached = reachable((part) => relationships.get(part.toLowerCase()) ?? readRelationships(this.base, part));
    const dropped = new Set([...this.reachableBefore].filter((part) => !reached.has(part)));
    for (const part of [...dropped]) dropped.add(relationshipsPart(part));
    this.writeContentTypes(dropped);
    const entries = new ZipEntries([...this.base].filter(([name]) => !dropped.has(name)));
    for (const [name, entry] of this.changed) if (!dropped.has(name)) entries.set(name, entry);
    this.checkWhole(entries, relationships);
    return writeZip(entries.values());
  }

  /** The cheap half of looking at the whole: what was added is there, and every new part is known for what it is. */
  private checkWhole(entries: ZipEntries, relationships: ReadonlyMap<string, readonly Relationship[]>): void {
    for (const [part, list] of relationships) {
      const ids = new Set(list.map((each) => each.id));
      if (ids.size < list.length) throw new StorageError("unsound", `${part}: two relationships of one id`);
      for (const { id, target, external } of list) {
        if (this.relating.get(part)!.added.has(id) && !external && !entries.has(target))
          throw new StorageError("unsound", `${part}: ${target} is not there`);
      }
    }
    for (const name of this.newParts) {
      if (!this.changed.has(name)) throw new StorageError("unsound", `${name} was never written`);
    }
  }

  /** @param dropped names of parts that go, in lower case */
  private writeContentTypes(dropped: ReadonlySet<string>): void {
    const text = partText(this.base, TYPES_PART) ?? EMPTY_TYPES;
    const edited = new EditedXml(text);
    const { root } = edited;
    const missing = new Map(this.types);
    for (const each of root.children) {
      const name = (each.attributes.get("PartName") ?? "").replace(/^\//, "").toLowerCase();
      const type = missing.get(name)?.type;
      if (dropped.has(name)) edited.remove(each);
      else if (type !== undefined) edited.set(each, "ContentType", type);
      missing.delete(name);
    }
    if (!root.children.some((each) => each.attributes.get("Extension")?.toLowerCase() === "rels")) {
      const type = "application/vnd.openxmlformats-package.relationships+xml";
      edited.append(root, element(`${root.prefix}Default`, { Extension: "rels", ContentType: type }));
    }
    for (const { name, type } of missing.values()) {
      edited.append(root, element(`${root.prefix}Override`, { PartName: `/${name}`, ContentType: type }));
    }
    const result = edited.result();
    if (result !== text) this.setText(TYPES_PART, result);
  }
}

/**
 * Sees to it that a part may be handed out: it is well-formed with its namespaces.
 * @returns the text as UTF-8
 * @throws StorageError unsound with the part's name
 */
export function checkText(name: string, text: string): Uint8Array {
  try {
    new XmlReader(text).finish();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new StorageError("unsound", `${name}: ${error.message}`);
  }
  return new TextEncoder().encode(text);
}

const EMPTY_RELATIONSHIPS = `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"/>`;
const EMPTY_TYPES = `${XML_HEAD}<Types xmlns="${CONTENT_TYPES}"/>`;

/** Parts that can be reached from the package through relationships, in lower case. */
function reachable(relationshipsOf: (part: string) => readonly Relationship[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [""];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target, external } of relationshipsOf(part)) {
      if (external || reached.has(target.toLowerCase())) continue;
      reached.add(target.toLowerCase());
      waiting.push(target);
    }
  }
  return reached;
}
