import { describe, expect, it, test } from "vitest";
import { DEFAULT_SETTINGS, type PlanProfile } from "../../src/ledger/settings";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { readFieldProfiles } from "../../src/ledger/read-fields";
import { BOOKLET_PARTS } from "../../src/report/booklet/parts";
import { planReport } from "../../src/report/plan-report";
import { headerAndFooter } from "../../src/report/page-setup";
import { sampleLedger } from "../fixtures/sample-ledger";
import { readLedger } from "../../src/ledger/read-ledger";

const { plan: blank } = readPlanProfile(undefined);
const plan = (name: string): PlanProfile => ({ ...blank, name });

describe("headerAndFooter", () => {
  it("says the plan's name above and the page's number below", () => {
    expect(headerAndFooter(plan("電子市政推進計画"))).toEqual({ header: "&9電子市政推進計画", footer: "- &P -" });
  });

  it.each([
    ["an ampersand, which begins a code, is doubled", "A&P計画&D", "&9A&&P計画&&D"],
    ["a digit is kept from being read as part of the size", "2期計画", "&9 2期計画"],
    ["line breaks and spaces become one space", " 推進\n　計画 ", "&9推進 計画"],
    ["245 characters are not too many", "計".repeat(245), `&9${"計".repeat(245)}`],
    ["246 are, ampersands counted twice", `${"計".repeat(244)}&`, undefined],
    ["there is none without a name", " 　", undefined],
  ])("%s", (_what, name, header) => {
    const found = headerAndFooter(plan(name));
    expect(found.header).toBe(header);
    expect(found.footer).toBe("- &P -");
  });
});

test("every page of a report that has a header or a footer has these", () => {
  const source = sampleLedger("台帳");
  const { fields } = readFieldProfiles(undefined);
  const { ledger } = readLedger(source, { statuses: DEFAULT_SETTINGS.statuses, fieldOrder: fields });
  const { sheets } = planReport({
    ledger: ledger!,
    source,
    settings: DEFAULT_SETTINGS,
    fields,
    plan: plan("産業&観光計画"),
    parts: ["booklet", "summary", "fields", "narrative"],
    chapters: BOOKLET_PARTS,
    today: new Date("2011-03-31T08:05:00Z"),
  });
  const pages = sheets.map(({ page }) => page);
  expect(new Set(pages.map(({ footer }) => footer))).toEqual(new Set([undefined, "- &P -"]));
  expect(new Set(pages.map(({ header }) => header))).toEqual(
    new Set([undefined, "&9産業&&観光計画", "&9産業&&観光計画　資料"]),
  );
});
