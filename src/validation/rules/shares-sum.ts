import { defineRule } from "../rule";

/** Shares of the whole plan that do not add to 100 as they are rounded. */
export const sharesSum = defineRule({
  id: "shares-sum",
  severity: "warning",
  scope: "ledger",
  basis: ["plan"],
  fix: "manual",
  check({ tally, settings, words }, report) {
    if (!tally || tally.total.outside > 0) return;
    const shares = tally.total.shares.filter((share) => share !== null);
    const scale = 10 ** settings.decimals;
    const steps = shares.reduce((sum, share) => sum + Math.round(share * scale), 0);
    if (shares.length === 0 || steps === 100 * scale) return;
    const rule = words.byRule["shares-sum"];
    report({
      message: rule.message(
        shares.map((share) => share.toFixed(settings.decimals)).join(" + "),
        (steps / scale).toFixed(settings.decimals),
      ),
      suggestion: rule.suggestion,
    });
  },
});
