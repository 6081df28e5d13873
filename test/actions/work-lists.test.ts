import { expect, it } from "vitest";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { sheetNamed, sheetNames } from "../excel/hosts";
import { dirtyLedger } from "../fixtures/dirty-ledger";
import { actionsOver, CONTROL, succeeded } from "./sample";

it("検査結果 names each finding's department and leaves room for what was done, also a sheet for each department", async () => {
  const { workbook } = dirtyLedger();
  const actions = actionsOver(createClient(createTroubledServer(workbook)));
  const outcome = succeeded(await actions.check({}));
  expect(await actions.writeCheckSheet(outcome, CONTROL)).toEqual({ sheet: "検査結果", sheets: ["検査結果"] });
  const rows = sheetNamed(workbook, "検査結果").rows;
  const header = rows.findIndex((row) => row?.[0] === "重さ");
  expect(rows[header]?.slice(0, 10)).toEqual([
    "重さ",
    "検査項目",
    "セル",
    "担当課",
    "値",
    "内容",
    "直し方",
    "方法",
    "根拠",
    "対応",
  ]);
  expect(rows.find((row) => row?.[2] === "E7")?.[3]).toBe("総務課");

  const { sheets } = await actions.writeCheckSheet(outcome, CONTROL, true);
  expect(sheets).toContain("検査結果 総務課");
  expect(sheets.at(-1)).toBe("検査結果 担当課なし");
  expect(sheetNames(workbook)).toEqual(expect.arrayContaining([...sheets]));
  const own = sheetNamed(workbook, "検査結果 情報政策課").rows.slice(header + 1);
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own.map((row) => row?.[3]))).toEqual(new Set(["情報政策課"]));
});
