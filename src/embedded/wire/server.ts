import { Host } from "../editing/host";
import { HostError, apiNotFound, invalidArgument, itemNotFound } from "../editing/host-error";
import type { SheetModel, WorkbookModel } from "../model/model";
import { classTable } from "../objects/index";
import {
  Arguments,
  ObjectArgument,
  type ClassTable,
  type Instance,
  type Member,
  type MethodMember,
  type NavigationMember,
} from "../objects/member";

/** Where an object of a batch comes from (`ObjectPathType` on the wire). */
export const PathType = { Root: 1, New: 2, Method: 3, Property: 4, Indexer: 5, Reference: 6, Null: 7 } as const;

/** What an action of a batch does (`ActionType` on the wire). */
export const ActionType = { Instantiate: 1, Query: 2, Method: 3, SetProperty: 4, Trace: 5 } as const;

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Runs parallel to `Arguments`: not 0 where the argument is that object path. */
  ReferencedObjectPathIds?: (number | number[])[];
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

/** A request batch. */
export interface RequestBody {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
  /** Own client only: remember the objects of this batch, the one of path n as reference "<Remember>/n". */
  Remember?: string;
}

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface ResponseError {
  Code: string;
  Message: string;
  ActionIndex: number;
  Location: string;
}

/** The answer to a request batch. */
export interface ResponseBody {
  Results: ActionResult[];
  Error?: ResponseError;
}

/** A failure to order. It happens at one round trip, or from it on until it is cleared. */
export interface Fault {
  /** Counted from 1 over the server's life, as `counters.roundTrips` counts. */
  readonly roundTrip: number;
  readonly code: string;
  readonly message?: string;
  /** Index of the action; without it the whole batch fails before its first action or after its last. */
  readonly action?: number;
  readonly when?: "before" | "after";
  /** Whether every later round trip fails too. */
  readonly permanent?: boolean;
}

export interface ServerOptions {
  /** Highest requirement set of ExcelApi this Excel has; members above it behave as missing. */
  readonly level?: string;
  /** Largest request and response in bytes of UTF-8. */
  readonly limits?: { readonly request?: number; readonly response?: number };
  /** The day that dates typed without a year belong to. */
  readonly today?: () => Date;
}

/** What went over the wire so far. Clean-up of references is no round trip. */
export interface Counters {
  roundTrips: number;
  requestBytes: number;
  responseBytes: number;
}

/** The newest requirement set known here. */
export const LATEST_LEVEL = "1.17";

/** An Excel that executes request batches of the JavaScript API over a workbook in memory. */
export interface Server {
  readonly workbook: WorkbookModel;
  readonly level: string;
  readonly counters: Counters;
  /** While true every batch is refused, as while the user is typing in a cell. */
  cellEditing: boolean;
  /** Executes a batch given as JSON text and answers with JSON text. Never throws for what the batch asks. */
  execute(request: string): string;
  /** Orders a failure. */
  inject(fault: Fault): void;
  /** Takes back all orders of failures. */
  clearFaults(): void;
  /** Forgets the objects remembered for a client's context. */
  forget(remembered: string): void;
}

/** Makes a server over a workbook; the workbook is changed in place. */
export function createServer(workbook: WorkbookModel, options: ServerOptions = {}): Server {
  return new EmbeddedServer(workbook, options);
}

class EmbeddedServer implements Server {
  readonly level: string;
  readonly counters: Counters = { roundTrips: 0, requestBytes: 0, responseBytes: 0 };
  cellEditing = false;
  private readonly host: Host;
  private readonly minor: number;
  private faults: Fault[] = [];
  /** Objects that outlive their batch, by reference id. */
  private readonly references = new Map<string, Instance>();
  private referenceSequence = 0;

  constructor(
    readonly workbook: WorkbookModel,
    private readonly options: ServerOptions,
  ) {
    this.level = options.level ?? LATEST_LEVEL;
    this.minor = minorOf(this.level);
    this.host = new Host(workbook, options.today ?? (() => new Date()));
  }

  inject(fault: Fault): void {
    this.faults.push(fault);
  }

  clearFaults(): void {
    this.faults = [];
  }

  forget(remembered: string): void {
    for (const id of this.references.keys()) if (id.startsWith(`${remembered}/`)) this.references.delete(id);
  }

  execute(request: string): string {
    const body = JSON.parse(request) as RequestBody;
    // Microsoft's client lets go of its references in a batch of its own after each run.
    if (isCleanUp(body)) return JSON.stringify(this.run(body));
    this.counters.roundTrips++;
    const requestBytes = utf8Length(request);
    this.counters.requestBytes += requestBytes;
    const response = this.answer(body, requestBytes);
    this.counters.responseBytes += utf8Length(response);
    return response;
  }

  private answer(body: RequestBody, requestBytes: number): string {
    const { limits } = this.options;
    if (limits?.request !== undefined && requestBytes > limits.request) {
      return refusal("RequestPayloadSizeLimitExceeded");
    }
    if (this.cellEditing) return refusal("InvalidOperationInCellEditMode");
    const response = JSON.stringify(this.run(body, this.dueFaults()));
    if (limits?.response !== undefined && utf8Length(response) > limits.response) {
      return refusal("ResponsePayloadSizeLimitExceeded");
    }
    return response;
  }

  /** The failures ordered for the round trip that has just been counted. */
  private dueFaults(): Fault[] {
    const now = this.counters.roundTrips;
    const due = this.faults.filter((fault) => fault.roundTrip === now || (fault.permanent && fault.roundTrip < now));
    this.faults = this.faults.filter((fault) => fault.permanent === true || fault.roundTrip > now);
    return due;
  }

  private run(body: RequestBody, faults: readonly Fault[] = []): ResponseBody {
    const batch = new Batch(this.host, this.minor, this.references, body, () => `r${++this.referenceSequence}`);
    const response = batch.run(faults);
    this.host.calculationSuspended = false;
    this.host.calculate();
    return response;
  }
}

/** One batch while it is executed. */
class Batch {
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

  run(faults: readonly Fault[]): ResponseBody {
    const results: ActionResult[] = [];
    // -1 while no action is to blame.
    let index = -1;
    try {
      raise(faults, (fault) => fault.action === undefined && fault.when !== "after");
      for (const action of this.body.Actions) {
        this.location = "";
        index++;
        raise(faults, (fault) => fault.action === index && fault.when !== "after");
        this.bringToLife(action.Id);
        const value = this.perform(action);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
        raise(faults, (fault) => fault.action === index && fault.when === "after");
      }
      this.bringToLife(Infinity);
      index = -1;
      raise(faults, (fault) => fault.action === undefined && fault.when === "after");
      return { Results: results };
    } catch (error) {
      // Anything but a HostError is a mistake of this Excel; a client sees it as Excel's own internal error.
      const { code, message } = error instanceof HostError ? error : internalError(error);
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
    const member = this.member(object.table, name, "method") as MethodMember<object>;
    if (object.target === null) throw itemNotFound();
    return this.call(member, object.target, args);
  }

  private call(member: MethodMember<object>, target: object, args: unknown[]): unknown {
    if (member.readsValues) this.host.calculate();
    return member.call(target, new Arguments(args), this.host);
  }

  private setProperty(object: Instance, name: string, value: unknown): void {
    const member = this.member(object.table, name, "property");
    if (member.kind !== "property" || !member.write) throw invalidArgument(`${this.location} is read-only`);
    if (object.target === null) throw itemNotFound();
    member.write(object.target, value, this.host);
  }

  /** The object of a path, made when it is first asked for. */
  private object(id: number): Instance {
    let object = this.objects.get(id);
    if (!object) {
      const path = this.body.ObjectPaths[id];
      if (!path) throw new HostError("InvalidReference");
      object = this.follow(path);
      this.objects.set(id, object);
    }
    const sheet = sheetOf(object.target);
    if (sheet && this.host.isDeleted(sheet)) throw itemNotFound();
    return object;
  }

  private follow(path: ObjectPath): Instance {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return { table: classTable("Workbook"), target: this.host.workbook };
      case PathType.Null:
        return { table: classTable("Workbook"), target: null };
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
    if (parent.target === null) return nullBelow(parent, name);
    const member = this.member(parent.table, name, "navigation") as NavigationMember<object>;
    return { table: classTable(member.result), target: member.follow(parent.target, this.host) };
  }

  private followIndexer(parent: Instance, path: ObjectPath): Instance {
    if (parent.target === null) return parent;
    const { collection } = parent.table;
    this.location = `${parent.table.name}.getItem`;
    if (!collection?.find) throw apiNotFound(this.location);
    const [key] = this.arguments(path.ArgumentInfo);
    const target = collection.find(parent.target, key, this.host);
    if (!target) throw itemNotFound();
    return { table: classTable(collection.item), target };
  }

  private followMethod(parent: Instance, path: ObjectPath): Instance {
    if (parent.target === null) return nullBelow(parent, path.Name);
    const member = this.member(parent.table, path.Name, "method") as MethodMember<object>;
    if (member.result === undefined) throw apiNotFound(this.location);
    const target = this.call(member, parent.target, this.arguments(path.ArgumentInfo));
    return { table: classTable(member.result), target: target as object | null };
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

  /** A member by its name on the wire or in a load, or ApiNotFound. */
  private member(table: ClassTable<object>, wireName: string, kind: Member<object>["kind"]): Member<object> {
    const name = memberName(table, wireName);
    this.location = `${table.name}.${name}`;
    const member = own(table.members, name) ?? own(table.internal, wireName);
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
      result[pascal(name)] = member.read(object.target!, this.host);
    }
  }

  private loadMember(object: Instance, wireName: string, inner: Selection, result: Record<string, unknown>): void {
    const { table } = object;
    const name = memberName(table, wireName);
    this.location = `${table.name}.${name}`;
    const member = own(table.members, name);
    if (!member || member.kind === "method" || member.kind === "event" || minorOf(member.api) > this.minor) {
      throw apiNotFound(this.location);
    }
    if (member.kind === "property") {
      result[pascal(name)] = member.read(object.target!, this.host);
      return;
    }
    const target = member.follow(object.target!, this.host);
    const child = { table: classTable(member.result), target };
    if (target === null) result[pascal(name)] = null;
    else if (child.table.collection) result[pascal(name)] = this.loadCollection(child, inner, 0, undefined);
    else result[pascal(name)] = this.load(child, inner, true);
  }
}

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

/** What hangs on a null object is null too, an object of the class that the member answers with. */
function nullBelow(parent: Instance, wireName: string): Instance {
  const member = own(parent.table.members, memberName(parent.table, wireName));
  const result = member?.kind === "navigation" || member?.kind === "method" ? member.result : undefined;
  return result === undefined ? parent : { table: classTable(result), target: null };
}

function raise(faults: readonly Fault[], applies: (fault: Fault) => boolean): void {
  const fault = faults.find(applies);
  if (fault) throw new HostError(fault.code, fault.message);
}

function internalError(error: unknown): { code: string; message: string } {
  return { code: "GeneralException", message: error instanceof Error ? error.message : String(error) };
}

function refusal(code: string): string {
  const { message } = new HostError(code);
  const body: ResponseBody = { Results: [], Error: { Code: code, Message: message, ActionIndex: -1, Location: "" } };
  return JSON.stringify(body);
}

function isCleanUp(body: RequestBody): boolean {
  return (
    body.Actions.some((action) => action.Name === "_RemoveReference") &&
    body.Actions.every((action) => action.ActionType === ActionType.Instantiate || action.Name === "_RemoveReference")
  );
}

/** The sheet an object belongs to; every object that belongs to one says so in `sheet`. */
function sheetOf(target: object | null): SheetModel | undefined {
  return target && "sheet" in target ? (target.sheet as SheetModel) : undefined;
}

function memberName(table: ClassTable<object>, wireName: string): string {
  const alias = table.aliases?.[wireName];
  return alias ?? wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.prototype.hasOwnProperty.call(record, name) ? record[name] : undefined;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "1.14" → 14. */
function minorOf(level: string): number {
  return Number(level.slice(level.indexOf(".") + 1));
}

/** Bytes of the text in UTF-8. */
function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A surrogate pair is two units and four bytes, so each half adds one.
    length += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return length;
}
