import type { Status } from "../../ledger/settings";
import { matchKey } from "../../ledger/match-key";
import { excerpt } from "../quote";
import { defineRule } from "../rule";
import { closeLetterSpaces, tidy } from "../tidy";

/**
 * A status that is counted but spelt otherwise: in brackets, in another width, or as a 同義語 of the 設定 sheet (only
 * mentioned). Either part of a two-part label (「S」 for 「S 計画以上」) is a proper spelling; spaces and invisible characters
 * are the text rules'.
 */
export const statusVariant = defineRule({
  id: "status-variant",
  severity: "warning",
  scope: "row",
  basis: ["plan", "administrative"],
  fix: "auto",
  check(measure, { ledger, settings, recognise, words }, report) {
    const column = ledger.columns.status;
    const status = settings.statuses[measure.statusIndex];
    if (column === undefined || !status || measure.status === status.name) return;
    const text = closeLetterSpaces(tidy(measure.status));
    if (recognise(text).kind === "exact" || isPart(text, status)) return;
    const key = matchKey(text);
    const isSynonym = status.synonyms.some((synonym) => matchKey(synonym) === key) && key !== matchKey(status.name);
    const rule = words.byRule["status-variant"];
    report({
      at: { row: measure.row, column },
      value: measure.status,
      ...(isSynonym ? { severity: "info" as const } : {}),
      message: rule.message(excerpt(measure.status), status.name),
      suggestion: rule.suggestion(status.name),
      choices: [{ after: status.name }],
    });
  },
});

/** True where a text is the code or the wording of a two-part label, or both with another space or sign between them. */
function isPart(text: string, { name, meaning }: Status): boolean {
  const parts = name.split(/[\s:：.．、()（）]+/);
  if (/^[①-⑳Ⅰ-Ⅻ]/.test(name)) parts.push(name.slice(0, 1), name.slice(1));
  const spaceless = (label: string) => label.replace(/\s/g, "");
  const bare = (label: string) => label.replace(/[\s:：.．()（）]/g, "");
  const wholes = meaning === "" ? [] : [meaning, name + meaning, meaning + name];
  return (
    parts.includes(text) || spaceless(text) === spaceless(name) || wholes.some((whole) => bare(whole) === bare(text))
  );
}
