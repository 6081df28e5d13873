import { describe, expect, it } from "vitest";
import { loadLedger } from "../../src/actions/load-ledger";
import { writePlans } from "../../src/actions/write-plans";
import { parseArea } from "../../src/embedded/model/address";
import { newWorkbookModel, readValue } from "../../src/embedded/model/workbook";
import { createClient } from "../../src/embedded/wire/client";
import { EMPTY_PLAN } from "../../src/ledger/settings";
import { DETAIL_SHEETS } from "../../src/ledger/sheet-names";
import { REPORT_PARTS } from "../../src/report/parts";
import { planReport } from "../../src/report/plan-report";
import { createTroubledServer } from "../embedded/troubled-server";
import { sheetNamed, sheetNames } from "../excel/hosts";
import { FORMS } from "../fixtures/ledgers";
import type { LedgerForm } from "../fixtures/ledgers/form";
import { actionsOver, CONTROL, smallWorkbook, succeeded, TODAY, words } from "./sample";

function bookOf({ sheet, rows, merges = [], others = {} }: LedgerForm) {
  const sheets = Object.entries({ [sheet]: rows, ...others });
  const model = newWorkbookModel(sheets.map(([name, values]) => ({ name, values: values.map((row) => [...row]) })));
  model.sheets[0]!.merged = merges.map((address) => parseArea(address)!);
  return model;
}

describe.each(FORMS.filter(({ form }) => form.expected.asks === undefined))("$family", ({ form }) => {
  it("has formulas on its sheets that Excel calculates to what was planned", async () => {
    const model = bookOf(form);
    const host = createClient(createTroubledServer(model));
    const { source, settings, result, workbook, isSameLedger } = await loadLedger(
      host,
      { sheet: form.sheet },
      { proposeVocabulary: true },
    );
    const { ledger, fingerprint } = succeeded(result);
    const { sheets } = planReport({
      ledger,
      source: source!,
      settings,
      fields: [],
      plan: EMPTY_PLAN,
      today: TODAY,
      parts: REPORT_PARTS,
    });
    const request = { operation: "報告書", ledger: form.sheet, ledgerFingerprint: fingerprint, isSameLedger };
    const written = await writePlans(host, workbook, sheets, request, CONTROL);
    const names = new Map(written.sheets.map(({ planned, name }) => [planned, name]));
    let formulas = 0;
    for (const { name, blocks } of sheets) {
      const made = sheetNamed(model, names.get(name)!);
      for (const { row, column, cells } of blocks) {
        cells.forEach((line, y) => {
          line.forEach((cell, x) => {
            if (typeof cell !== "object" || cell === null) return;
            formulas++;
            expect(readValue(made, row + y, column + x), `${name} ${cell.formula}`).toBe(cell.value);
          });
        });
      }
    }
    expect(formulas).toBeGreaterThan(0);
  });
});

describe("parts made from further columns", () => {
  const rows = [
    ["番号", "分野", "施策", "状況", "担当課", "電話番号"],
    [1, "福祉", "相談", "達成", "福祉課", "0120"],
    [2, "福祉", "配食", "中止", "健康課", "0120"],
  ];
  const book = () => newWorkbookModel([{ name: "台帳", values: rows }]);

  it("are made where nobody chose parts, without a word of those that there is nothing for", async () => {
    const model = book();
    const actions = actionsOver(createClient(createTroubledServer(model)));
    const { sheets, remarks } = succeeded(await actions.makeReport({}, {}, CONTROL));
    expect(sheets.filter((name) => (DETAIL_SHEETS as readonly string[]).includes(name))).toEqual(["担当課別"]);
    expect(remarks).not.toContain(words.actions.absentPart("予算・決算"));
    expect(remarks).toContain(words.actions.unusedColumns(["F列「電話番号」"]));
  });

  it.each(["指標一覧", "集計"])("count a ledger that is called %s, and take another name beside it", async (name) => {
    const model = newWorkbookModel([{ name, values: rows }]);
    const actions = actionsOver(createClient(createTroubledServer(model)));
    const values = [
      ["番号", "分野", "施策", "指標", "目標値", "実績値", "状況"],
      [1, "福祉", "相談", "件数", 4, 3, "達成"],
    ];
    const host = createClient(createTroubledServer(newWorkbookModel([{ name, values }])));
    const { sheets } = succeeded(await actionsOver(host).makeReport({ sheet: name }, {}, CONTROL));
    expect(sheets).toContain(`${name} (2)`);
    const again = succeeded(await actions.makeReport({ sheet: name }, { parts: ["summary"] }, CONTROL));
    const [made] = again.sheets;
    expect(readValue(sheetNamed(model, made!), 3, 4)).toBe(2);
  });

  it("that were asked for and have nothing are named instead of an empty sheet", async () => {
    const model = smallWorkbook();
    const actions = actionsOver(createClient(createTroubledServer(model)));
    const options = { parts: ["summary", "money"] } as const;
    const { sheets, remarks } = succeeded(await actions.makeReport({}, options, CONTROL));
    expect(sheets).toEqual(["集計"]);
    expect(remarks).toContain(words.actions.absentPart("予算・決算"));
  });

  it("are replaced by the next run and taken away by 取り消し, and 作成記録 says what was not used", async () => {
    const model = book();
    const actions = actionsOver(createClient(createTroubledServer(model)));
    const options = { parts: ["summary", "departments"] } as const;
    await actions.makeReport({}, options, CONTROL);
    const { run, kept } = succeeded(await actions.makeReport({}, options, CONTROL));
    expect(kept).toEqual([]);
    expect(sheetNames(model)).toEqual(["台帳", "集計", "担当課別", "作成記録"]);
    const record = sheetNamed(model, "作成記録");
    const unused = Array.from({ length: 4 }, (_, entry) => readValue(record, 5 + entry, 8));
    expect(unused).toEqual(["F列「電話番号」", "", "F列「電話番号」", ""]);
    await actions.removeReport(run, CONTROL);
    expect(sheetNames(model)).toEqual(["台帳", "作成記録"]);
  });
});
