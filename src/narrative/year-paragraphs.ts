import { WORDING_PREFIX } from "../ledger/read-plan";
import type { Settings } from "../ledger/settings";
import type { Tally } from "../tally/tally";
import type { Paragraph } from "./narrative";
import { countWithUnit, inWidth, percentText } from "./numbers";
import { missing, written } from "./paragraph";
import { nameInText } from "./phrases";
import type { YearChange } from "./year-change";

/** What 計画 calls the sentences on the change since last year. */
const ITEM = `${WORDING_PREFIX}前年度`;

/** What changed since last year: the counts, the rate, what became worse, what is new and what is gone. */
export function yearParagraphs(tally: Tally, settings: Settings, change: YearChange | undefined): readonly Paragraph[] {
  if (change?.counts === undefined || change.counts === null) return [];
  const sentences = [countSentence(tally, settings, change), rateSentence(tally, settings, change)];
  if (change.open === 0) sentences.push(...measureSentences(settings, change));
  const paragraphs = [written("comparison", sentences.join(""), ITEM)];
  if (change.open > 0) {
    paragraphs.push(
      missing(
        "comparison",
        `前年度と同じものかどうか分からない組が${countWithUnit(change.open, { ...settings, unit: "組" })}あります。「対応表」シートの「採否」に記入してください。`,
        // Not the sentence's own: who words that has not decided on the pairs yet.
        `${ITEM}の対応`,
      ),
    );
  }
  return paragraphs;
}

function countSentence({ statuses, total }: Tally, settings: Settings, { last, counts }: YearChange): string {
  const opening = last === "前年度" ? "前年度と比べると、" : `前年度（${last}）と比べると、`;
  const changed = statuses.flatMap((status, index) => {
    const difference = total.byStatus[index]! - counts!.byStatus[index]!;
    return difference === 0 ? [] : [{ name: nameInText(status), difference }];
  });
  if (changed.length === 0) return `${opening}各区分の件数に増減はありませんでした。`;
  const clauses = changed.map(({ name, difference }, at) => {
    const amount = `${name}が${countWithUnit(Math.abs(difference), settings)}`;
    const isLast = at === changed.length - 1;
    if (difference > 0) return `${amount}${isLast ? "増えました" : "増え"}`;
    return `${amount}${isLast ? "減りました" : "減り"}`;
  });
  return `${opening}${clauses.join("、")}。`;
}

/** The difference of the rates as they are shown, in points. */
function rateSentence({ total, wording }: Tally, settings: Settings, { counts }: YearChange): string {
  const [before, after] = [counts!.rate, total.rate];
  if (before === null || after === null) return "";
  const scale = 10 ** settings.decimals;
  const points = (Math.round(after * scale) - Math.round(before * scale)) / scale;
  if (points === 0) return `${wording.rate}は${percentText(after, settings)}で、変わりませんでした。`;
  const amount = `${inWidth(Math.abs(points).toFixed(settings.decimals), settings.digits)}ポイント`;
  return `${wording.rate}は${percentText(before, settings)}から${percentText(after, settings)}へ${amount}${points > 0 ? "上昇" : "低下"}しました。`;
}

function measureSentences(settings: Settings, { worse, added, gone }: YearChange): string[] {
  const amount = (count: number): string => countWithUnit(count, settings);
  const sentences: string[] = [];
  if (worse > 0) sentences.push(`前年度から状況が後退したものは${amount(worse)}です。`);
  const moved = [
    ...(added > 0 ? [`新たに加わったものは${amount(added)}`] : []),
    ...(gone > 0 ? [`なくなったものは${amount(gone)}`] : []),
  ];
  if (moved.length > 0) sentences.push(`${moved.join("、")}です。`);
  return sentences;
}
