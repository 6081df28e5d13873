import { posix } from "node:path";
import { parsePart, RELATIONS, type RowTaker, type XmlTree } from "./xml-tree";

/** A relationship of a part, or of the package itself (owner ""). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, where that is one of the standard's. */
  readonly kind: string;
  readonly external: boolean;
  /** Name of the part it leads to; "" where it leads outside or nowhere. */
  readonly target: string;
}

/** Tells a fault of a part. */
export type Say = (part: string, fault: string) => void;

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const TYPES_PART = "[Content_Types].xml";

const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Content types that belong to a kind of relationship. */
const TYPE_OF_KIND: Readonly<Record<string, string>> = {
  worksheet: `${SHEET_ML}.worksheet+xml`,
  chartsheet: `${SHEET_ML}.chartsheet+xml`,
  styles: `${SHEET_ML}.styles+xml`,
  sharedStrings: `${SHEET_ML}.sharedStrings+xml`,
  calcChain: `${SHEET_ML}.calcChain+xml`,
  table: `${SHEET_ML}.table+xml`,
  comments: `${SHEET_ML}.comments+xml`,
  theme: "application/vnd.openxmlformats-officedocument.theme+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  vmlDrawing: "application/vnd.openxmlformats-officedocument.vmlDrawing",
};
/** Kinds of which a part has one at most. */
const SINGLE = new Set([
  "officeDocument",
  "styles",
  "sharedStrings",
  "theme",
  "calcChain",
  "drawing",
  "core-properties",
]);

/** A file does not open whose ending and main type differ: .xlsm has macros, all else has none. */
function mainTypeOf(fileName: string): string {
  return /\.xlsm$/i.test(fileName)
    ? "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    : `${SHEET_ML}.sheet.main+xml`;
}

/** A package by the Open Packaging Conventions (ECMA-376 part 2), with the faults found while it was read. */
export class PackageModel {
  private readonly byLowerName = new Map<string, string>();
  private readonly types = new Map<string, string>();
  private readonly relations = new Map<string, readonly Relationship[]>();
  private readonly trees = new Map<string, XmlTree | null>();

  constructor(
    private readonly entries: ReadonlyMap<string, Uint8Array>,
    readonly say: Say,
    private readonly fileName = "",
  ) {
    for (const name of entries.keys()) this.takeName(name);
    this.readContentTypes();
    for (const name of this.names()) if (isRelationships(name)) this.readRelationships(name);
    this.checkReach();
  }

  /** Names of all parts. */
  names(): string[] {
    return [...this.entries.keys()].filter((name) => !name.endsWith("/"));
  }

  contentType(part: string): string {
    return this.types.get(part) ?? "";
  }

  relationships(owner: string): readonly Relationship[] {
    return this.relations.get(owner) ?? [];
  }

  /** The part that a kind of relationship leads to. */
  related(owner: string, kind: string): string | undefined {
    return this.relationships(owner).find((each) => each.kind === kind && each.target !== "")?.target;
  }

  /** A part as a tree; null where it is not well-formed, which is said once. */
  tree(part: string): XmlTree | null {
    const known = this.trees.get(part);
    if (known !== undefined) return known;
    return this.parse(part);
  }

  /** Parses a part, its rows one by one. */
  parse(part: string, takeRow?: RowTaker): XmlTree | null {
    const bytes = this.entries.get(part);
    const tree =
      bytes === undefined
        ? null
        : parsePart(
            bytes,
            (fault) => {
              this.say(part, fault);
            },
            takeRow,
          );
    this.trees.set(part, tree);
    if (tree === null || isRelationships(part)) return tree;
    const ids = new Map(this.relationships(part).map((each) => [each.id, each]));
    for (const { element, id } of tree.references) {
      if (!ids.has(id)) this.say(part, `<${element.local}> refers to relationship ${id}, which is not there`);
    }
    return tree;
  }

  private takeName(name: string): void {
    const lower = name.toLowerCase();
    const other = this.byLowerName.get(lower);
    if (other !== undefined) this.say(name, `is there as ${other} too`);
    else this.byLowerName.set(lower, name);
    if (/\\|\/\/|^\/|(^|\/)\.+(\/|$)/.test(name)) this.say(name, "has a name that no part may have");
  }

  private readContentTypes(): void {
    const types = this.entries.has(TYPES_PART) ? this.tree(TYPES_PART) : null;
    if (types === null) {
      this.say(TYPES_PART, "is not there");
      return;
    }
    const defaults = new Map<string, string>();
    const overrides = new Map<string, string>();
    for (const each of types.root.children) {
      if (each.uri !== CONTENT_TYPES) continue;
      const isDefault = each.local === "Default";
      const key = each.attributes.get(isDefault ? "Extension" : "PartName")?.toLowerCase() ?? "";
      const map = isDefault ? defaults : overrides;
      if (map.has(key)) this.say(TYPES_PART, `tells the type of ${key} twice`);
      map.set(key, each.attributes.get("ContentType") ?? "");
      if (isDefault) continue;
      const part = this.byLowerName.get(key.slice(1));
      if (part === undefined) this.say(TYPES_PART, `tells the type of ${key}, which is not there`);
      else if (`/${part}` !== each.attributes.get("PartName"))
        this.say(TYPES_PART, `writes ${part} with other letter case`);
    }
    for (const name of this.names()) {
      if (name === TYPES_PART) continue;
      const lower = name.toLowerCase();
      const type = overrides.get(`/${lower}`) ?? defaults.get(lower.slice(lower.lastIndexOf(".") + 1));
      if (type === undefined) this.say(name, "has no content type");
      else this.types.set(name, type);
    }
  }

  private readRelationships(part: string): void {
    const owner = part.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, "$1$2");
    if (owner !== "" && !this.entries.has(owner)) this.say(part, "belongs to a part that is not there");
    const list: Relationship[] = [];
    for (const each of this.tree(part)?.root.children ?? []) {
      if (each.uri !== RELATIONSHIPS || each.local !== "Relationship") continue;
      const id = each.attributes.get("Id") ?? "";
      const type = each.attributes.get("Type") ?? "";
      const kind = /\/(?:relationships|metadata)\/([^/]+)$/.exec(type)?.[1] ?? type;
      if (list.some((other) => other.id === id)) this.say(part, `has the relationship ${id} twice`);
      if (SINGLE.has(kind) && list.some((other) => other.kind === kind))
        this.say(part, `has two relationships to ${kind}`);
      const external = each.attributes.get("TargetMode") === "External";
      const target = external ? "" : this.resolve(owner, each.attributes.get("Target") ?? "", part, id);
      list.push({ id, kind, external, target });
      const wanted = kind === "officeDocument" ? mainTypeOf(this.fileName) : TYPE_OF_KIND[kind];
      const found = this.contentType(target);
      if (target !== "" && wanted !== undefined && found !== "" && found.toLowerCase() !== wanted.toLowerCase())
        this.say(target, `is a ${kind}, but its content type is ${found}`);
    }
    this.relations.set(owner, list);
  }

  private resolve(owner: string, target: string, part: string, id: string): string {
    const path = decodeURIComponent(target.replace(/#.*$/, ""));
    const name = path.startsWith("/") ? path.slice(1) : posix.normalize(posix.join(posix.dirname(owner), path));
    const found = this.byLowerName.get(name.toLowerCase());
    if (found === undefined) this.say(part, `${id} leads to ${name}, which is not there`);
    else if (found !== name) this.say(part, `${id} writes ${found} with other letter case`);
    return found ?? "";
  }

  private checkReach(): void {
    if (this.related("", "officeDocument") === undefined) this.say("_rels/.rels", "leads to no workbook");
    const reached = new Set<string>();
    const go = (owner: string): void => {
      for (const { target } of this.relationships(owner)) {
        if (target === "" || reached.has(target)) continue;
        reached.add(target);
        go(target);
      }
    };
    go("");
    for (const name of this.names()) {
      if (name !== TYPES_PART && !isRelationships(name) && !reached.has(name))
        this.say(name, "is reached by no relationship");
    }
  }
}

/** Whether a part is read as XML. */
export function isXml(part: string, type: string): boolean {
  return /[+/]xml$/i.test(type) || /\.(xml|rels|vml)$/i.test(part);
}

function isRelationships(part: string): boolean {
  return /(^|\/)_rels\/[^/]*\.rels$/i.test(part);
}

/** The id that an element names in the relationships' namespace. */
export const ID = `{${RELATIONS}}id`;
