import { expect, test } from "vitest";
import { splitDepartments } from "../../src/ledger/split-departments";
import { DEFAULT_SETTINGS } from "../../src/ledger/settings";
import { tallyClasses } from "../../src/tally/tally-classes";
import { readLedger } from "../../src/ledger/read-ledger";

test.each([
  ["福祉課", ["福祉課"]],
  ["建設課・産業課", ["建設課", "産業課"]],
  ["子育て・若者課", ["子育て・若者課"]],
  ["福祉課、健康課\n建設課/産業課", ["福祉課", "健康課", "建設課", "産業課"]],
  ["総務部・消防署", ["総務部", "消防署"]],
  [" 福祉課 、", ["福祉課"]],
  ["", []],
])("%j names %j", (text, names) => {
  expect(splitDepartments(text)).toEqual(names);
});

test("a measure stands in each class it names once, whatever the spelling, and those without a class come last", () => {
  const values = [
    ["分野", "施策", "状況", "担当課"],
    ["福祉", "訪問", "達成", ""],
    ["福祉", "相談", "達成", "福祉課、福祉課"],
    ["福祉", "配食", "中止", "福祉 課、ＩＴ課"],
    ["福祉", "研修", "中止", "IT課"],
  ];
  const source = { name: "台帳", row: 0, column: 0, values };
  const { ledger } = readLedger(source, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: [] });
  const classes = tallyClasses(ledger!.measures, ({ department }) => splitDepartments(department), DEFAULT_SETTINGS);
  expect(classes.map(({ name, counts, measures }) => [name, counts.byStatus, measures.length])).toEqual([
    ["福祉課", [1, 0, 1], 2],
    ["ＩＴ課", [0, 0, 2], 2],
    ["", [1, 0, 0], 1],
  ]);
});
