import type { Host } from "../host";
import { HostError } from "../host-error";
import {
  asColor,
  asFlag,
  asNumber,
  asOneOf,
  defineClass,
  method,
  navigation,
  property,
  type PropertyMember,
} from "./member";
import { fontName, fontSize } from "./range-font";
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

const same = (target: PartTarget): PartTarget => target;

/** Excel.ChartAreaFormat */
export const chartAreaFormat = defineClass<PartTarget>({
  name: "ChartAreaFormat",
  members: {
    border: navigation("1.7", "ChartBorder", same),
    fill: navigation("1.1", "ChartFill", same),
    font: navigation("1.1", "ChartFont", same),
  },
});

/** Excel.ChartTitleFormat */
export const chartTitleFormat = defineClass<PartTarget>({
  name: "ChartTitleFormat",
  members: {
    fill: navigation("1.1", "ChartFill", same),
    font: navigation("1.1", "ChartFont", same),
  },
});

/** Excel.ChartLegendFormat */
export const chartLegendFormat = defineClass<PartTarget>({
  name: "ChartLegendFormat",
  members: {
    fill: navigation("1.1", "ChartFill", same),
    font: navigation("1.1", "ChartFont", same),
  },
});

/** Excel.ChartAxisFormat */
export const chartAxisFormat = defineClass<PartTarget>({
  name: "ChartAxisFormat",
  members: {
    font: navigation("1.1", "ChartFont", same),
    line: navigation("1.1", "ChartLineFormat", same),
  },
});

/** Excel.ChartAxisTitleFormat */
export const chartAxisTitleFormat = defineClass<PartTarget>({
  name: "ChartAxisTitleFormat",
  members: {
    font: navigation("1.1", "ChartFont", same),
  },
});

/** Excel.ChartSeriesFormat */
export const chartSeriesFormat = defineClass<PartTarget>({
  name: "ChartSeriesFormat",
  members: {
    fill: navigation("1.1", "ChartFill", same),
    line: navigation("1.1", "ChartLineFormat", same),
  },
});

/** Excel.ChartPointFormat */
export const chartPointFormat = defineClass<PartTarget>({
  name: "ChartPointFormat",
  members: {
    fill: navigation("1.1", "ChartFill", same),
  },
});

/** Excel.ChartDataLabelFormat */
export const chartDataLabelFormat = defineClass<PartTarget>({
  name: "ChartDataLabelFormat",
  members: {
    fill: navigation("1.1", "ChartFill", same),
    font: navigation("1.1", "ChartFont", same),
  },
});

/** Excel.ChartFill */
export const chartFill = defineClass<PartTarget>({
  name: "ChartFill",
  members: {
    clear: method("1.1", ({ sheet, fill }, _args, host) => {
      kept(host, sheet, fill).set(null);
    }),
    getSolidColor: method("1.16", ({ fill }) => fill?.get() ?? ""),
    setSolidColor: method("1.1", ({ sheet, fill }, args, host) => {
      kept(host, sheet, fill).set(asColor(args.raw(0)));
    }),
  },
});

/** Excel.ChartFont */
export const chartFont = defineClass<PartTarget>({
  name: "ChartFont",
  members: {
    bold: member("1.1", ({ font }) => font?.bold, asFlag, false),
    color: member("1.1", ({ font }) => font?.color, asColor, "#000000"),
    name: member("1.1", ({ font }) => font?.name, fontName, "游ゴシック"),
    size: member("1.1", ({ font }) => font?.size, fontSize, 10),
  },
});

const LINE_STYLES = ["None", "Continuous", "Automatic"] as const;

/** Excel.ChartLineFormat */
export const chartLineFormat = defineClass<PartTarget>({
  name: "ChartLineFormat",
  members: {
    color: member("1.1", ({ line }) => line?.color, asColor, ""),
    lineStyle: visibility(({ line }) => line?.visible),
    weight: member("1.7", ({ line }) => line?.weight, asNumber, 0.75),
    clear: method("1.1", ({ sheet, line }, _args, host) => {
      kept(host, sheet, line?.visible).set(false);
    }),
  },
});

/** Excel.ChartBorder */
export const chartBorder = defineClass<PartTarget>({
  name: "ChartBorder",
  members: {
    lineStyle: visibility(({ border }) => border?.visible),
    clear: method("1.8", ({ sheet, border }, _args, host) => {
      kept(host, sheet, border?.visible).set(false);
    }),
  },
});

function member<T>(
  api: "1.1" | "1.7",
  find: (target: PartTarget) => Slot<T> | undefined,
  check: (value: unknown) => T,
  standard: T,
): PropertyMember<PartTarget> {
  return property(
    api,
    (target) => find(target)?.get() ?? standard,
    (target, value, host) => {
      kept(host, target.sheet, find(target)).set(check(value));
    },
  );
}

/** A line is either there or not; other styles are not drawn here. */
function visibility(find: (target: PartTarget) => Slot<boolean> | undefined): PropertyMember<PartTarget> {
  return property(
    "1.7",
    (target) => (find(target)?.get() === false ? "None" : "Continuous"),
    (target, value, host) => {
      kept(host, target.sheet, find(target)).set(asOneOf(value, LINE_STYLES) !== "None");
    },
  );
}

function kept<T>(host: Host, sheet: SheetTarget["sheet"], found: Slot<T> | undefined): Slot<T> {
  if (!found) throw new HostError("NotImplemented", "This part of a chart has no such look here.");
  host.editSheet(sheet);
  return found;
}
