import type { Status } from "../../src/ledger/settings";

const status = (name: string, achieved: boolean, options: Partial<Status> = {}): Status => ({
  name,
  meaning: "",
  achieved,
  inDenominator: true,
  reasonRequired: false,
  synonyms: [],
  ...options,
});
const aside = { inDenominator: false };
const reason = { reasonRequired: true };

/** Vocabularies of published reports, by plan; which classes count as achieved is this test's choice. */
export const VOCABULARIES: Readonly<Record<string, readonly Status[]>> = {
  袖ケ浦市電子市政推進計画: [status("達成", true), status("未達成", false, reason), status("中止", false, reason)],
  行政改革大綱_着手: [status("未着手", false, reason), status("取組中", false), status("完了", true)],
  行政改革大綱_達成: [status("未達成", false, reason), status("一部達成", false), status("達成", true)],
  さいたま市: [
    status("目標を上回って達成", true),
    status("目標をおおむね達成", true),
    status("時期の遅れはあるが目標をおおむね達成", true),
    status("目標を未達成", false, reason),
  ],
  下野市: [
    status("S 計画以上", true),
    status("A 計画どおり", true),
    status("B やや遅れている", false, reason),
    status("C ほとんど進んでいない", false, reason),
  ],
  愛知県: [
    status("A 100%以上", true),
    status("B 80%以上", true),
    status("C 50%以上", false),
    status("D 50%未満", false, reason),
  ],
  長与町: [
    status("S", true),
    status("A", true),
    status("B", false),
    status("C", false, reason),
    status("−", false, aside),
  ],
  いの町: [
    status("◎", true),
    status("○", true),
    status("△", false),
    status("×", false, reason),
    status("評価なし", false, aside),
  ],
  長崎市: [status("◎ 達成済", true), status("○ 取組中", false), status("- 未着手", false, reason)],
  宮城県: [
    status("順調", true),
    status("概ね順調", true),
    status("やや遅れている", false, reason),
    status("遅れている", false, reason),
  ],
  浜松市: [
    status("A 目標より進んでいる", true),
    status("B 目標どおり進んでいる", true),
    status("C 目標より遅れている", false, reason),
    status("D 評価できない", false, aside),
  ],
  羽村市: [status("計画どおり完了", true), status("次年度以降計画を見直す", false, reason)],
  三重県: [
    status("進んだ(A)", true),
    status("ある程度進んだ(B)", true),
    status("あまり進まなかった(C)", false, reason),
    status("進まなかった(D)", false, reason),
  ],
  丸数字: [status("① 計画以上", true), status("② 計画どおり", true), status("③ 遅れている", false, reason)],
};

export const DEFAULT_VOCABULARY = "袖ケ浦市電子市政推進計画";
