import type { Host } from "../editing/host";
import { ExcelError, apiNotFound, invalidArgument, itemNotFound } from "../editing/excel-error";
import { classTable } from "../objects/index";
import {
  Arguments,
  ObjectArgument,
  callMethod,
  isGone,
  setProperty,
  sheetOf,
  type ClassTable,
  type Instance,
  type Member,
  type MethodMember,
  type NavigationMember,
} from "../objects/member";
import { moveRanges } from "../objects/targets";
import {
  ActionType,
  PathType,
  minorOf,
  wireName,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type QueryInfo,
  type RequestBody,
  type ResponseBody,
} from "./protocol";

/** One batch while it is executed. */
export class Batch {
  private readonly objects = new Map<number, Instance>();
  /** Paths whose objects are to be answered with a reference id from now on, by path id. */
  private readonly kept = new Map<number, string>();
  /** Paths that no Instantiate action names come to life as soon as a later action runs. */
  private readonly implicit: number[];
  private nextImplicit = 0;
  private location = "";

  constructor(
    private readonly host: Host,
    private readonly minor: number,
    private readonly references: Map<string, Instance>,
    private readonly body: RequestBody,
    private readonly newReference: () => string,
  ) {
    const explicit = new Set(
      body.Actions.filter((action) => action.ActionType === ActionType.Instantiate).map(
        (action) => action.ObjectPathId,
      ),
    );
    this.implicit = Object.values(body.ObjectPaths)
      .map((path) => path.Id)
      .filter((id) => !explicit.has(id))
      .sort((a, b) => a - b);
  }

  run(): ResponseBody {
    const results: ResponseBody["Results"] = [];
    this.host.onMoved = (sheet, shifted) => {
      const held = [...this.objects.values(), ...this.references.values()];
      moveRanges(
        held.map(({ target }) => target),
        sheet,
        shifted,
      );
    };
    // -1 while no action is to blame.
    let index = -1;
    try {
      for (const action of this.body.Actions) {
        this.location = "";
        index++;
        this.bringToLife(action.Id);
        const value = this.perform(action);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      }
      this.bringToLife(Infinity);
      return { Results: results };
    } catch (error) {
      // Anything but an ExcelError is a mistake of this Excel; a client sees it as Excel's own internal error.
      const { code, message } = error instanceof ExcelError ? error : internalError(error);
      return { Results: results, Error: { Code: code, Message: message, ActionIndex: index, Location: this.location } };
    } finally {
      this.remember();
    }
  }

  private remember(): void {
    const prefix = this.body.Remember;
    if (prefix === undefined) return;
    for (const [id, object] of this.objects) this.references.set(`${prefix}/${id}`, object);
  }

  /** Follows the paths made before an action that wait for no Instantiate action of their own. */
  private bringToLife(actionId: number): void {
    for (; this.nextImplicit < this.implicit.length; this.nextImplicit++) {
      const id = this.implicit[this.nextImplicit]!;
      if (id > actionId) return;
      this.object(id);
    }
  }

  /** Performs an action; the result is for the client, undefined when it needs none. */
  private perform(action: Action): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.identify(action.ObjectPathId, object);
      case ActionType.Query:
        this.host.calculate();
        return object.target === null ? null : this.query(object, action.QueryInfo ?? {});
      case ActionType.SetProperty:
        this.setProperty(object, action.Name!, this.arguments(action.ArgumentInfo)[0]);
        return undefined;
      case ActionType.Method:
        return this.invoke(object, action);
      default:
        throw apiNotFound(`action ${action.ActionType}`);
    }
  }

  private identify(pathId: number, object: Instance): unknown {
    if (object.target === null) return null;
    const reference = this.kept.get(pathId);
    if (reference !== undefined) return { _ReferenceId: reference };
    const { identity } = object.table;
    if (identity) return { [identity.as]: identity.read(object.target, this.host) };
    // A client has to be told that what might have been a null object is none.
    return /OrNullObject$/.test(this.body.ObjectPaths[pathId]?.Name ?? "") ? {} : undefined;
  }

  private invoke(object: Instance, action: Action): unknown {
    const name = action.Name!;
    if (name === "_KeepReference") {
      if (object.target === null) return undefined;
      const reference = this.kept.get(action.ObjectPathId) ?? this.newReference();
      this.kept.set(action.ObjectPathId, reference);
      this.references.set(reference, object);
      return undefined;
    }
    const args = this.arguments(action.ArgumentInfo);
    if (name === "_RemoveReference") {
      this.references.delete(String(args[0]));
      return undefined;
    }
    // Registering for events is answered; this Excel raises none.
    if (/^_(?:Unr|R)egister\w*Event|^_(?:Unr|R)egisterEvent/.test(name)) return undefined;
    if (object.table === NOTHING) return NULL_RESULT;
    const member = this.member(object.table, name, "method") as MethodMember<object>;
    if (object.target === null) return NULL_RESULT;
    const { target } = object;
    return this.use(target, () => callMethod(member, target, new Arguments(args), this.host));
  }

  private setProperty(object: Instance, name: string, value: unknown): void {
    if (object.table === NOTHING) return;
    const member = this.member(object.table, name, "property");
    if (member.kind !== "property" || !member.write) throw invalidArgument(`${this.location} is read-only`);
    const { target } = object;
    if (target === null) return;
    this.use(
      target,
      () => {
        setProperty(member, target, value, this.host);
      },
      "=",
    );
  }

  /** The object of a path, made when it is first asked for. */
  private object(id: number): Instance {
    let object = this.objects.get(id);
    if (!object) {
      const path = this.body.ObjectPaths[id];
      if (!path) throw new ExcelError("InvalidReference");
      object = this.follow(path);
      this.objects.set(id, object);
    }
    const sheet = sheetOf(object.target);
    if ((sheet && this.host.isDeleted(sheet)) || isGone(object.target)) throw itemNotFound();
    return object;
  }

  private follow(path: ObjectPath): Instance {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return { table: classTable("Workbook"), target: this.host.workbook };
      case PathType.Null:
        return NOTHING_AT_ALL;
      case PathType.Reference: {
        const object = this.references.get(path.Name);
        if (!object) throw itemNotFound();
        return object;
      }
      case PathType.Property:
        return this.followProperty(this.object(path.ParentObjectPathId!), path.Name);
      case PathType.Indexer:
        return this.followIndexer(this.object(path.ParentObjectPathId!), path);
      case PathType.Method:
        return this.followMethod(this.object(path.ParentObjectPathId!), path);
      default:
        throw apiNotFound(path.Name);
    }
  }

  private followProperty(parent: Instance, name: string): Instance {
    if (parent.table === NOTHING) return NOTHING_AT_ALL;
    const member = this.member(parent.table, name, "navigation") as NavigationMember<object>;
    if (parent.target === null) return { table: classTable(member.result), target: null };
    const { target } = parent;
    return {
      table: classTable(member.result),
      target: this.use(target, () => member.follow(target, this.host)) as object | null,
    };
  }

  private followIndexer(parent: Instance, path: ObjectPath): Instance {
    const { collection } = parent.table;
    if (parent.target === null)
      return collection ? { table: classTable(collection.item), target: null } : NOTHING_AT_ALL;
    this.location = `${parent.table.name}.getItem`;
    if (!collection?.find) throw apiNotFound(this.location);
    const [key] = this.arguments(path.ArgumentInfo);
    const target = collection.find(parent.target, key, this.host);
    if (!target) throw itemNotFound();
    return { table: classTable(collection.item), target };
  }

  private followMethod(parent: Instance, path: ObjectPath): Instance {
    if (parent.table === NOTHING) return NOTHING_AT_ALL;
    const member = this.member(parent.table, path.Name, "method") as MethodMember<object>;
    if (member.result === undefined) throw apiNotFound(this.location);
    if (parent.target === null) return { table: classTable(member.result), target: null };
    const { target } = parent;
    const args = new Arguments(this.arguments(path.ArgumentInfo));
    const result = this.use(target, () => callMethod(member, target, args, this.host));
    return { table: classTable(member.result), target: result as object | null };
  }

  private arguments(info: ArgumentInfo | undefined): unknown[] {
    const args = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds;
    return args.map((argument, index) => {
      const id = ids?.[index];
      if (typeof id === "number" && id !== 0) return new ObjectArgument(this.object(id));
      return isPlain(argument) ? this.withObjects(argument) : argument;
    });
  }

  /** Objects of the API within a plain object come as { _ObjectPathId }. */
  private withObjects(value: Readonly<Record<string, unknown>>): unknown {
    const id = value["_ObjectPathId"];
    if (typeof id === "number") return new ObjectArgument(this.object(id));
    const entries = Object.entries(value);
    if (!entries.some(([, item]) => isPlain(item))) return value;
    return Object.fromEntries(entries.map(([key, item]) => [key, isPlain(item) ? this.withObjects(item) : item]));
  }

  /** Uses the member that `location` names. */
  private use(target: object, act: () => unknown, how: "" | "=" = ""): unknown {
    return this.host.around(this.location + how, target, act);
  }

  /** A member by its name on the wire or in a load, or ApiNotFound. */
  private member(table: ClassTable<object>, asked: string, kind: Member<object>["kind"]): Member<object> {
    const name = memberName(table, asked);
    this.location = `${table.name}.${name}`;
    const member = own(table.members, name) ?? own(table.internal, asked);
    if (member?.kind !== kind || minorOf(member.api) > this.minor) throw apiNotFound(this.location);
    return member;
  }

  private query(object: Instance, info: QueryInfo): unknown {
    const wanted = selection([...(info.Select ?? []), ...(info.Expand ?? [])]);
    if (object.table.collection) return this.loadCollection(object, wanted, info.Skip ?? 0, info.Top);
    return this.load(object, wanted);
  }

  private loadCollection(object: Instance, wanted: Selection, skip: number, top: number | undefined): unknown {
    const { table } = object;
    const result: Record<string, unknown> = {};
    const ofItems: Selection = new Map();
    for (const [name, inner] of wanted) {
      if (own(table.members, memberName(table, name))?.kind === "property") {
        this.loadMember(object, name, inner, result);
      } else if (name.toLowerCase() === "items") {
        for (const [innerName, rest] of inner.size > 0 ? inner : selection(["*"])) ofItems.set(innerName, rest);
      } else {
        ofItems.set(name, inner);
      }
    }
    // Asked only for something of the collection itself, its items stay unread.
    if (Object.keys(result).length > 0 && ofItems.size === 0) return result;
    const collection = table.collection!;
    const itemTable = classTable(collection.item);
    const end = top === undefined ? undefined : skip + top;
    result["_Items"] = collection
      .list(object.target!, this.host)
      .slice(skip, end)
      .map((target) => this.load({ table: itemTable, target }, ofItems, true));
    return result;
  }

  private load(object: Instance, wanted: Selection, identified = false): unknown {
    const { identity } = object.table;
    const result: Record<string, unknown> =
      identified && identity ? { [identity.as]: identity.read(object.target!, this.host) } : {};
    if (wanted.size === 0) this.loadAll(object, result);
    for (const [name, inner] of wanted) {
      if (name === "*") this.loadAll(object, result);
      else this.loadMember(object, name, inner, result);
    }
    return result;
  }

  private loadAll(object: Instance, result: Record<string, unknown>): void {
    for (const [name, member] of Object.entries(object.table.members)) {
      if (member.kind !== "property" || minorOf(member.api) > this.minor) continue;
      result[wireName(name)] = member.read(object.target!, this.host);
    }
  }

  private loadMember(object: Instance, asked: string, inner: Selection, result: Record<string, unknown>): void {
    const { table } = object;
    const name = memberName(table, asked);
    // The client knows that by itself as soon as anything is answered.
    if (name === "isNullObject") return;
    this.location = `${table.name}.${name}`;
    const member = own(table.members, name);
    if (!member || member.kind === "method" || member.kind === "event" || minorOf(member.api) > this.minor) {
      throw apiNotFound(this.location);
    }
    if (member.kind === "property") {
      result[wireName(name)] = this.use(object.target!, () => member.read(object.target!, this.host));
      return;
    }
    const target = member.follow(object.target!, this.host);
    const child = { table: classTable(member.result), target };
    if (target === null) result[wireName(name)] = null;
    else if (child.table.collection) result[wireName(name)] = this.loadCollection(child, inner, 0, undefined);
    else result[wireName(name)] = this.load(child, inner, true);
  }
}

/*
 * What is asked of a null object is not done and answers that there is nothing; only what no object of its class has is an
 * error. Microsoft's samples delete a sheet that may not be there in that way, and its client takes `_IsNull` for a result.
 */
const NULL_RESULT = { _IsNull: true } as const;

/** A client that has learned that an object is null no longer says of which class it would be. */
const NOTHING: ClassTable<object> = { name: "", members: {} };
const NOTHING_AT_ALL: Instance = { table: NOTHING, target: null };

/** Names asked for, each with the names below it. */
type Selection = Map<string, Selection>;

/** "name", "items/name" and "format/fill/color" as a tree. */
function selection(paths: readonly string[]): Selection {
  const root: Selection = new Map();
  for (const path of paths) {
    let level = root;
    for (const name of path.split(/[/.]/)) {
      if (name === "") continue;
      let inner = level.get(name);
      if (!inner) level.set(name, (inner = new Map<string, Selection>()));
      level = inner;
    }
  }
  return root;
}

function internalError(error: unknown): { code: string; message: string } {
  return { code: "GeneralException", message: error instanceof Error ? error.message : String(error) };
}

/** The member meant by its name on the wire or in a load. */
function memberName(table: ClassTable<object>, asked: string): string {
  return table.aliases?.[asked] ?? asked.charAt(0).toLowerCase() + asked.slice(1);
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
