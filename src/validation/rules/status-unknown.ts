import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";

/**
 * A status outside the vocabulary. A slip (末達成, 達成。) is to be mended; a word that means the like of an entry (完了) may be
 * that or a class of its own; words that may mean anything (継続, 休止, 達成？) are offered none.
 */
export const statusUnknown = defineRule({
  id: "status-unknown",
  severity: "error",
  scope: "row",
  basis: ["plan", "administrative"],
  fix: "choose",
  check(measure, { ledger, settings, recognise, proposal, words }, report) {
    const column = ledger.columns.status;
    if (column === undefined || measure.statusIndex >= 0 || proposal) return;
    const recognition = recognise(measure.status);
    if (recognition.kind !== "suggest" && recognition.kind !== "reject") return;
    // Error values and two values in one cell have rules of their own.
    if (recognition.kind === "reject" && (recognition.reason === "error-value" || recognition.reason === "two-values"))
      return;
    const rule = words.byRule["status-unknown"];
    const status = excerpt(measure.status);
    const all = quotedList(
      settings.statuses.map(({ name }) => name),
      words,
      9,
    );
    const nearest =
      recognition.kind === "suggest"
        ? recognition.indexes.flatMap((index) => settings.statuses[index]?.name ?? [])
        : [];
    const [first] = nearest;
    report({
      at: { row: measure.row, column },
      value: measure.status,
      ...(first === undefined
        ? { message: rule.message(status, all), suggestion: rule.suggestion(all) }
        : recognition.kind === "suggest" && recognition.by === "meaning"
          ? { message: rule.alike(status, first), suggestion: rule.suggestAlike(first) }
          : { message: rule.nearest(status, first), suggestion: rule.suggestNearest(first) }),
      choices: nearest.map((after) => ({ after })),
    });
  },
});
