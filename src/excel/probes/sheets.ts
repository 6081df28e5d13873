import { answerOf, codeOf, onSheet, type Answer, type Ground, type Probe } from "./probe";

/** What a cell shows, and what it leads to, after it was made a link. */
async function linked(ground: Ground, hyperlink: Excel.RangeHyperlink): Promise<Answer> {
  return onSheet(ground, (sheet) => {
    const range = sheet.getRange("A1");
    range.values = [["行政"]];
    range.hyperlink = hyperlink;
    range.load("values,hyperlink");
    return () => [answerOf(range.values[0]![0]), range.hyperlink.documentReference ?? ""];
  });
}

/** Whether Excel takes names for sheets. */
async function namesTaken(ground: Ground, names: readonly string[]): Promise<Answer> {
  const codes = [];
  for (const name of names) {
    codes.push(
      await codeOf(ground, (_sheet, { workbook }) => {
        workbook.worksheets.add(name);
      }),
    );
  }
  return codes;
}

/** Sheets: names, order, front, and links between them. */
export const SHEET_PROBES: readonly Probe[] = [
  {
    id: "link-without-text",
    expected: ["行政", "Sheet1!A1"],
    run: (ground) => linked(ground, { documentReference: "Sheet1!A1" }),
  },
  {
    id: "link-with-text",
    expected: ["行政", "Sheet1!A1"],
    run: (ground) => linked(ground, { documentReference: "Sheet1!A1", textToDisplay: "行政" }),
  },
  {
    id: "link-text-like-formula",
    expected: ["=1+1", "Sheet1!A1"],
    run: (ground) => linked(ground, { documentReference: "Sheet1!A1", textToDisplay: "=1+1" }),
  },
  {
    id: "link-to-missing-sheet",
    expected: "done",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.getRange("A1").hyperlink = { documentReference: `'${ground.claim()}'!A1`, textToDisplay: "x" };
      }),
  },
  {
    id: "link-after-rename",
    expected: "old",
    run: async (ground) => {
      const [before, after] = [ground.claim(), ground.claim()];
      await codeOf(ground, (sheet, { workbook }) => {
        const target = workbook.worksheets.add(before);
        sheet.getRange("A1").hyperlink = { documentReference: `'${before}'!A1`, textToDisplay: "x" };
        target.name = after;
      });
      return onSheet(ground, (sheet) => {
        const range = sheet.getRange("A1");
        range.load("hyperlink");
        return () => (String(range.hyperlink.documentReference).includes(after) ? "new" : "old");
      });
    },
  },
  {
    id: "sheet-name-length",
    expected: ["done", "InvalidArgument"],
    run: (ground) => {
      const name = ground.claim();
      return namesTaken(ground, [name.padEnd(31, "字"), name.padEnd(32, "字")]);
    },
  },
  {
    id: "sheet-name-colon",
    expected: ["InvalidArgument", "done"],
    run: (ground) => namesTaken(ground, [`${ground.claim()}:1`, `${ground.claim()}：1`]),
  },
  { id: "sheet-name-history", expected: ["InvalidArgument", "InvalidArgument"], run: historyNames },
  {
    id: "sheet-name-case",
    expected: ["done", "ItemAlreadyExists"],
    run: (ground) => {
      const name = ground.claim();
      return namesTaken(ground, [`${name}a`, `${name}A`]);
    },
  },
  {
    id: "sheet-name-width",
    expected: ["done", "done", "done"],
    run: (ground) => {
      const name = ground.claim();
      return namesTaken(ground, [`${name}カa`, `${name}ｶa`, `${name}カａ`]);
    },
  },
  {
    id: "position-last",
    expected: true,
    run: async (ground) => {
      await codeOf(ground, (_sheet, { workbook }) => {
        workbook.worksheets.add(ground.claim());
      });
      return ground.host.run(async (context) => {
        const { worksheets } = context.workbook;
        const count = worksheets.getCount();
        await context.sync();
        const sheet = worksheets.getItem(ground.sheet);
        sheet.position = count.value - 1;
        const last = worksheets.getLast();
        last.load("name");
        await context.sync();
        return last.name === ground.sheet;
      });
    },
  },
  {
    id: "activate-hidden",
    expected: "InvalidOperation",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.visibility = "Hidden";
        sheet.activate();
      }),
  },
  {
    id: "delete-very-hidden",
    expected: "InvalidOperation",
    run: (ground) =>
      codeOf(ground, (sheet) => {
        sheet.visibility = "VeryHidden";
        sheet.delete();
      }),
  },
  {
    id: "freeze-inactive",
    expected: "stays",
    run: async (ground) =>
      ground.host.run(async (context) => {
        const { worksheets } = context.workbook;
        const before = worksheets.getActiveWorksheet();
        before.load("name");
        await context.sync();
        worksheets.getItem(ground.sheet).freezePanes.freezeRows(2);
        await context.sync();
        const after = worksheets.getActiveWorksheet();
        after.load("name");
        await context.sync();
        return after.name === before.name ? "stays" : "moves";
      }),
  },
  { id: "own-change-event", expected: "ThisLocalAddin", run: ownEvent },
];

/** Names that Excel keeps to itself; whatever it takes is removed at once, because it is no name of a probe. */
async function historyNames(ground: Ground): Promise<Answer> {
  const codes = [];
  for (const name of ["History", "履歴"]) {
    codes.push(
      await codeOf(ground, (sheet) => {
        sheet.name = name;
        sheet.name = ground.sheet;
      }),
    );
  }
  return codes;
}

/** Milliseconds that an event is waited for. */
const PATIENCE = 3_000;

async function ownEvent({ host, sheet: name }: Ground): Promise<Answer> {
  let told: ((source: string) => void) | null = null;
  const event = new Promise<string>((resolve) => (told = resolve));
  const handler = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const added = sheet.onChanged.add((change) => {
      const source = change.triggerSource as string | undefined;
      told?.(source ?? "not said");
      return Promise.resolve();
    });
    await context.sync();
    sheet.getRange("A1").values = [["x"]];
    await context.sync();
    return added;
  });
  const pause = host.pause ?? ((milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const source = await Promise.race([event, pause(PATIENCE).then(() => "none")]);
  handler.remove();
  await handler.context.sync();
  return source;
}
