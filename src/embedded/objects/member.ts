import type { Host } from "../editing/host";
import { noteSheet } from "../model/changes";
import type { ChartModel, ConditionalFormatModel, SheetModel, TableModel } from "../model/model";
import { ExcelError, invalidArgument } from "../editing/excel-error";
import { NAMED_COLORS } from "./named-colors";

/*
 * How an Excel class is described: a table of members by their name in the JavaScript API. The server answers from
 * these tables, the client builds its proxies from them, and a test compares them with Microsoft's type declarations.
 */

/** Requirement set of ExcelApi that brought a member, e.g. "1.9". */
export type ApiSet = `1.${number}`;

/**
 * What a member changes of its object's sheet besides the contents of cells: what is on the sheet ("content"), which a
 * protected sheet refuses, or how the sheet is shown and printed ("setup").
 */
type Edits = "content" | "setup";

/** A value that can be loaded and, with `write`, set. */
export interface PropertyMember<T> {
  readonly kind: "property";
  readonly api: ApiSet;
  readonly edits?: Edits;
  read(target: T, host: Host): unknown;
  write?(target: T, value: unknown, host: Host): void;
}

/** Another object reached through a property. */
export interface NavigationMember<T> {
  readonly kind: "navigation";
  readonly api: ApiSet;
  readonly result: string;
  follow(target: T, host: Host): object | null;
}

/** A method; with `result` it gives another object (or null for a null object), otherwise a value or nothing. */
export interface MethodMember<T> {
  readonly kind: "method";
  readonly api: ApiSet;
  readonly edits?: Edits;
  readonly result?: string;
  /** Whether it looks at values that formulas must have calculated first. */
  readonly readsValues?: boolean;
  call(target: T, args: Arguments, host: Host): unknown;
}

/** A place where handlers can be added. This Excel never raises events. */
interface EventMember {
  readonly kind: "event";
  readonly api: ApiSet;
}

export type Member<T> = PropertyMember<T> | NavigationMember<T> | MethodMember<T> | EventMember;

/** What makes a class a collection. */
interface CollectionTable<T> {
  /** Class of the items. */
  readonly item: string;
  list(target: T, host: Host): object[];
  /** The item under a key of its `getItem`, or of the id the client remembers it by; null where there is none. */
  find?(target: T, key: unknown, host: Host): object | null;
}

/** One class of Excel's API over the model; `T` is what an object of the class is here. */
export interface ClassTable<T> {
  readonly name: string;
  readonly members: Readonly<Record<string, Member<T>>>;
  readonly collection?: CollectionTable<T>;
  /** What the client remembers an object by after its batch; `as` is the field it looks at. */
  readonly identity?: { readonly as: "Id" | "_Id"; read(target: T, host: Host): unknown };
  /** Members that only Microsoft's client calls, by their name on the wire. */
  readonly internal?: Readonly<Record<string, Member<T>>>;
  /** Other names on the wire, to the member meant. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** Declares a class; only there for the types of the handlers. */
export function defineClass<T extends object>(table: ClassTable<T>): ClassTable<T> {
  return table;
}

/** A property that can be loaded, and set where `write` is given. */
export function property<T>(
  api: ApiSet,
  read: (target: T, host: Host) => unknown,
  write?: (target: T, value: unknown, host: Host) => void,
): PropertyMember<T> {
  return write ? { kind: "property", api, read, write } : { kind: "property", api, read };
}

/** A property that leads to an object of class `result`. */
export function navigation<T>(
  api: ApiSet,
  result: string,
  follow: (target: T, host: Host) => object | null,
): NavigationMember<T> {
  return { kind: "navigation", api, result, follow };
}

/** A method that gives a value or nothing. */
export function method<T>(api: ApiSet, call: (target: T, args: Arguments, host: Host) => unknown): MethodMember<T> {
  return { kind: "method", api, call };
}

/** A method that gives an object of class `result`. */
export function objectMethod<T>(
  api: ApiSet,
  result: string,
  call: (target: T, args: Arguments, host: Host) => object | null,
): MethodMember<T> {
  return { kind: "method", api, result, call };
}

/** Marks a method that looks at values, so that formulas are calculated before it. */
export function readsValues<T>(member: MethodMember<T>): MethodMember<T> {
  return { ...member, readsValues: true };
}

/** Marks a member that changes what is on its object's sheet. */
export function editsSheet<M extends { readonly edits?: Edits }>(member: M): M {
  return { ...member, edits: "content" };
}

/** Marks a member that changes how its object's sheet is shown and printed. */
export function setsUpSheet<M extends { readonly edits?: Edits }>(member: M): M {
  return { ...member, edits: "setup" };
}

/** A property of something on a sheet. */
export function sheetProperty<T>(
  api: ApiSet,
  read: (target: T, host: Host) => unknown,
  write: (target: T, value: unknown, host: Host) => void,
): PropertyMember<T> {
  return editsSheet(property(api, read, write));
}

/** A property of how a sheet is shown and printed. */
export function setupProperty<T>(
  api: ApiSet,
  read: (target: T, host: Host) => unknown,
  write: (target: T, value: unknown, host: Host) => void,
): PropertyMember<T> {
  return setsUpSheet(property(api, read, write));
}

/** A method that changes what is on a sheet. */
export function sheetMethod<T>(
  api: ApiSet,
  call: (target: T, args: Arguments, host: Host) => unknown,
): MethodMember<T> {
  return editsSheet(method(api, call));
}

/** A method that changes how a sheet is shown and printed. */
export function setupMethod<T>(
  api: ApiSet,
  call: (target: T, args: Arguments, host: Host) => unknown,
): MethodMember<T> {
  return setsUpSheet(method(api, call));
}

/** Sets a property. Throws AccessDenied where the object's sheet is protected from it. */
export function setProperty<T extends object>(member: PropertyMember<T>, target: T, value: unknown, host: Host): void {
  noteEdit(member, target, host);
  member.write?.(target, value, host);
}

/** Calls a method. Throws AccessDenied where the object's sheet is protected from it. */
export function callMethod<T extends object>(member: MethodMember<T>, target: T, args: Arguments, host: Host): unknown {
  if (member.readsValues) host.calculate();
  noteEdit(member, target, host);
  return member.call(target, args, host);
}

/** Every member's edit of a sheet is noted here; cells note theirs where they are entered. */
function noteEdit({ edits }: { readonly edits?: Edits }, target: object, host: Host): void {
  const sheet = sheetOf(target);
  if (!sheet || !edits) return;
  if (edits === "content") host.editSheet(sheet);
  else noteSheet(sheet);
}

/** The sheet an object belongs to; every object that belongs to one says so in `sheet`. */
export function sheetOf(target: object | null): SheetModel | undefined {
  return target && "sheet" in target ? (target.sheet as SheetModel) : undefined;
}

/**
 * Whether what stands behind an object has been taken off its sheet: cells, a table, a chart with its parts, a rule. Such an object
 * is no longer there, whoever still holds it.
 */
export function isGone(target: object | null): boolean {
  const sheet = sheetOf(target);
  if (!sheet || target === null) return false;
  const { table, chart, formats, areas } = target as Partial<{
    readonly areas: readonly unknown[];
    readonly table: TableModel;
    readonly chart: ChartModel;
    readonly formats: readonly ConditionalFormatModel[];
  }>;
  if (areas !== undefined) return areas.length === 0;
  if (table !== undefined) return !sheet.tables.includes(table);
  if (chart !== undefined) return !sheet.charts.includes(chart);
  return formats !== undefined && !formats.some((format) => sheet.conditionalFormats.includes(format));
}

/** An event. */
export function event(api: ApiSet): EventMember {
  return { kind: "event", api };
}

/** An object of the API: its class and what it stands for. A null object has no target. */
export interface Instance {
  readonly table: ClassTable<object>;
  readonly target: object | null;
}

/** An argument that is an object of the API. */
export class ObjectArgument {
  constructor(readonly instance: Instance) {}
}

/** Arguments of a call. A missing one and null are the same; a wrong type is InvalidArgument. */
export class Arguments {
  constructor(private readonly list: readonly unknown[]) {}

  raw(index: number): unknown {
    const value = this.list[index];
    return value === null ? undefined : value;
  }

  text(index: number): string {
    return asText(this.raw(index));
  }

  optionalText(index: number): string | undefined {
    const value = this.raw(index);
    return value === undefined ? undefined : asText(value);
  }

  whole(index: number): number {
    return asWhole(this.raw(index));
  }

  optionalWhole(index: number): number | undefined {
    const value = this.raw(index);
    return value === undefined ? undefined : asWhole(value);
  }

  flag(index: number): boolean {
    const value = this.raw(index);
    return value === undefined ? false : asFlag(value);
  }

  /** The object given as an argument, when it is one of these classes. */
  object(index: number, ...classes: string[]): object | undefined {
    const value = this.raw(index);
    if (!(value instanceof ObjectArgument)) return undefined;
    const { table, target } = value.instance;
    if (!classes.includes(table.name)) throw invalidArgument(`argument ${index + 1}`);
    if (!target) throw new ExcelError("ItemNotFound");
    return target;
  }
}

/** The value as text, or InvalidArgument. */
export function asText(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument("text expected");
  return value;
}

/** The value as a finite number, or InvalidArgument. */
export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument("number expected");
  return value;
}

/** The value as a whole number, or InvalidArgument. */
export function asWhole(value: unknown): number {
  if (!Number.isInteger(value)) throw invalidArgument("whole number expected");
  return value as number;
}

/** The value as true or false, or InvalidArgument. */
export function asFlag(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument("true or false expected");
  return value;
}

/** The value if it is one of `allowed`, or InvalidArgument. */
export function asOneOf<V extends string>(value: unknown, allowed: readonly V[]): V {
  if (!allowed.includes(value as V)) throw invalidArgument(String(value));
  return value as V;
}

/** A colour as Excel returns it, "#RRGGBB" in capitals, from "#rrggbb", "rrggbb" or an HTML colour name. */
export function asColor(value: unknown): string {
  const text = asText(value);
  const hex = /^#?([0-9a-f]{6})$/i.exec(text);
  const color = hex ? `#${hex[1]!.toUpperCase()}` : NAMED_COLORS.get(text.toLowerCase());
  if (!color) throw invalidArgument(text);
  return color;
}
