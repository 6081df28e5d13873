import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headerOf } from "../../../src/ledger/columns";
import { findHeader } from "../../../src/ledger/columns/find-header";
import type { ColumnKey } from "../../../src/ledger/ledger";

function found(header: readonly string[], ...above: (readonly string[])[]) {
  const search = findHeader([...above, header]);
  if (!("found" in search)) throw new Error(`not found, missing ${search.missing.join()}`);
  return search.found;
}

/** The columns of a ledger of the product's own form. */
const KEYS = [
  "number",
  "field",
  "headingNumber",
  "heading",
  "policyNumber",
  "policy",
  "action",
  "measure",
  "status",
  "relisted",
  "original",
  "reason",
  "result",
  "issue",
  "next",
  "department",
  "remarks",
] as const satisfies readonly ColumnKey[];

describe("findHeader", () => {
  test("every proper header", () => {
    const { row, top, columns } = found(KEYS.map(headerOf));
    expect({ row, top }).toEqual({ row: 0, top: 0 });
    expect(columns).toEqual(Object.fromEntries(KEYS.map((key, index) => [key, index])));
  });

  test.each([
    ["状況（達成/未達成/中止）", "status"],
    ["状況※", "status"],
    ["※状況", "status"],
    ["※1 状況", "status"],
    ["達成\n状況", "status"],
    ["状\u3000況", "status"],
    ["【状況】", "status"],
    ["進捗状況：", "status"],
    ["（１）状況", "status"],
    ["ステータス*", "status"],
    ["Ｎｏ．", "number"],
    ["№", "number"],
    ["事業ＩＤ", "number"],
    ["未達成･中止の理由", "reason"],
    ["担当課（主管）", "department"],
  ] as const)("%s is recognised", (text, key) => {
    const rest = key === "status" ? ["分野", "施策"] : ["分野", "施策", "状況"];
    expect(found([...rest, text]).columns[key]).toBe(rest.length);
  });

  test("of several columns of a kind, the one of the proper header; levels keep the order of their words", () => {
    expect(found(["分野", "施策", "状況", "成果", "実績"]).columns.result).toBe(4);
    expect(found(["分野", "基本目標", "施策", "状況"]).columns).toMatchObject({ field: 0, heading: 1, policy: 2 });
    expect(found(["個別事業", "施策", "分野", "状況"]).columns).toMatchObject({ field: 2, policy: 1, measure: 0 });
    expect(found(["施策", "取組", "状況"]).columns).toMatchObject({ field: 0, action: 1 });
    expect(found(["結果", "達成状況", "分野", "事業", "事業名"]).columns).toMatchObject({
      field: 2,
      action: 3,
      measure: 4,
      status: 1,
    });
  });

  test("two columns that could be the status are both named", () => {
    expect(found(["分野", "施策", "達成状況", "評価"]).ambiguous).toEqual([2, 3]);
    expect(found(["分野", "施策", "状況", "状況"]).ambiguous).toEqual([2, 3]);
    expect(found(["分野", "施策", "状況（R6）", "状況（R7）"])).toMatchObject({
      columns: { status: 3 },
      ambiguous: [],
    });
    expect(found(["分野", "施策", "自己評価", "最終評価"])).toMatchObject({
      columns: { status: 3, review: 2 },
      ambiguous: [],
    });
  });

  test("columns in any order below titles, with columns that mean nothing between them", () => {
    const titles = fc.array(
      fc.constantFrom<readonly string[]>([], ["計画の台帳"], ["", "", "令和８年度末現在"], ["※1", "注"]),
      { maxLength: 5 },
    );
    const ranks = fc.array(fc.nat(), { minLength: KEYS.length, maxLength: KEYS.length });
    fc.assert(
      fc.property(ranks, titles, (rank, above) => {
        const order = [...KEYS.keys()].sort((a, b) => rank[a]! - rank[b]! || a - b);
        const row = order.flatMap((index) => [`列${index}`, headerOf(KEYS[index]!)]);
        const { row: at, columns } = found(row, ...above);
        expect(at).toBe(above.length);
        expect(order.map((index) => columns[KEYS[index]!])).toEqual(order.map((_, place) => 2 * place + 1));
      }),
    );
  });

  test("says what is missing and what was seen", () => {
    expect(findHeader([["名簿"], ["番号", "氏名", "担当課"], [1, "甲", "総務課"]])).toEqual({
      missing: ["施策・個別事業", "状況"],
      row: 1,
      seen: ["番号", "氏名", "担当課"],
    });
    expect(findHeader([["分野", "施策", "担当課"]])).toEqual({
      missing: ["状況"],
      row: 0,
      seen: ["分野", "施策", "担当課"],
    });
    expect(findHeader([])).toEqual({ missing: ["施策・個別事業", "状況"], row: -1, seen: [] });
    expect(findHeader([["", " "], [""]])).toMatchObject({ row: -1, seen: [] });
  });

  test("columns chosen by hand", () => {
    const values = [["一覧"], ["カテゴリ", "内容", "判定", "結果"], ["甲", "乙", "達成", "丙"]];
    expect(findHeader(values)).toMatchObject({ row: 1 });
    expect(findHeader(values, { choice: { field: 0, measure: 1, status: 2 } })).toMatchObject({
      found: { row: 1, columns: { field: 0, measure: 1, status: 2 } },
    });
    const without = findHeader([["分野", "施策", "状況", "再掲"]], { choice: { relisted: -1 } });
    expect(without).toMatchObject({ found: { row: 0, columns: { field: 0, policy: 1, status: 2 } } });
    expect("found" in without && without.found.columns.relisted).toBeUndefined();
  });
});
