import type { WorkbookModel } from "../model/model";
import { asOneOf, defineClass, method, property } from "./member";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
const CALCULATIONS = ["Recalculate", "Full", "FullRebuild"] as const;
/** Version of Excel's calculation engine, as Excel 2021 gives it. */
export const ENGINE_VERSION = 191029;

/** Excel.Application */
export const application = defineClass<{ readonly workbook: WorkbookModel }>({
  name: "Application",
  members: {
    calculationEngineVersion: property("1.9", () => ENGINE_VERSION),
    calculationMode: property(
      "1.1",
      (_target, host) => host.calculationMode,
      (_target, value, host) => {
        host.calculationMode = asOneOf(value, MODES);
      },
    ),
    calculationState: property("1.9", () => "Done"),
    decimalSeparator: property("1.11", () => "."),
    thousandsSeparator: property("1.11", () => ","),
    useSystemSeparators: property("1.11", () => true),
    calculate: method("1.1", (_target, args, host) => {
      if (asOneOf(args.text(0), CALCULATIONS) !== "Recalculate") host.calculator.everythingChanged();
      host.calculator.recalculate();
    }),
    suspendApiCalculationUntilNextSync: method("1.6", (_target, _args, host) => {
      host.calculationSuspended = true;
    }),
    // Nothing is drawn here.
    suspendScreenUpdatingUntilNextSync: method("1.9", () => undefined),
  },
});
