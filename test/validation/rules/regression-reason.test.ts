import { describe, expect, it } from "vitest";
import { check, places } from "../check-rows";

const header = ["番号", "分野", "事業", "状況"];
const last = [header, [1, "福祉", "見守り活動の推進", "達成"], [2, "福祉", "相談窓口の充実", "未達成"]];

describe("a status worse than last year's", () => {
  it("is asked for its reason where the ledger has no column for it, and where the vocabulary asks for none", () => {
    const now = [header, [1, "福祉", "相談窓口の充実", "未達成"], [2, "福祉", "見守り活動の推進", "中止"]];
    expect(places(check({ ledger: now, last })).filter((place) => place.startsWith("regression"))).toEqual([
      "regression-reason D3",
    ]);
  });

  it("is not asked twice: reason-missing says it where 設定 wants a reason", () => {
    const withReasons = [...header, "理由"];
    const now = [
      withReasons,
      [1, "福祉", "見守り活動の推進", "未達成", ""],
      [2, "福祉", "相談窓口の充実", "未達成", "調整に時間を要した"],
    ];
    expect(places(check({ ledger: now, last }))).toEqual(["reason-missing E2"]);
  });

  it("is no matter without last year", () => {
    expect(places(check({ ledger: [header, [1, "福祉", "見守り", "中止"]] }))).not.toContain("regression-reason D2");
  });
});
