import { columnsOf } from "../amounts";
import { oddValues } from "../odd-values";
import { excerpt, quotedList } from "../quote";
import { defineRule } from "../rule";

/** A direction (拡充, 継続, 縮小…) that stands once among few others and is no usual word for one. */
export const directionOdd = defineRule({
  id: "direction-odd",
  severity: "warning",
  scope: "ledger",
  basis: ["1-6", "product"],
  fix: "choose",
  check(context, report) {
    const rule = context.words.byRule["direction-odd"];
    for (const column of columnsOf(context, "direction")) {
      for (const { row, text, usual, nearest } of oddValues(context, column, isDirection)) {
        report({
          at: { row, column: column.column },
          value: text,
          message: rule.message(excerpt(text), quotedList(usual, context.words)),
          suggestion: rule.suggestion,
          choices: nearest === undefined ? [] : [{ after: nearest }],
        });
      }
    }
  },
});

/** Words for what is done with a measure from now on, as 事務事業評価 of many municipalities have them. */
const DIRECTION =
  /拡充|拡大|重点|継続|維持|改善|見直|縮小|統合|統廃合|休止|廃止|終了|完了|移管|委託|新規|強化|推進|現状|どおり|通り|^[a-f]$|^\d$|^-$/;

function isDirection(key: string): boolean {
  return DIRECTION.test(key);
}
