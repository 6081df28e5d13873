import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCp932 } from "../../src/actions/encode-cp932";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { run } from "./run";

type Cells = (string | number)[];

const HEADER = ["番号", "分野", "施策", "個別事業", "状況", "理由", "担当課"];
const SECTIONS = [
  ..."総務課 企画課 税務課 福祉課 健康課 子育て支援課 環境課 農林課 商工課 建設課 都市計画課 上下水道課".split(" "),
  ..."教育総務課 生涯学習課 消防本部 会計課 議会事務局 監査委員事務局 選挙管理委員会 防災課".split(" "),
];
let folder = "";
let sent = "";
let roster = "";

/** Five measures of the n-th section, every one with a number and a name that no other has. */
function measures(section: number): Cells[] {
  return Array.from({ length: 5 }, (_, at) => {
    const status = ["達成", "達成", "未達成", "中止", "達成"][at]!;
    const name = SECTIONS[section]!;
    const field = section % 2 === 0 ? "健康・福祉" : "行政サービス";
    const reason = status === "達成" ? "" : "予算の都合により見送ったため";
    return [section * 10 + at + 1, field, `施策${section}-${at}`, `${name}の事業その${at + 1}`, status, reason, name];
  });
}

function withCell(cells: Cells, column: number, cell: string | number): Cells {
  return cells.map((one, at) => (at === column ? cell : one));
}

async function save(name: string, sheets: Readonly<Record<string, Cells[]>>): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const [sheet, rows] of Object.entries(sheets)) workbook.addWorksheet(sheet).addRows(rows);
  await workbook.xlsx.writeFile(join(sent, name));
}

const csv = (rows: Cells[]) => rows.map((cells) => cells.join(",")).join("\r\n");
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Twenty sections of which hardly one sends what was asked for. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  sent = join(folder, "回答");
  roster = join(folder, "名簿.csv");
  mkdirSync(sent);
  writeFileSync(
    roster,
    encodeCp932(`課名,連絡先\r\n${SECTIONS.map((name, at) => `${name},内線${200 + at}`).join("\r\n")}`).bytes,
  );
  await save("01_総務課.xlsx", { 台帳: [HEADER, ...measures(0)] });
  const drifted = ["No.", "政策分野", "施策名", "事務事業名", "進捗状況", "未達成の理由", "所管課"];
  await save("02_企画課.xlsx", { 台帳: [drifted, ...measures(1)] });
  const moved = [HEADER, ...measures(2)].map((cells) => [6, 3, 0, 4, 1, 2, 5].map((at) => cells[at]!));
  await save("03_税務課.xlsx", { 台帳: moved });
  const bands = [
    ["令和7年度 進捗管理表", "", "", "", "", "", ""],
    ["番号", "計画", "", "", "評価", "", "担当課"],
    ["", "分野", "施策", "個別事業", "状況", "理由", ""],
  ];
  await save("04_福祉課.xlsx", { 台帳: [...bands, ...measures(3), ["合計", "", "", "5件", "", "", ""]] });
  const letters = measures(4).map((cells, at) => withCell(cells, 4, ["A", "B", "A", "B", "A"][at]!));
  await save("05_健康課.xlsx", { 台帳: [HEADER, ...letters] });
  await save("06_子育て支援課.xlsx", { 台帳: [HEADER, ...measures(5)] });
  copyFileSync(join(sent, "06_子育て支援課.xlsx"), join(sent, "06_子育て支援課 - コピー.xlsx"));
  await save("07_環境課.xlsx", { 台帳: [HEADER, ...measures(6)] });
  const corrected = measures(6).map((cells, at) => (at === 2 ? withCell(withCell(cells, 4, "達成"), 5, "") : cells));
  await save("07_環境課（修正2）.xlsx", { 台帳: [HEADER, ...corrected] });
  await save("08_農林課.xlsx", { 台帳: [HEADER] });
  writeFileSync(join(sent, "09_商工課.xlsx"), Uint8Array.from([...OLE, ...new Array<number>(600).fill(0)]));
  writeFileSync(join(sent, "10_建設課.xls"), Uint8Array.from(OLE));
  writeFileSync(join(sent, "~$01_総務課.xlsx"), "user");
  writeFileSync(join(sent, "11_都市計画課.csv"), encodeCp932(csv([HEADER, ...measures(10)])).bytes);
  writeFileSync(join(sent, "12_上下水道課.csv"), `\ufeff${csv([HEADER, ...measures(11)])}`);
  writeFileSync(join(sent, "13_教育総務課.csv"), "日付,人数\r\n4/1,3\r\n");
  await save("教育委員会と消防.xlsx", { 生涯学習課: [HEADER, ...measures(13)], 消防本部: [HEADER, ...measures(14)] });
  const doubtful = measures(15).map((cells, at) =>
    at === 1 ? withCell(cells, 4, "達成？") : at === 3 ? withCell(cells, 4, "") : cells,
  );
  await save("16_会計課.xlsx", { 台帳: [HEADER, ...doubtful] });
  const foreign = withCell(
    withCell(withCell(measures(0)[0]!, 4, "未達成"), 5, "委員会で保留となったため"),
    6,
    "議会事務局",
  );
  await save("17_議会事務局.xlsx", { 台帳: [HEADER, ...measures(16), foreign] });
  const numbered = measures(17).map((cells, at) => (at === 0 ? withCell(cells, 0, 11) : cells));
  await save("18_監査委員事務局.xlsx", { 台帳: [HEADER, ...numbered] });
  writeFileSync(join(sent, "19_選挙管理委員会.xlsx"), readFileSync(join(sent, "01_総務課.xlsx")).subarray(0, 3_000));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly total: number;
  readonly lacks: string;
  readonly sections: readonly { section: string; state: string; measures: number; contact: string }[];
  readonly ledgers: readonly {
    file: string;
    sheet: string;
    measures: number;
    taken: number;
    left: string | null;
    aside: number[];
  }[];
  readonly unread: readonly { file: string; sheet: string; reason: string; isSkipped: boolean }[];
  readonly conflicts: readonly {
    kind: string;
    subject: string;
    state: string;
    candidates: { label: string; file: string; sheet: string; cell: string; isUsed: boolean }[];
  }[];
}

async function collected(out: string, ...more: string[]): Promise<Answer> {
  const ran = await run("collect", sent, "--out", join(folder, out), "--roster", roster, "--json", ...more);
  expect(ran).toMatchObject({ code: 1, err: "" });
  expect(checkPackage(readFileSync(join(folder, out)), out)).toEqual([]);
  return JSON.parse(ran.out) as Answer;
}

async function markFirst(out: string, marks: (kind: string, subject: string, label: string) => boolean): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, out));
  const sheet = workbook.getWorksheet("食い違い")!;
  let [kind, subject] = ["", ""];
  sheet.eachRow((row) => {
    kind = row.getCell(2).text || kind;
    subject = row.getCell(3).text || subject;
    if (marks(kind, subject, row.getCell(4).text)) row.getCell(9).value = "○";
  });
  await workbook.xlsx.writeFile(join(folder, out));
}

describe("collecting what twenty sections sent", () => {
  it("names every fault at its file and cell, and loses no row", async () => {
    const answer = await collected("一.xlsx");
    const stateOf = Object.fromEntries(answer.sections.map(({ section, state }) => [section, state]));
    expect(stateOf).toMatchObject({
      総務課: "submitted",
      企画課: "submitted",
      税務課: "submitted",
      福祉課: "submitted",
      健康課: "submitted",
      環境課: "replaced",
      農林課: "unread",
      商工課: "unread",
      建設課: "unread",
      都市計画課: "submitted",
      上下水道課: "submitted",
      教育総務課: "unread",
      生涯学習課: "submitted",
      消防本部: "submitted",
      会計課: "blocked",
      選挙管理委員会: "unread",
      防災課: "missing",
    });
    expect(answer.sections.find(({ section }) => section === "防災課")?.contact).toBe("内線219");
    const reasonOf = (name: string) => answer.unread.find(({ file }) => file.startsWith(name))?.reason;
    expect(reasonOf("08")).toContain("A1:G1");
    expect(reasonOf("09")).toContain("パスワード");
    expect(reasonOf("10")).toContain("保存し直して");
    expect(reasonOf("13")).toContain("見出し");
    expect(reasonOf("19")).toContain("壊れている");
    expect(answer.unread.filter(({ isSkipped }) => isSkipped).map(({ file }) => file)).toEqual(["~$01_総務課.xlsx"]);

    const found = answer.conflicts.map(({ kind, subject, state }) => `${kind} ${subject} ${state}`);
    expect(found).toEqual([
      "same-file 子育て支援課 automatic",
      "versions 環境課 automatic",
      "other-content 1 総務課の事業その1 open",
      "same-number 11 企画課の事業その1 open",
      "status-word A open",
      "status-word B open",
      "status-word 達成？ open",
    ]);
    const placesOf = (kind: string) =>
      answer.conflicts
        .find((one) => one.kind === kind)!
        .candidates.map(({ file, cell, isUsed }) => [file, cell, isUsed]);
    expect(placesOf("versions")).toEqual([
      ["07_環境課.xlsx", "A2", false],
      ["07_環境課（修正2）.xlsx", "A2", true],
    ]);
    expect(placesOf("other-content")).toEqual([
      ["01_総務課.xlsx", "D2", true],
      ["17_議会事務局.xlsx", "D7", false],
    ]);
    expect(placesOf("status-word")[0]).toEqual(["05_健康課.xlsx", "E2", false]);

    // Each row that was read is in the collected ledger, or the ledger or row that stands for it is.
    expect(answer.total).toBe(14 * 5);
    expect(answer.ledgers.reduce((sum, { taken }) => sum + taken, 0)).toBe(answer.total);
    expect(answer.sections.reduce((sum, { measures: count }) => sum + count, 0)).toBe(answer.total);
    const short = answer.ledgers
      .filter(({ measures: count, taken }) => count !== taken)
      .map(({ file, left }) => [file, left]);
    expect(short).toEqual([
      ["06_子育て支援課 - コピー.xlsx", "same-file"],
      ["07_環境課.xlsx", "versions"],
      ["17_議会事務局.xlsx", null],
    ]);
    expect(answer.ledgers.find(({ file }) => file.startsWith("04"))?.aside).toEqual([9]);
    for (const word of ["未提出1課（防災課）", "読めないファイル5個", "未決5件", "要修正1課"])
      expect(answer.lacks).toContain(word);
  });

  it("gives the same bytes for any order of the files", async () => {
    const files = readdirSync(sent).map((name) => join(sent, name));
    const backwards = [...files].reverse();
    for (const [name, named] of [
      ["順.xlsx", files],
      ["逆.xlsx", backwards],
    ] as const) {
      await run("collect", ...named, "--out", join(folder, name), "--roster", roster);
    }
    expect(readFileSync(join(folder, "逆.xlsx")).equals(readFileSync(join(folder, "順.xlsx")))).toBe(true);
  });

  it("makes a ledger that is checked and reported on without a question", async () => {
    const out = join(folder, "一.xlsx");
    const checked = JSON.parse((await run("check", out, "--json")).out) as {
      findings: { rule: string; sheet: string }[];
    };
    expect([...new Set(checked.findings.map(({ sheet }) => sheet))]).toEqual(["取りまとめ台帳"]);
    const blocking = checked.findings.map(({ rule }) => rule);
    expect(blocking.filter((rule) => /^column|^header|^table/.test(rule))).toEqual([]);
    const report = await run("report", out, "--out", join(folder, "報告.xlsx"), "--json");
    expect(report.code).toBe(0);
    expect((JSON.parse(report.out) as { tally: { total: { total: number } } }).tally.total.total).toBe(70);
  });

  it("remembers what was chosen on the sheet, and names rows that nobody sends any more", async () => {
    const out = "一.xlsx";
    expect(await run("collect", sent, "--out", join(folder, out))).toMatchObject({ code: 2 });
    await markFirst(out, (kind, subject, label) => {
      if (kind === "状況の語") return label === (subject === "B" ? "未達成" : "達成");
      return kind === "内容が違う" && label === "議会事務局";
    });
    const second = await collected(out, "--force");
    expect(second.conflicts.filter(({ state }) => state === "open").map(({ kind }) => kind)).toEqual(["same-number"]);
    expect(second.total).toBe(70);
    const taken = (answer: Answer, name: string) => answer.ledgers.find(({ file }) => file.startsWith(name))?.taken;
    expect([taken(second, "01"), taken(second, "17")]).toEqual([4, 6]);
    // The choices hold without being made again, also where a section's file is gone now.
    rmSync(join(sent, "03_税務課.xlsx"));
    const third = await collected(out, "--force");
    // Nobody has decided on them: they stay, and stand beside the total.
    expect(third.total).toBe(70);
    expect(
      third.conflicts.filter(({ state }) => state === "open").map(({ kind, subject }) => `${kind} ${subject}`),
    ).toEqual(["same-number 11 企画課の事業その1", "vanished 税務課（全5件）"]);
    expect(third.lacks).toContain("前回から仮に残した行5件");
    await markFirst(out, (kind, _, label) => kind === "前回あった行" && label === "除く");
    const fourth = await collected(out, "--force");
    expect(fourth.total).toBe(65);
    expect(fourth.sections.reduce((sum, { measures: count }) => sum + count, 0)).toBe(65);
  });
});
