import {
  parseRelationships,
  partText,
  readRelationships,
  relationshipsPart,
  relationshipType,
  relativeTarget,
} from "./package-parts";
import type { Relationship } from "./package-parts";
import { StorageError } from "../storage-error";
import { appendInside, applyEdits, escapeAttribute, isStrict, parseXml, setAttribute, toStrict } from "../xml/xml";
import type { TextEdit, XmlElement } from "../xml/xml";
import { TagReader } from "../xml/tags";
import { PackageEntries, packPart, writeZip } from "./zip";
import type { ZipEntries, ZipEntry } from "./zip";
import { CONTENT_TYPES, PACKAGE_RELATIONSHIPS, XML_HEAD } from "../xml/namespaces";

/*
 * A package under change: parts of the opened file that stay as they are, parts that are replaced or added, and the
 * bookkeeping around them (content types, relationships). Nothing is packed that did not change.
 */

const TYPES_PART = "[Content_Types].xml";

const TYPES = {
  worksheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  table: "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  styles: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
} as const;

/** Kinds of part this program adds. */
export type PartKind = keyof typeof TYPES;

const FOLDERS: Readonly<Record<PartKind, string>> = {
  worksheet: "xl/worksheets/sheet",
  table: "xl/tables/table",
  drawing: "xl/drawings/drawing",
  chart: "xl/charts/chart",
  styles: "xl/styles",
};

/** What `PackageEditor.relate` needs to know of a new relationship. */
export interface NewRelationship {
  readonly kind: string;
  /** Part name, or the address of an external target. */
  readonly target: string;
  readonly external?: boolean;
}

/** Collects changes to a package and writes it. */
export class PackageEditor {
  private readonly changed = new PackageEntries();
  private readonly types = new Map<string, PartKind>();
  private readonly added = new Map<string, { id: string; relationship: NewRelationship }[]>();
  private readonly removedRelationships = new Map<string, Set<string>>();
  private readonly taken: Set<string>;
  private readonly reachableBefore: ReadonlySet<string>;
  private readonly retyped = new Map<string, string>();
  private readonly strict: boolean;

  /** @param main root element of the package's main part, which says what variant of the format it is of */
  constructor(
    private readonly base: ZipEntries,
    main: XmlElement,
  ) {
    this.taken = new Set([...base.keys()].map((name) => name.toLowerCase()));
    this.reachableBefore = reachable((part) => readRelationships(base, part));
    this.strict = isStrict(main);
  }

  /** A free name for a new part, which the package then knows the content type of. */
  newPart(kind: PartKind): string {
    for (let number = 1; ; number++) {
      // Some readers look for the style sheet under the one name that all programs give it.
      const numbered = kind === "styles" && number === 1 ? "" : String(number);
      const name = this.spelt(`${FOLDERS[kind]}${numbered}.xml`);
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      this.types.set(name, kind);
      return name;
    }
  }

  /** A name with its first folder in the letters of the file: some readers take folders of other letters for others. */
  private spelt(name: string): string {
    const folder = name.slice(0, name.indexOf("/") + 1);
    const own = [...this.base.keys()].find((each) => each.toLowerCase().startsWith(folder));
    return own === undefined ? name : own.slice(0, folder.length) + name.slice(folder.length);
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

  /** Gives a part of the file another content type. */
  retype(name: string, contentType: string): void {
    this.retyped.set(name, contentType);
  }

  /** Sets a part that is packed already, and was checked by `checkText` as far as it is not the file's own bytes. */
  set(entry: ZipEntry): void {
    this.changed.set(entry.name, entry);
  }

  /** Adds a relationship from a part; answers its id. */
  relate(part: string, relationship: NewRelationship): string {
    const added = this.added.get(part) ?? [];
    this.added.set(part, added);
    const taken = new Set(readRelationships(this.base, part).map((each) => each.id));
    for (const each of added) taken.add(each.id);
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number += 1;
    added.push({ id: `rId${number}`, relationship });
    return `rId${number}`;
  }

  /** Removes a relationship of a part; parts that nothing refers to any more go with it. */
  unrelate(part: string, id: string): void {
    const ids = this.removedRelationships.get(part) ?? new Set();
    this.removedRelationships.set(part, ids.add(id));
  }

  /**
   * The package as a file.
   * @throws StorageError unsound where a relationship that was added leads nowhere or a part has no content type
   */
  write(): Uint8Array {
    const relationships = new Map<string, Relationship[]>();
    for (const part of new Set([...this.added.keys(), ...this.removedRelationships.keys()])) {
      const text = this.relationshipsText(part);
      relationships.set(part.toLowerCase(), parseRelationships(text, part, this.base));
      this.setText(relationshipsPart(part), text);
    }
    const reached = reachable((part) => relationships.get(part.toLowerCase()) ?? readRelationships(this.base, part));
    const dropped = new Set([...this.reachableBefore].filter((part) => !reached.has(part)));
    for (const part of [...dropped]) dropped.add(relationshipsPart(part).toLowerCase());
    this.writeContentTypes(dropped);
    const entries: ZipEntry[] = [];
    for (const [name, entry] of this.base) {
      if (dropped.has(name.toLowerCase())) continue;
      const changed = this.changed.get(name);
      entries.push(changed ? { ...changed, name } : entry);
    }
    for (const entry of this.changed.values()) if (!this.base.has(entry.name)) entries.push(entry);
    this.checkWhole(entries, relationships);
    return writeZip(entries);
  }

  /** The cheap half of looking at the whole: what was added is there, and every new part is known for what it is. */
  private checkWhole(entries: readonly ZipEntry[], relationships: ReadonlyMap<string, readonly Relationship[]>): void {
    const names = new Set(entries.map((each) => each.name.toLowerCase()));
    if (names.size < entries.length) throw new StorageError("unsound", "two parts of one name");
    for (const [part, list] of relationships) {
      const ids = new Set(list.map((each) => each.id));
      if (ids.size < list.length) throw new StorageError("unsound", `${part}: two relationships of one id`);
      const added = new Set(
        [...this.added].flatMap(([name, each]) => (name.toLowerCase() === part ? each.map(({ id }) => id) : [])),
      );
      for (const { id, target, external } of list) {
        if (added.has(id) && !external && !names.has(target.toLowerCase()))
          throw new StorageError("unsound", `${part}: ${target} is not there`);
      }
    }
    for (const name of this.types.keys()) {
      if (!this.changed.has(name)) throw new StorageError("unsound", `${name} was never written`);
    }
  }

  private relationshipsText(part: string): string {
    const text = partText(this.base, relationshipsPart(part)) ?? EMPTY_RELATIONSHIPS;
    const root = parseXml(text);
    const removed = this.removedRelationships.get(part) ?? new Set();
    const edits: TextEdit[] = root.children
      .filter((each) => removed.has(each.attributes.get("Id") ?? ""))
      .map((each) => ({ start: each.start, end: each.end, text: "" }));
    const added = (this.added.get(part) ?? []).map(({ id, relationship }) => {
      const { kind, target, external } = relationship;
      const type = this.suited(relationshipType(kind));
      const written = escapeAttribute(external === true ? target : relativeTarget(part, target));
      const mode = external === true ? ' TargetMode="External"' : "";
      return `<${root.prefix}Relationship Id="${id}" Type="${type}" Target="${written}"${mode}/>`;
    });
    if (added.length > 0) edits.push(appendInside(text, root, added.join("")));
    return applyEdits(text, edits);
  }

  /** @param dropped names of parts that go, in lower case */
  private writeContentTypes(dropped: ReadonlySet<string>): void {
    const text = partText(this.base, TYPES_PART) ?? EMPTY_TYPES;
    const root = parseXml(text);
    const named = new Set<string>();
    const edits: TextEdit[] = [];
    const retyped = new Map([...this.retyped].map(([name, type]) => [name.toLowerCase(), type]));
    for (const each of root.children) {
      const name = (each.attributes.get("PartName") ?? "").replace(/^\//, "").toLowerCase();
      const type = retyped.get(name);
      if (name === "") continue;
      if (dropped.has(name)) edits.push({ start: each.start, end: each.end, text: "" });
      else if (type === undefined) named.add(name);
      else if (type !== each.attributes.get("ContentType")) {
        const edit = setAttribute(text, each, "ContentType", type);
        if (edit) edits.push(edit);
      }
      retyped.delete(name);
    }
    const overrides = [...this.types]
      .map(([name, kind]): [string, string] => [name, TYPES[kind]])
      // A part whose type came from its extension needs one of its own now.
      .concat([...this.retyped].filter(([name]) => retyped.has(name.toLowerCase())))
      .filter(([name]) => !named.has(name.toLowerCase()))
      .map(([name, type]) => `<${root.prefix}Override PartName="/${escapeAttribute(name)}" ContentType="${type}"/>`);
    const defaults = root.children.some((each) => each.attributes.get("Extension")?.toLowerCase() === "rels")
      ? ""
      : `<${root.prefix}Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
    const added = defaults + overrides.join("");
    if (added !== "") edits.push(appendInside(text, root, added));
    if (edits.length > 0) this.setText(TYPES_PART, applyEdits(text, edits));
  }
}

/**
 * Sees to it that a part may be handed out: it is well-formed with its namespaces.
 * @returns the text as UTF-8
 * @throws StorageError unsound with the part's name
 */
export function checkText(name: string, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  try {
    new TagReader(bytes, 0, true).finish();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new StorageError("unsound", `${name}: ${error.message}`);
  }
  return bytes;
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
