import { defineRule } from "../rule";

/** What on 設定 was not taken as it stands: a value that is none, one 同義語 in two classes, no class that counts as achieved. */
export const settingsValue = defineRule({
  id: "settings-value",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check({ notices, describe, words }, report) {
    const rule = words.byRule["settings-value"];
    for (const notice of notices.settings) {
      // A sheet with one of the tables only is a choice; what is missing has its usual values.
      if (notice.kind === "no-table") continue;
      const { sheet, cell, value } = notice;
      report({ address: cell, sheet, value, message: describe(notice), suggestion: rule.suggestion });
    }
  },
});
