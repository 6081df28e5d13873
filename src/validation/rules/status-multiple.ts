import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";

/** Two statuses in one cell. */
export const statusMultiple = defineRule({
  id: "status-multiple",
  severity: "error",
  scope: "row",
  basis: ["1-2", "administrative"],
  fix: "choose",
  check(measure, { ledger, settings, recognise, proposal, words }, report) {
    const column = ledger.columns.status;
    if (column === undefined || measure.statusIndex >= 0 || proposal) return;
    const recognition = recognise(measure.status);
    if (recognition.kind !== "reject" || recognition.reason !== "two-values") return;
    const rule = words.byRule["status-multiple"];
    const indexes = new Set<number>();
    for (const piece of measure.status.split(/[、,，・･/／|｜;；&＆+＋→⇒\r\n]|または|又は|及び|および|から/)) {
      const part = recognise(piece.trim());
      if (part.kind === "exact" || part.kind === "auto") indexes.add(part.index);
    }
    const listed = [...indexes].flatMap((index) => settings.statuses[index]?.name ?? []);
    report({
      at: { row: measure.row, column },
      value: measure.status,
      message: rule.message(excerpt(measure.status)),
      suggestion: rule.suggestion(quotedList(listed, words)),
      choices: listed.map((after) => ({ after })),
    });
  },
});
