import { ExcelError } from "../editing/excel-error";
import { asOneOf, sheetProperty, type PropertyMember } from "./member";
import type { SheetTarget } from "./targets";

/*
 * The format objects of charts. Excel has a class for each part of a chart, but they only gather the same few: fill,
 * font, line and border. A part says where it keeps what it can keep; anything else is refused, never ignored.
 */

/** A place in a chart that holds one value; null is Excel's automatic one. */
export interface Slot<T> {
  get(): T | null;
  set(value: T | null): void;
}

/** What a part of a chart keeps of its look. */
export interface PartTarget extends SheetTarget {
  readonly fill?: Slot<string>;
  readonly font?: Partial<{ name: Slot<string>; size: Slot<number>; color: Slot<string>; bold: Slot<boolean> }>;
  readonly line?: Partial<{ color: Slot<string>; weight: Slot<number>; visible: Slot<boolean> }>;
  readonly border?: Partial<{ visible: Slot<boolean> }>;
}

/** A slot that is a property of a model object. */
export function slot<M, K extends keyof M>(model: M, key: K): Slot<NonNullable<M[K]>> {
  return {
    get: () => model[key] ?? null,
    set: (value) => {
      model[key] = value as M[K];
    },
  };
}

/** A slot that cannot be automatic; clearing gives it `cleared`. */
export function certainSlot<M, K extends keyof M>(model: M, key: K, cleared: M[K]): Slot<NonNullable<M[K]>> {
  return {
    get: () => model[key] ?? null,
    set: (value) => {
      model[key] = value ?? cleared;
    },
  };
}

/** A slot of a map, under a key. */
export function entrySlot(map: Map<number, string>, index: number): Slot<string> {
  return {
    get: () => map.get(index) ?? null,
    set: (value) => {
      if (value === null) map.delete(index);
      else map.set(index, value);
    },
  };
}

/** The same part, as its format object. */
export function samePart(target: PartTarget): PartTarget {
  return target;
}

/** A property of a part's look that is kept in one of its slots. */
export function slotMember<T>(
  api: "1.1" | "1.7",
  find: (target: PartTarget) => Slot<T> | undefined,
  check: (value: unknown) => T,
  standard: T,
): PropertyMember<PartTarget> {
  return sheetProperty(
    api,
    (target) => find(target)?.get() ?? standard,
    (target, value) => {
      kept(find(target)).set(check(value));
    },
  );
}

const LINE_STYLES = ["None", "Continuous", "Automatic"] as const;

/** A line is either there or not; other styles are not drawn here. */
export function lineVisibility(find: (target: PartTarget) => Slot<boolean> | undefined): PropertyMember<PartTarget> {
  return sheetProperty(
    "1.7",
    (target) => (find(target)?.get() === false ? "None" : "Continuous"),
    (target, value) => {
      kept(find(target)).set(asOneOf(value, LINE_STYLES) !== "None");
    },
  );
}

/** The slot, where the part has one; else the request is refused. */
export function kept<T>(found: Slot<T> | undefined): Slot<T> {
  if (!found) throw new ExcelError("NotImplemented", "This part of a chart has no such look here.");
  return found;
}
