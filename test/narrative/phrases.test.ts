import { describe, expect, it } from "vitest";
import {
  isCancelled,
  quotedList,
  reasonCore,
  saysAchieved,
  saysNotAchieved,
  wordReasons,
} from "../../src/narrative/phrases";
import { status } from "./sample";

describe("status names", () => {
  it.each(["中止", "廃止", "休止", "取りやめ", "中止・廃止", "事業廃止"])("%s says that it was given up", (name) => {
    expect(isCancelled(status(name))).toBe(true);
  });

  it.each(["未達成", "達成", "C", "遅れている", "終了"])("%s does not", (name) => {
    expect(isCancelled(status(name))).toBe(false);
  });

  it("knows 達成 and 未達成 apart", () => {
    expect(saysAchieved(status("達成"))).toBe(true);
    expect(saysAchieved(status("目標達成"))).toBe(true);
    expect(saysAchieved(status("未達成"))).toBe(false);
    expect(saysAchieved(status("一部達成"))).toBe(false);
    expect(saysNotAchieved(status("目標を未達成"))).toBe(true);
    expect(saysNotAchieved(status("達成", { achieved: true }))).toBe(false);
  });
});

describe("reasons", () => {
  it.each([
    ["費用対効果が得られないため。", "費用対効果が得られない"],
    ["関係機関との調整のため", "関係機関との調整"],
    ["予算の不足など", "予算の不足"],
    ["予算の不足などの理由により", "予算の不足"],
    ["・予算の不足", "予算の不足"],
    ["財政上の理由", "財政上"],
    ["人員の不足による", "人員の不足"],
    ["目標に届かなかった", "目標に届かなかった"],
    ["ため", "ため"],
  ])("%s is enumerated as %s", (entry, core) => {
    expect(reasonCore(entry)).toBe(core);
  });

  it("enumerates entries and lines of an entry", () => {
    expect(wordReasons(["費用が見込めないため。", "実情に合わない\n別の手段で対応した"])).toEqual({
      form: "enumeration",
      text: "費用が見込めない、実情に合わない、別の手段で対応した",
    });
  });

  it("keeps whole sentences as sentences", () => {
    expect(wordReasons(["関係者との調整が終わりませんでした", "予算が足りませんでした。"])).toEqual({
      form: "sentences",
      text: "関係者との調整が終わりませんでした。予算が足りませんでした。",
    });
  });

  it("has nothing to say without reasons", () => {
    expect(wordReasons([])).toBeNull();
    expect(wordReasons(["  ", "・"])).toBeNull();
  });

  it("joins names as official documents do", () => {
    expect(quotedList(["甲"])).toBe("「甲」");
    expect(quotedList(["甲", "乙"])).toBe("「甲」及び「乙」");
    expect(quotedList(["甲", "乙", "丙"])).toBe("「甲」、「乙」及び「丙」");
  });
});
