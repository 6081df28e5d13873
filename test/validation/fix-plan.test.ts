import { describe, expect, it } from "vitest";
import { automaticFixes, planFixes, type ChosenFix } from "../../src/validation/fix-plan";
import type { Finding } from "../../src/validation/finding";
import { RULES } from "../../src/validation/rules";
import { check } from "./check-rows";
import { cleanBook, COLUMN, FIRST_ROW, type OpenBook, Random } from "./clean-ledger";
import { PLANTINGS } from "./plantings";
import { VOCABULARIES } from "./vocabularies";

function bookWith(...cells: readonly (readonly [column: number, value: string])[]): OpenBook {
  const book = cleanBook(30, VOCABULARIES["袖ケ浦市電子市政推進計画"]!, new Random(5));
  for (const [column, value] of cells) book.ledger[FIRST_ROW]![column] = value;
  return book;
}

function applied(book: OpenBook, fixes: readonly ChosenFix[]): OpenBook {
  const { edits } = planFixes(fixes);
  for (const { sheet, row, column, before, after } of edits) {
    const rows = sheet === "台帳" ? book.ledger : book.plan;
    expect(rows[row]![column]).toBe(before);
    rows[row]![column] = after;
  }
  return book;
}

const choose = (finding: Finding, choice = 0): ChosenFix => ({ finding, choice });

describe("planFixes", () => {
  it("composes the mendings of one cell in one edit and shows them together", () => {
    const findings = check(bookWith([COLUMN.remarks, " 前\u200B後  の　"]));
    const plan = planFixes(automaticFixes(findings));
    expect(plan.left).toEqual([]);
    expect(plan.preview).toEqual([
      {
        sheet: "台帳",
        cell: "N4",
        before: " 前\u200B後  の　",
        after: "前後 の",
        rules: ["space-edge", "space-doubled", "space-invisible"],
      },
    ]);
    expect(plan.edits[0]).toMatchObject({ row: FIRST_ROW, column: COLUMN.remarks, after: "前後 の" });
  });

  it("mends what another fix writes", () => {
    const book = bookWith([COLUMN.policy, "　L A N の整備"]);
    const findings = check(book).filter(({ rule }) => rule === "space-edge" || rule === "text-letter-spaced");
    expect(planFixes(findings.map((finding) => choose(finding))).edits.map(({ after }) => after)).toEqual([
      "LAN の整備",
    ]);
  });

  it("leaves a second fix that wants another text there", () => {
    const book = bookWith([COLUMN.remarks, "L A Nと㈱"]);
    const findings = check(book).filter(({ choices }) => choices.length > 0);
    expect(findings.map(({ rule }) => rule)).toEqual(["text-letter-spaced", "character-platform"]);
    const plan = planFixes(findings.map((finding) => choose(finding)));
    expect(plan.edits.map(({ after }) => after)).toEqual(["LANと㈱"]);
    expect(plan.left.map(({ finding }) => finding.rule)).toEqual(["character-platform"]);
  });

  it("writes nothing for a finding that has no such choice", () => {
    const findings = check(bookWith([COLUMN.status, ""])).filter(({ rule }) => rule === "status-blank");
    expect(planFixes(findings.map((finding) => choose(finding)))).toMatchObject({ edits: [], preview: [] });
  });

  it("never touches a cell that no chosen finding names", () => {
    for (const { id } of RULES) {
      const { book } = PLANTINGS[id](new Random(21));
      for (const finding of check(book)) {
        finding.choices.forEach((offered, index) => {
          const cells = new Set(offered.edits.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`));
          for (const edit of planFixes([choose(finding, index)]).edits) {
            expect(cells.has(`${edit.sheet} ${edit.row} ${edit.column}`)).toBe(true);
          }
        });
      }
    }
  });
});

describe("a finding goes when it is mended", () => {
  const fixable = RULES.filter(({ fix }) => fix !== "manual").map(({ id }) => id);

  it.each(fixable)("%s", (id) => {
    for (let seed = 1; seed <= 12; seed++) {
      const { book } = PLANTINGS[id](new Random(seed));
      const before = check(book).filter(({ rule, choices }) => rule === id && choices.length > 0);
      const [finding] = before;
      if (!finding) continue;
      for (let index = 0; index < finding.choices.length; index++) {
        const mended = check(applied(PLANTINGS[id](new Random(seed)).book, [choose(finding, index)]));
        const again = mended.filter(({ rule, cell }) => rule === id && cell === finding.cell);
        expect({ seed, index, again }).toEqual({ seed, index, again: [] });
      }
    }
  });
});
