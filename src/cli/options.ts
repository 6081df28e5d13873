import { parseArgs } from "node:util";
import type { ReportPart } from "../actions/actions";

/** What the command line asks for; see `messages.commandLine.usage`. */
export type Command =
  | { readonly name: "check"; readonly ledger: string; readonly sheet: string | undefined; readonly json: boolean }
  | {
      readonly name: "report";
      readonly ledger: string;
      readonly out: string;
      readonly sheet: string | undefined;
      readonly parts: readonly ReportPart[];
      readonly json: boolean;
    }
  | { readonly name: "demo" };

/** Everything the report can have: what is made where nothing else is asked for. */
export const ALL_PARTS: readonly ReportPart[] = ["booklet", "summary", "fields", "narrative"];

/** What is wrong with the words of a call. */
export type UsageProblem =
  | { readonly kind: "usage" | "ledger-missing" | "out-missing" }
  | { readonly kind: "unknown-option"; readonly option: string };

/** The command that the words after the program's name ask for, or why they ask for none. */
export function parseCommand(words: readonly string[]): Command | UsageProblem {
  const [name, ...rest] = words;
  if (name === "demo" && rest.length === 0) return { name };
  if (name !== "check" && name !== "report") return { kind: "usage" };
  const { values, positionals, tokens } = parseArgs({
    args: rest,
    options: {
      sheet: { type: "string" },
      json: { type: "boolean" },
      out: { type: "string" },
      parts: { type: "string" },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const allowed = name === "report" ? ["sheet", "json", "out", "parts"] : ["sheet", "json"];
  for (const token of tokens) {
    if (token.kind === "option" && !allowed.includes(token.name))
      return { kind: "unknown-option", option: token.rawName };
  }
  const [ledger, surplus] = positionals;
  if (ledger === undefined) return { kind: "ledger-missing" };
  if (surplus !== undefined) return { kind: "unknown-option", option: surplus };
  const sheet = typeof values.sheet === "string" ? values.sheet : undefined;
  const json = values.json === true;
  if (name === "check") return { name, ledger, sheet, json };
  if (typeof values.out !== "string" || values.out === "") return { kind: "out-missing" };
  const asked = typeof values.parts === "string" ? values.parts.split(",") : ALL_PARTS;
  const unknown = asked.find((part) => !ALL_PARTS.includes(part as ReportPart));
  if (unknown !== undefined) return { kind: "unknown-option", option: `--parts ${unknown}` };
  return { name, ledger, out: values.out, sheet, parts: asked as readonly ReportPart[], json };
}
