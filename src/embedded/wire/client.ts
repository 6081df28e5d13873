import { classTable } from "../objects/index";
import type { ClassTable } from "../objects/member";
import { queryOf } from "./load-option";
import {
  ActionType,
  PathType,
  minorOf,
  wireName,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
  type ResponseError,
} from "./protocol";
import type { Server } from "./server";

/*
 * The product's own client: objects that record what is asked of them and send it as one batch when `sync` is called, in
 * the form Microsoft's client uses. Which members an object has comes from the server's class tables.
 */

/** A client in the place of Microsoft's. */
interface Client {
  /** As `Excel.run`. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** As `Office.context.requirements.isSetSupported("ExcelApi", version)`. */
  isSetSupported(version: string): boolean;
  /** What `ClientOptions` says. */
  readonly alone?: boolean;
}

interface ClientOptions {
  /** True where nobody else has the server's workbook. */
  readonly alone?: boolean;
  /** Takes a batch to the server and its answer back; when it is not given, as JSON text. */
  readonly exchange?: (request: RequestBody) => ResponseBody;
  /** Takes a handler of an event ("Worksheet.onChanged") and what its object was got by; gives what takes it away again. */
  readonly listen?: Listen;
}

type Listen = (event: string, got: readonly unknown[], handler: (args: unknown) => Promise<unknown>) => () => void;

/** Connects a client to a server, or to what stands for one that is elsewhere. */
export function createClient(
  server: Pick<Server, "level" | "execute" | "forget">,
  {
    alone,
    exchange = (request) => JSON.parse(server.execute(JSON.stringify(request))) as ResponseBody,
    // Nobody else is there to cause an event.
    listen = () => () => undefined,
  }: ClientOptions = {},
): Client {
  return {
    run: async (batch) => {
      const context = new RequestContext(exchange, listen);
      try {
        const result = await batch(context as unknown as Excel.RequestContext);
        await context.sync();
        return result;
      } finally {
        context.close();
        server.forget(context.key);
      }
    },
    isSetSupported: (version) => minorOf(version) <= minorOf(server.level),
    ...(alone === undefined ? {} : { alone }),
  };
}

/** What fails, either here or in Excel; shaped like OfficeExtension.Error. */
class RequestError extends Error {
  override readonly name = "RichApi.Error";
  readonly debugInfo: { readonly code: string; readonly message: string; readonly errorLocation: string };
  readonly traceMessages: string[] = [];

  constructor(
    readonly code: string,
    message: string,
    errorLocation: string,
  ) {
    super(message);
    this.debugInfo = { code, message, errorLocation };
  }
}

/** The value of a method, there after `sync`. */
class ClientResult {
  private loaded = false;
  private result: unknown;

  get value(): unknown {
    if (!this.loaded) {
      throw new RequestError(
        "ValueNotLoaded",
        "The value of the result object has not been loaded yet.",
        "clientResult.value",
      );
    }
    return this.result;
  }

  accept(value: unknown): void {
    this.loaded = true;
    // What a null object is asked has no answer.
    this.result = isNothing(value) ? undefined : value;
  }
}

function isNothing(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as Record<string, unknown>)["_IsNull"] === true;
}

let contexts = 0;

/** What is recorded since the last `sync`. */
interface Pending {
  readonly actions: Action[];
  readonly paths: Record<string, ObjectPath>;
  /** Ids of the objects' paths in this batch. */
  readonly ids: Map<ClientObject, number>;
  /** What takes the result of an action. */
  readonly takers: Map<number, (value: unknown) => void>;
}

/** The context of one run. */
class RequestContext {
  /** Under this name the server remembers the run's objects. */
  readonly key = `c${++contexts}`;
  readonly workbook: ClientObject;
  private pending: Pending = emptyBatch();
  private nextId = 0;
  private closed = false;

  constructor(
    private readonly exchange: (request: RequestBody) => ResponseBody,
    readonly listen: Listen,
  ) {
    this.workbook = clientObject(this, "Workbook", { type: PathType.Root, name: "", parent: null, args: [] });
  }

  get application(): unknown {
    return (this.workbook as unknown as { application: unknown }).application;
  }

  get runtime(): ClientObject {
    return (this.runtimeObject ??= clientObject(this, "Runtime", {
      type: PathType.Property,
      name: "_Runtime",
      parent: this.workbook,
      args: [],
    }));
  }
  private runtimeObject: ClientObject | undefined;

  /** As OfficeExtension's: objects live as long as their run. */
  readonly trackedObjects = { add: () => undefined, remove: () => undefined };

  load(object: ClientObject, option?: unknown): void {
    object.load(option);
  }

  async sync<T>(passThrough?: T): Promise<T | undefined> {
    const batch = this.pending;
    if (Object.keys(batch.paths).length === 0) return passThrough;
    this.pending = emptyBatch();
    // What asked for this continues later, as with a host in another process.
    await Promise.resolve();
    const response = this.exchange({ Actions: batch.actions, ObjectPaths: batch.paths, Remember: this.key });
    for (const [object, id] of batch.ids) object.sent(`${this.key}/${id}`, !response.Error);
    for (const { ActionId, Value } of response.Results) batch.takers.get(ActionId)?.(Value);
    if (response.Error) throw fromHost(response.Error);
    return passThrough;
  }

  /** After the run its objects are gone. */
  close(): void {
    this.closed = true;
  }

  /** Records an action on an object and returns its id. */
  record(object: ClientObject, action: Omit<Action, "Id" | "ObjectPathId">, take?: (value: unknown) => void): void {
    const pathId = this.pathId(object);
    const id = ++this.nextId;
    this.pending.actions.push({ Id: id, ObjectPathId: pathId, ...action });
    if (take) this.pending.takers.set(id, take);
  }

  /** The id of an object's path in the current batch; the path joins the batch when it is not there yet. */
  pathId(object: ClientObject): number {
    if (this.closed || object.context !== this) throw invalidObjectPath(object);
    const known = this.pending.ids.get(object);
    if (known !== undefined) return known;
    const { type, name, parent, args } = object.origin;
    const path: ObjectPath = { Id: 0, ObjectPathType: type, Name: name };
    if (object.reference !== null) {
      path.ObjectPathType = PathType.Reference;
      path.Name = object.reference;
    } else {
      if (parent) path.ParentObjectPathId = this.pathId(parent);
      if (args.length > 0) path.ArgumentInfo = this.arguments(args);
    }
    path.Id = ++this.nextId;
    this.pending.paths[path.Id] = path;
    this.pending.ids.set(object, path.Id);
    return path.Id;
  }

  arguments(args: readonly unknown[]): ArgumentInfo {
    if (!args.some((argument) => argument instanceof ClientObject)) {
      return { Arguments: args.map((argument) => this.asSent(argument)) };
    }
    const ids = args.map((argument) => (argument instanceof ClientObject ? this.pathId(argument) : 0));
    return {
      Arguments: args.map((argument, index) => (argument instanceof ClientObject ? ids[index] : this.asSent(argument))),
      ReferencedObjectPathIds: ids,
    };
  }

  /** Objects of the API within plain objects go as { _ObjectPathId }; arrays hold cells and are left alone. */
  private asSent(value: unknown): unknown {
    if (value instanceof ClientObject) return { _ObjectPathId: this.pathId(value) };
    if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.asSent(item)]));
  }
}

function emptyBatch(): Pending {
  return { actions: [], paths: {}, ids: new Map(), takers: new Map() };
}

function fromHost({ Code, Message, Location }: ResponseError): RequestError {
  return new RequestError(Code, Message, Location);
}

function invalidObjectPath(object: ClientObject): RequestError {
  const location = object.table.name;
  return new RequestError(
    "InvalidObjectPath",
    `The object path '${location}' isn't working for what you're trying to do. If you're using the object across multiple "context.sync" calls and outside the sequential execution of a ".run" batch, please use the "context.trackedObjects.add()" method.`,
    location,
  );
}

/** How an object was reached. */
interface Origin {
  readonly type: number;
  readonly name: string;
  readonly parent: ClientObject | null;
  readonly args: readonly unknown[];
}

/** An object of Excel's as the caller holds it. Members are added by class (see `clientClass`). */
class ClientObject {
  /** Under this the server remembers the object once its batch is done. */
  reference: string | null = null;
  protected readonly loaded: Record<string, unknown> = {};
  protected readonly children: Record<string, ClientObject> = {};
  private nullState: boolean | undefined;
  private loadedItems: ClientObject[] | undefined;

  constructor(
    readonly context: RequestContext,
    readonly table: ClassTable<object>,
    readonly origin: Origin,
  ) {}

  /** Whether this stands for nothing; known after `sync`. */
  get isNullObject(): boolean {
    if (this.nullState === undefined) throw notLoaded(this.table, "isNullObject");
    return this.nullState;
  }

  get items(): ClientObject[] {
    if (!this.table.collection) return undefined as unknown as ClientObject[];
    if (!this.loadedItems && this.nullState !== true) throw notLoaded(this.table, "items");
    return this.loadedItems!;
  }

  load(option?: unknown): this {
    this.context.record(this, { ActionType: ActionType.Query, QueryInfo: queryOf(option) }, (value) => {
      this.accept(value);
    });
    return this;
  }

  /** Sets several properties; objects go to the objects of that name. */
  set(properties: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(properties)) {
      const kind = this.table.members[name]?.kind;
      const self = this as unknown as Record<string, unknown>;
      if (kind === "property") self[name] = value;
      else if (kind === "navigation") (self[name] as ClientObject).set(value as Record<string, unknown>);
      else
        throw new RequestError(
          "InvalidArgument",
          `${this.table.name} has no property ${name} to set.`,
          `${this.table.name}.set`,
        );
    }
  }

  track(): this {
    return this;
  }

  untrack(): this {
    return this;
  }

  toJSON(): Record<string, unknown> {
    const result: Record<string, unknown> = { ...this.loaded };
    for (const [name, child] of Object.entries(this.children)) {
      const json = child.toJSON();
      if (Object.keys(json).length > 0) result[name] = json["items"] ?? json;
    }
    if (this.loadedItems) result["items"] = this.loadedItems.map((item) => item.toJSON());
    return result;
  }

  /** The batch with this object's path is done; when it went well, the object is there unless Excel says otherwise. */
  sent(reference: string, well: boolean): void {
    this.reference ??= reference;
    if (well) this.nullState ??= false;
  }

  /** Takes what a query, or the making of the object, answered. */
  accept(value: unknown): void {
    if (value === null) {
      this.nullState = true;
      return;
    }
    this.nullState = false;
    for (const [wireName, answer] of Object.entries(value as Record<string, unknown>)) {
      if (wireName === "_Items") this.acceptItems(answer as Record<string, unknown>[]);
      else if (!wireName.startsWith("_"))
        this.acceptMember(wireName.charAt(0).toLowerCase() + wireName.slice(1), answer);
    }
  }

  private acceptMember(name: string, answer: unknown): void {
    if (this.table.members[name]?.kind === "navigation") this.child(name).accept(answer);
    else this.loaded[name] = answer;
  }

  private acceptItems(answers: readonly Record<string, unknown>[]): void {
    const collection = this.table.collection!;
    this.loadedItems = answers.map((answer, index) => {
      const id = answer["Id"] ?? answer["_Id"];
      const byKey = collection.find !== undefined && id !== undefined;
      const made = clientObject(this.context, collection.item, {
        type: byKey ? PathType.Indexer : PathType.Method,
        name: byKey ? "" : "GetItemAt",
        parent: this,
        args: [byKey ? id : index],
      });
      made.accept(answer);
      return made;
    });
  }

  readProperty(name: string): unknown {
    if (name in this.loaded) return this.loaded[name];
    if (this.nullState === true) return undefined;
    throw notLoaded(this.table, name);
  }

  writeProperty(name: string, value: unknown): void {
    this.loaded[name] = value;
    this.context.record(this, {
      ActionType: ActionType.SetProperty,
      Name: wireName(name),
      ArgumentInfo: this.context.arguments([value]),
    });
  }

  /** The object a navigation property leads to. */
  child(name: string): ClientObject {
    const known = this.children[name];
    if (known) return known;
    const member = this.table.members[name];
    if (member?.kind !== "navigation") throw new TypeError(`${this.table.name}.${name}`);
    const made = clientObject(this.context, member.result, {
      type: PathType.Property,
      name: wireName(name),
      parent: this,
      args: [],
    });
    this.children[name] = made;
    return made;
  }

  call(name: string, args: unknown[]): unknown {
    const member = this.table.members[name];
    if (member?.kind !== "method") throw new TypeError(`${this.table.name}.${name}`);
    while (args.length > 0 && args.at(-1) === undefined) args.pop();
    if (member.result === undefined) {
      const result = new ClientResult();
      this.context.record(
        this,
        {
          ActionType: ActionType.Method,
          Name: wireName(name),
          ...(args.length > 0 && { ArgumentInfo: this.context.arguments(args) }),
        },
        (value) => {
          result.accept(value);
        },
      );
      return result;
    }
    const indexed = name === "getItem" && this.table.collection?.find !== undefined;
    const made = clientObject(this.context, member.result, {
      type: indexed ? PathType.Indexer : PathType.Method,
      name: indexed ? "" : wireName(name),
      parent: this,
      args,
    });
    // Made now, in the order of the calls, whether or not anything is asked of it.
    if (name.endsWith("OrNullObject")) {
      this.context.record(made, { ActionType: ActionType.Instantiate }, (value) => {
        made.accept(value);
      });
    } else this.context.pathId(made);
    return made;
  }
}

/** An event of an object, as Excel has it. */
function eventOf({ context, table, origin }: ClientObject, name: string): object {
  const add = (handler: (args: unknown) => Promise<unknown>): object => {
    return { context, remove: context.listen(`${table.name}.${name}`, origin.args, handler) };
  };
  return { add, remove: () => undefined };
}

const classes = new Map<string, typeof ClientObject>();

/** The client's class for a class of Excel's, with its members. */
function clientClass(table: ClassTable<object>): typeof ClientObject {
  const known = classes.get(table.name);
  if (known) return known;
  const made = class extends ClientObject {};
  for (const [name, member] of Object.entries(table.members)) {
    const descriptor: PropertyDescriptor = { enumerable: true, configurable: true };
    switch (member.kind) {
      case "property":
        descriptor.get = function (this: ClientObject) {
          return this.readProperty(name);
        };
        if (member.write) {
          descriptor.set = function (this: ClientObject, value: unknown) {
            this.writeProperty(name, value);
          };
        }
        break;
      case "navigation":
        descriptor.get = function (this: ClientObject) {
          return this.child(name);
        };
        break;
      case "method":
        descriptor.value = function (this: ClientObject, ...args: unknown[]) {
          return this.call(name, args);
        };
        break;
      case "event":
        descriptor.get = function (this: ClientObject) {
          return eventOf(this, name);
        };
    }
    Object.defineProperty(made.prototype, name, descriptor);
  }
  classes.set(table.name, made);
  return made;
}

function clientObject(context: RequestContext, className: string, origin: Origin): ClientObject {
  const table = classTable(className);
  return new (clientClass(table))(context, table, origin);
}

function notLoaded({ name }: ClassTable<object>, property: string): RequestError {
  return new RequestError(
    "PropertyNotLoaded",
    `The property '${property}' is not available. Before reading the property's value, call the load method on the containing object and call "context.sync()" on the associated request context.`,
    `${name}.${property}`,
  );
}
