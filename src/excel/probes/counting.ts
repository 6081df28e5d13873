import { answerOf, codeOf, onSheet, type Answer, type Ground, type Probe } from "./probe";

/** Counts texts by criteria, as formulas of the report do. */
async function counts(ground: Ground, texts: readonly string[], criteria: readonly string[]): Promise<Answer> {
  return onSheet(ground, (sheet) => {
    const cells = sheet.getRange(`A1:A${texts.length}`);
    cells.numberFormat = "@" as unknown as string[][];
    cells.values = texts.map((text) => [text]);
    const asked = sheet.getRange(`C1:C${criteria.length}`);
    asked.numberFormat = "@" as unknown as string[][];
    asked.values = criteria.map((criterion) => [criterion]);
    const range = sheet.getRange(`E1:E${criteria.length}`);
    range.formulas = criteria.map((_criterion, at) => [`=COUNTIFS($A$1:$A$${texts.length},$C$${at + 1})`]);
    range.load("values");
    return () => answerOf(range.values.map(([value]) => value as number));
  });
}

/** Under which mode Excel has calculated what. */
async function calculated(ground: Ground, manual: boolean): Promise<Answer> {
  const { host, sheet: name } = ground;
  return host.run(async (context) => {
    const { application, worksheets } = context.workbook;
    application.load("calculationMode");
    await context.sync();
    const before = application.calculationMode;
    const sheet = worksheets.getItem(name);
    const range = sheet.getRange("C1");
    try {
      if (manual) application.calculationMode = "Manual";
      application.suspendApiCalculationUntilNextSync();
      sheet.getRange("A1:A3").values = [["達成"], ["達成"], ["中止"]];
      range.formulas = [['=COUNTIFS($A$1:$A$3,"達成")']];
      await context.sync();
      range.load("values");
      await context.sync();
      const first = answerOf(range.values[0]![0]);
      sheet.calculate(true);
      range.load("values");
      await context.sync();
      return [first === 2 ? "calculated" : "waiting", answerOf(range.values[0]![0])];
    } finally {
      if (manual) {
        application.calculationMode = before;
        await context.sync();
      }
    }
  });
}

/** What formulas count, and when. */
export const COUNTING_PROBES: readonly Probe[] = [
  { id: "calculate-suspended", expected: ["calculated", 2], run: (ground) => calculated(ground, false) },
  { id: "calculate-manual", expected: ["waiting", 2], run: (ground) => calculated(ground, true) },
  {
    id: "countifs-kana",
    expected: [1, 1, 1],
    run: (ground) => counts(ground, ["ｶﾅ", "カナ", "かな"], ["ｶﾅ", "カナ", "かな"]),
  },
  {
    id: "countifs-width",
    expected: [1, 1],
    run: (ground) => counts(ground, ["ABC", "ＡＢＣ"], ["abc", "ＡＢＣ"]),
  },
  {
    id: "countifs-wildcards",
    expected: [3, 1, 1, 1],
    run: (ground) => counts(ground, ["a*", "ab", "a?"], ["a?", "a~*", "a~?", "ab"]),
  },
  {
    id: "countifs-comparison",
    expected: [0, 1, 1],
    run: (ground) => counts(ground, ["<5", "=", "達成"], ["<5", "=<5", "達成"]),
  },
  {
    id: "validation-after-rename",
    expected: [true, true],
    run: async (ground) => {
      const [before, after] = [ground.claim(), ground.claim()];
      await codeOf(ground, (sheet, { workbook }) => {
        workbook.worksheets.add(before).getRange("A1:A2").values = [["達成"], ["中止"]];
        sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: `='${before}'!$A$1:$A$2` } };
        sheet.getRange("B1").formulas = [[`='${before}'!$A$1`]];
        workbook.worksheets.getItem(before).name = after;
      });
      return onSheet(ground, (sheet) => {
        const validation = sheet.getRange("A1").dataValidation;
        validation.load("rule");
        const range = sheet.getRange("B1");
        range.load("formulas");
        return () => [JSON.stringify(validation.rule).includes(after), String(range.formulas[0]![0]).includes(after)];
      });
    },
  },
  {
    id: "conditional-format-two-areas",
    expected: [1, 1, 0],
    run: async (ground) => {
      await codeOf(ground, (sheet) => {
        const { custom } = sheet.getRanges("A1:A2,C1:C2").conditionalFormats.add("Custom");
        custom.rule.formula = "=TRUE";
      });
      return onSheet(ground, (sheet) => {
        const found = ["A1", "C1", "B1"].map((address) => sheet.getRange(address).conditionalFormats.getCount());
        return () => found.map(({ value }) => value);
      });
    },
  },
  {
    id: "filter-of-table",
    expected: false,
    run: (ground) =>
      onSheet(ground, (sheet) => {
        sheet.getRange("A1:B3").values = [["区分", "件数"], ["達成", 1], ["中止", 2]]; // prettier-ignore
        sheet.tables.add("A1:B3", true);
        sheet.autoFilter.load("isDataFiltered");
        return () => sheet.autoFilter.isDataFiltered;
      }),
  },
];
