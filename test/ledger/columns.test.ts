import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COLUMNS, findHeader } from "../../src/ledger/columns";
import type { ColumnKey } from "../../src/ledger/ledger";

function found(header: readonly string[], ...above: (readonly string[])[]) {
  const search = findHeader([...above, header]);
  if (!("found" in search)) throw new Error(`not found, missing ${search.missing.join()}`);
  return search.found;
}

describe("findHeader", () => {
  const proper = COLUMNS.map(({ header }) => header);
  const inOrder = Object.fromEntries(COLUMNS.map(({ key }, index) => [key, index]));

  test("every proper header", () => {
    expect(found(proper)).toEqual({ row: 0, columns: inOrder });
  });

  test.each(COLUMNS.flatMap(({ key, header, synonyms }) => synonyms.map((synonym) => ({ key, header, synonym }))))(
    "$synonym is $header",
    ({ key, synonym }) => {
      const others = key === "field" || key === "status" || key === "policy" ? [] : [synonym];
      const header = [
        key === "field" ? synonym : "分野",
        key === "policy" ? synonym : "施策",
        key === "status" ? synonym : "状況",
        ...others,
      ];
      expect(found(header).columns[key]).toBe(header.lastIndexOf(synonym));
    },
  );

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

  test("a proper header wins over a synonym, a synonym over a worse one, and no column is used twice", () => {
    expect(found(["評価", "分野", "施策", "状況"]).columns).toEqual({ field: 1, policy: 2, status: 3 });
    expect(found(["評価", "分野", "施策", "状況（年度末）"]).columns.status).toBe(3);
    expect(found(["結果", "達成状況", "分野", "事業", "事業名"]).columns).toEqual({ field: 2, measure: 4, status: 1 });
    expect(found(["分野", "施策", "状況", "成果", "実績"]).columns.result).toBe(4);
    expect(found(["分野", "施策", "状況", "状況"]).columns.status).toBe(2);
    expect(found(["基本目標", "分野", "施策", "状況"]).columns.field).toBe(1);
  });

  test("columns in any order below titles, with columns that mean nothing between them", () => {
    const headers = fc.tuple(...COLUMNS.map(({ header, synonyms }) => fc.constantFrom(header, ...synonyms)));
    const titles = fc.array(
      fc.constantFrom<readonly string[]>([], ["計画の台帳"], ["", "", "令和８年度末現在"], ["※1", "注"]),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(headers, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), titles, (texts, ranks, above) => {
        const order = COLUMNS.map((_, index) => index).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
        const row = order.flatMap((index) => [`列${index}`, texts[index] ?? ""]);
        const { row: at, columns } = found(row, ...above);
        expect(at).toBe(above.length);
        expect(order.map((index) => columns[COLUMNS[index]?.key as ColumnKey])).toEqual(
          order.map((_, place) => 2 * place + 1),
        );
      }),
    );
  });

  test("says what is missing and what was seen", () => {
    expect(findHeader([["名簿"], ["番号", "氏名", "担当課"], [1, "甲", "総務課"]])).toEqual({
      missing: ["分野", "施策・個別事業", "状況"],
      row: 1,
      seen: ["番号", "氏名", "担当課"],
    });
    expect(findHeader([["分野", "施策", "担当課"]])).toEqual({
      missing: ["状況"],
      row: 0,
      seen: ["分野", "施策", "担当課"],
    });
    expect(findHeader([])).toEqual({ missing: ["分野", "施策・個別事業", "状況"], row: -1, seen: [] });
    expect(findHeader([["", " "], [""]])).toMatchObject({ row: -1, seen: [] });
  });

  test("columns chosen by hand", () => {
    const values = [["一覧"], ["カテゴリ", "内容", "判定", "結果"], ["甲", "乙", "達成", "丙"]];
    expect(findHeader(values)).toMatchObject({ row: 1 });
    expect(findHeader(values, { field: 0, measure: 1, status: 2 })).toEqual({
      found: { row: 1, columns: { field: 0, measure: 1, status: 2 } },
    });
    expect(findHeader([["分野", "施策", "状況", "再掲"]], { relisted: -1 })).toEqual({
      found: { row: 0, columns: { field: 0, policy: 1, status: 2 } },
    });
  });
});
