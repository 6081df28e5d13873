import { absoluteAddress, quotedSheetName } from "../../cells/cell";
import { intersection, subtractArea } from "../model/address";
import type { Host } from "../editing/host";
import { invalidArgument } from "../editing/host-error";
import type { ValidationModel } from "../model/model";
import { asFlag, defineClass, method, ObjectArgument, property } from "./member";
import { areaOf, type RangeTarget } from "./targets";

const RULES = ["wholeNumber", "decimal", "list", "date", "time", "textLength", "custom"] as const;
type RuleKind = (typeof RULES)[number];
/** Longest list written into the rule itself, longest titles and messages. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

/** Excel.DataValidation */
export const dataValidation = defineClass<RangeTarget>({
  name: "DataValidation",
  members: {
    errorAlert: property(
      "1.8",
      (target) => first(target)?.errorAlert ?? null,
      (target, value, host) => {
        const alert = words(value);
        change(target, host, (validation) => (validation.errorAlert = alert));
      },
    ),
    ignoreBlanks: property(
      "1.8",
      (target) => first(target)?.ignoreBlanks ?? true,
      (target, value, host) => {
        const ignore = asFlag(value);
        change(target, host, (validation) => (validation.ignoreBlanks = ignore));
      },
    ),
    prompt: property(
      "1.8",
      (target) => first(target)?.prompt ?? null,
      (target, value, host) => {
        const prompt = words(value);
        change(target, host, (validation) => (validation.prompt = prompt));
      },
    ),
    rule: property(
      "1.8",
      (target) => first(target)?.rule ?? {},
      (target, value, host) => {
        const rule = readRule(value);
        clear(target, host);
        for (const area of target.areas) {
          target.sheet.validations.push({ area, rule, errorAlert: null, prompt: null, ignoreBlanks: true });
        }
      },
    ),
    type: property("1.8", (target) => {
      const kind = kindOf(first(target)?.rule ?? {});
      return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : "None";
    }),
    clear: method("1.8", (target, _args, host) => {
      clear(target, host);
    }),
  },
});

function first(target: RangeTarget): ValidationModel | undefined {
  const { row, column } = areaOf(target);
  const cell = { row, column, rows: 1, columns: 1 };
  return target.sheet.validations.find((validation) => intersection(validation.area, cell));
}

/** Changes the validations of exactly these areas; one has to be there already. */
function change({ sheet, areas }: RangeTarget, host: Host, apply: (validation: ValidationModel) => void): void {
  host.editSheet(sheet);
  for (const area of areas) {
    const validation = sheet.validations.find(
      (candidate) =>
        candidate.area.row === area.row &&
        candidate.area.column === area.column &&
        candidate.area.rows === area.rows &&
        candidate.area.columns === area.columns,
    );
    if (!validation) throw invalidArgument("set a rule first");
    apply(validation);
  }
}

function clear({ sheet, areas }: RangeTarget, host: Host): void {
  host.editSheet(sheet);
  for (const area of areas) {
    sheet.validations = sheet.validations.flatMap((validation) =>
      intersection(validation.area, area)
        ? subtractArea(validation.area, area).map((part) => ({ ...validation, area: part }))
        : [validation],
    );
  }
}

function kindOf(rule: Record<string, unknown>): RuleKind | undefined {
  return RULES.find((kind) => rule[kind] !== undefined && rule[kind] !== null);
}

/** A DataValidationRule as it is kept; ranges in it become references. */
function readRule(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw invalidArgument("rule");
  const kind = kindOf(value as Record<string, unknown>);
  if (!kind) throw invalidArgument("rule");
  const content = Object.fromEntries(
    Object.entries((value as Record<string, Record<string, unknown>>)[kind]!).map(([key, item]) => [
      key,
      item instanceof ObjectArgument ? referenceTo(item) : item,
    ]),
  );
  if (kind === "list") {
    const { source } = content;
    if (typeof source !== "string" || source === "") throw invalidArgument("source");
    if (!source.startsWith("=") && source.length > MAX_LIST) throw invalidArgument("source");
  }
  return { [kind]: content };
}

function referenceTo({ instance }: ObjectArgument): string {
  if (instance.table.name !== "Range" || !instance.target) throw invalidArgument("rule");
  const range = instance.target as RangeTarget;
  return `=${quotedSheetName(range.sheet.name)}!${absoluteAddress(areaOf(range))}`;
}

/** A prompt or an alert. */
function words(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw invalidArgument("prompt");
  const { title = "", message = "" } = value as Record<string, unknown>;
  if (String(title).length > MAX_TITLE || String(message).length > MAX_MESSAGE) throw invalidArgument("too long");
  return { ...(value as Record<string, unknown>) };
}
