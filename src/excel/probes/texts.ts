import { escapeText } from "../escape-text";
import { answerOf, codeOf, onSheet, type Probe } from "./probe";

/** Texts that Excel would take for something else, or at least might. */
export const ODD_TEXTS: readonly string[] = [
  "=1+1", "+81", "-5", "@SUM(A1)", "'印", "  =1", "＝１＋１", "－5", "TRUE", "ＴＲＵＥ", "#N/A", "007", "１２", "1-2", "3/4", "１／２",
  "12%", "(5)", "1e5", "¥1,000", "2011/3/31", "1/15/2017", "15-Jan-2017", "平成22年3月", "令和元年5月1日", "R5.4.1", "H22", "㍻22",
  "10:30", "午後3時", "10:30 PM", "March 2010", "1 1/2", "5.", ".5", "1,2", "1,000", "a\nb", "達成", "ｶﾅ", "𠮷野家",
]; // prettier-ignore

/** What is typed into cells, and how much of it. */
export const TEXT_PROBES: readonly Probe[] = [
  {
    id: "escape-text",
    expected: [],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const range = sheet.getRange(`A1:A${ODD_TEXTS.length}`);
        range.formulas = ODD_TEXTS.map((text) => [escapeText(text)]);
        range.load("values");
        return () => ODD_TEXTS.filter((text, at) => range.values[at]![0] !== text);
      }),
  },
  {
    id: "escape-text-format",
    expected: [],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const range = sheet.getRange(`A1:A${ODD_TEXTS.length}`);
        range.numberFormat = "@" as unknown as string[][];
        range.values = ODD_TEXTS.map((text) => [escapeText(text, true)]);
        range.load("values");
        return () => ODD_TEXTS.filter((text, at) => range.values[at]![0] !== text);
      }),
  },
  {
    id: "text-longest",
    expected: [32_767, "InvalidArgument"],
    run: async (ground) => {
      const length = await onSheet(ground, (sheet) => {
        const range = sheet.getRange("A1");
        range.values = [["字".repeat(32_767)]];
        range.load("values");
        return () => String(range.values[0]![0]).length;
      });
      const longer = await codeOf(ground, (sheet) => {
        sheet.getRange("A2").values = [["字".repeat(32_768)]];
      });
      return [length, longer];
    },
  },
  {
    id: "formula-20000-letters",
    expected: "FormulaLengthExceedsLimit",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.getRange("A1").formulas = [[`=1${"+1".repeat(10_000)}`]];
      }),
  },
  {
    id: "formula-japanese-sheet",
    expected: [7, true],
    run: (ground) =>
      onSheet(ground, (sheet, { workbook }) => {
        const name = ground.claim("（新）計画 ");
        workbook.worksheets.add(name).getRange("B2").values = [[7]];
        const range = sheet.getRange("A1");
        range.formulas = [[`='${name}'!$B$2`]];
        range.load("values,formulas");
        return () => [
          answerOf(range.values[0]![0]),
          String(range.formulas[0]![0]).replace(/'/g, "") === `=${name}!$B$2`,
        ];
      }),
  },
  {
    id: "date-order",
    expected: ["number", "number"],
    run: (ground) =>
      onSheet(ground, (sheet) => {
        const range = sheet.getRange("A1:A2");
        range.values = [["1/15/2017"], ["2017/1/15"]];
        range.load("values");
        return () => range.values.map(([value]) => typeof value);
      }),
  },
  {
    id: "addresses-longest",
    expected: ["done", "InvalidArgument"],
    run: async (ground) => {
      // 8,192 letters: 1,638 addresses of four letters with the commas between, and one of two.
      const list = `${"B100,".repeat(1_638)}C1`;
      const codes = [];
      for (const addresses of [list, `${list}0`]) {
        codes.push(
          await codeOf(ground, (sheet) => {
            sheet.getRanges(addresses).load("areaCount");
          }),
        );
      }
      return codes;
    },
  },
  {
    id: "setting-70000-letters",
    expected: 70_000,
    run: async ({ host, key }) =>
      host.run(async (context) => {
        const setting = context.workbook.settings.add(key, "あ".repeat(70_000));
        setting.load("value");
        await context.sync();
        return String(setting.value).length;
      }),
  },
];
