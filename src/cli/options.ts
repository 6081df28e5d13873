import { parseArgs } from "node:util";
import { REPORT_PARTS, type ReportPart } from "../report/parts";

/** What the command line asks for; see `messages.commandLine.usage`. */
export type Command =
  | { readonly name: "check"; readonly ledger: string; readonly sheet: string | undefined; readonly json: boolean }
  | {
      readonly name: "report";
      readonly ledger: string;
      readonly out: string;
      readonly sheet: string | undefined;
      readonly parts: readonly ReportPart[];
      /** Whether a file that is there already is to be replaced. */
      readonly force: boolean;
      readonly json: boolean;
    }
  | { readonly name: "demo" | "help" | "version" };

/** What is wrong with the words of a call. */
export type UsageProblem =
  | { readonly kind: "usage" | "ledger-missing" | "out-missing" }
  | { readonly kind: "unknown-option" | "value-missing"; readonly option: string };

const OPTIONS = {
  sheet: { type: "string" },
  out: { type: "string" },
  parts: { type: "string" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

/** The options of each command, beside --help and --version. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  check: ["sheet", "json"],
  report: ["sheet", "out", "parts", "force", "json"],
  demo: [],
};

/** Whether the words ask for JSON, also where they ask for nothing that can be done. */
export function asksForJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return (end < 0 ? words : words.slice(0, end)).includes("--json");
}

/** The command that the words after the program's name ask for, or why they ask for none. */
export function parseCommand(words: readonly string[]): Command | UsageProblem {
  const { positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === "option");
  if (options.some(({ name }) => name === "help")) return { name: "help" };
  if (options.some(({ name }) => name === "version")) return { name: "version" };
  const [name, ledger, surplus] = positionals;
  if (name === undefined) return { kind: "usage" };
  const allowed = ALLOWED[name];
  if (allowed === undefined) return { kind: "unknown-option", option: name };
  const values = new Map<string, string>();
  for (const { name: option, rawName, value, inlineValue } of options) {
    if (!allowed.includes(option)) return { kind: "unknown-option", option: rawName };
    if (takesValue(option)) {
      // What begins with a dash is the next option, unless it is tied to this one by an equals sign.
      if (value === undefined || value === "" || (!inlineValue && value.startsWith("-"))) {
        return { kind: "value-missing", option: rawName };
      }
    } else if (value !== undefined) return { kind: "unknown-option", option: `${rawName}=${value}` };
    values.set(option, value ?? "");
  }
  if (name === "demo") return ledger === undefined ? { name } : { kind: "unknown-option", option: ledger };
  if (ledger === undefined) return { kind: "ledger-missing" };
  if (surplus !== undefined) return { kind: "unknown-option", option: surplus };
  const sheet = values.get("sheet");
  const json = values.has("json");
  if (name === "check") return { name, ledger, sheet, json };
  const out = values.get("out");
  if (out === undefined) return { kind: "out-missing" };
  const parts = values.get("parts")?.split(",") ?? REPORT_PARTS;
  const unknown = parts.find((part) => !REPORT_PARTS.includes(part as ReportPart));
  if (unknown !== undefined) return { kind: "unknown-option", option: `--parts ${unknown}` };
  return {
    name: "report",
    ledger,
    out,
    sheet,
    parts: parts as readonly ReportPart[],
    force: values.has("force"),
    json,
  };
}

function takesValue(option: string): boolean {
  return OPTIONS[option as keyof typeof OPTIONS].type === "string";
}
