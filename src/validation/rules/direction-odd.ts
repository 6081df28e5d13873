import { reportOddValues } from "../odd-values";
import { defineRule } from "../rule";

/** A direction (拡充, 継続, 縮小…) that stands once among few others and is no usual word for one. */
export const directionOdd = defineRule({
  id: "direction-odd",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "product"],
  fix: "choose",
  check(context, report) {
    reportOddValues(context, "direction", isDirection, context.words.byRule["direction-odd"], report);
  },
});

/** Words for what is done with a measure from now on, as 事務事業評価 of many municipalities have them. */
const DIRECTION =
  /拡充|拡大|重点|継続|維持|改善|見直|縮小|統合|統廃合|休止|廃止|終了|完了|移管|委託|新規|強化|推進|現状|どおり|通り|^[a-f]$|^\d$|^-$/;

function isDirection(key: string): boolean {
  return DIRECTION.test(key);
}
