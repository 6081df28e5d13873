import { absoluteAddress, quotedSheetName } from "../../cells/cell";
import { intersection, subtractArea } from "../model/address";
import { invalidArgument } from "../editing/excel-error";
import type { ValidationModel } from "../model/model";
import { asFlag, defineClass, ObjectArgument, property, sheetMethod, sheetProperty } from "./member";
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
    errorAlert: sheetProperty(
      "1.8",
      (target) => first(target)?.errorAlert ?? null,
      (target, value) => {
        change(target, { errorAlert: words(value) });
      },
    ),
    ignoreBlanks: sheetProperty(
      "1.8",
      (target) => first(target)?.ignoreBlanks ?? true,
      (target, value) => {
        change(target, { ignoreBlanks: asFlag(value) });
      },
    ),
    prompt: sheetProperty(
      "1.8",
      (target) => first(target)?.prompt ?? null,
      (target, value) => {
        change(target, { prompt: words(value) });
      },
    ),
    rule: sheetProperty(
      "1.8",
      (target) => first(target)?.rule ?? {},
      (target, value) => {
        const rule = readRule(value);
        clear(target);
        for (const area of target.areas) {
          target.sheet.validations.push({ area, rule, errorAlert: null, prompt: null, ignoreBlanks: true });
        }
      },
    ),
    type: property("1.8", (target) => {
      const kind = kindOf(first(target)?.rule ?? {});
      return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : "None";
    }),
    clear: sheetMethod("1.8", (target) => {
      clear(target);
    }),
  },
});

function first(target: RangeTarget): ValidationModel | undefined {
  const { row, column } = areaOf(target);
  const cell = { row, column, rows: 1, columns: 1 };
  return target.sheet.validations.find((validation) => intersection(validation.area, cell));
}

/** Changes the validations of exactly these areas; one has to be there already. */
function change({ sheet, areas }: RangeTarget, patch: Partial<ValidationModel>): void {
  for (const area of areas) {
    const validation = sheet.validations.find(
      (candidate) =>
        candidate.area.row === area.row &&
        candidate.area.column === area.column &&
        candidate.area.rows === area.rows &&
        candidate.area.columns === area.columns,
    );
    if (!validation) throw invalidArgument("set a rule first");
    Object.assign(validation, patch);
  }
}

function clear({ sheet, areas }: RangeTarget): void {
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
