import { cellAddress, type CellValue } from "../cells/cell";
import { cellText, isBlankCell } from "./cell-text";
import { findTableHeader } from "./header-cells";
import { matchKey } from "./match-key";
import { EMPTY_PLAN, type PlanProfile, type Wording } from "./settings";
import type { SheetSource } from "./source";
import { textLines } from "./text-lines";
import { formatEraMonth, serialDate } from "./wareki";

/** A row of the 計画 sheet that could not be used. */
export interface PlanNotice {
  /** "unknown-item": 項目 means nothing. "repeated": a single fact given twice, the first holds. "no-table": no header 項目 | 内容. */
  readonly kind: "unknown-item" | "repeated" | "no-table";
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
}

/** What the 計画 sheet says. */
export interface PlanResult {
  readonly plan: PlanProfile;
  readonly notices: readonly PlanNotice[];
}

/** Headers of the 計画 sheet; 自動の文 is there only where an automatic sentence was worded otherwise. */
export const PLAN_HEADERS = {
  item: ["項目", "事項"],
  content: ["内容", "値", "本文"],
  automatic: ["自動の文"],
} as const;

/** What a row that words a paragraph of the evaluation begins with. */
export const WORDING_PREFIX = "評価：";

type FactKey = "municipality" | "name" | "author" | "published" | "startYear" | "endYear";
type ProseKey = Exclude<keyof PlanProfile, FactKey | "wordings">;

const FACTS: Readonly<Record<FactKey, readonly string[]>> = {
  municipality: ["自治体名", "団体名", "市町村名"],
  name: ["計画名", "計画の名称"],
  author: ["作成課", "作成部署", "担当課"],
  published: ["発行年月", "作成年月", "発行日"],
  startYear: ["開始年度", "計画開始年度"],
  endYear: ["終了年度", "計画終了年度"],
};

const PROSE: Readonly<Record<ProseKey, readonly string[]>> = {
  phases: ["期区分", "期の区分"],
  purpose: ["策定の趣旨", "趣旨", "目的"],
  basicGoals: ["基本目標"],
  achievements: ["成果"],
  challenges: ["課題"],
  outlook: ["今後の取組", "今後の取り組み", "今後の方針"],
  notAchievedReasons: ["未達成の理由", "未達成理由"],
  cancelledReasons: ["中止の理由", "中止理由"],
};

/**
 * Reads the 計画 sheet: 項目 | 内容. Each row and each line of prose is an entry of its own; a row without 項目 continues the
 * item above. A date cell under 発行年月 reads as 和暦. Without a sheet nothing is known.
 */
export function readPlanProfile(source: SheetSource | undefined): PlanResult {
  if (!source) return { plan: EMPTY_PLAN, notices: [] };
  const header = findTableHeader(source.values, PLAN_HEADERS, ["item", "content"]);
  if (!header)
    return {
      plan: EMPTY_PLAN,
      notices: [{ kind: "no-table", sheet: source.name, cell: "", value: PLAN_HEADERS.item[0] }],
    };
  const itemColumn = header.columns.item ?? -1;
  const contentColumn = header.columns.content ?? -1;
  const notices: PlanNotice[] = [];
  const facts: Partial<Record<FactKey, string>> = {};
  const prose: Partial<Record<ProseKey, string[]>> = {};
  const wordings: Wording[] = [];
  let key: FactKey | ProseKey | undefined;
  let wording: number | null = null;
  for (let row = header.row + 1; row < source.values.length; row++) {
    const cells = source.values[row] ?? [];
    const item = cellText(cells[itemColumn]);
    const content = cells[contentColumn] ?? "";
    const notice = (kind: PlanNotice["kind"]) => {
      notices.push({
        kind,
        sheet: source.name,
        cell: cellAddress(source.row + row, source.column + itemColumn),
        value: item.trim(),
      });
    };
    if (!isBlankCell(item)) {
      const worded = wordedItem(item);
      wording = null;
      key = worded === null ? itemNamed(item) : undefined;
      if (worded !== null) {
        if (wordings.some((one) => matchKey(one.item) === matchKey(worded))) notice("repeated");
        else {
          const automatic = cellText(cells[header.columns.automatic ?? -1]).trim();
          wording = wordings.push({ item: worded, text: [], automatic }) - 1;
        }
      } else if (!key) notice("unknown-item");
    }
    if (wording !== null) {
      const { text, ...about } = wordings[wording]!;
      wordings[wording] = { ...about, text: [...text, ...textLines(cellText(content))] };
    }
    if (!key || isBlankCell(content)) continue;
    if (isFact(key)) {
      if (facts[key] === undefined) facts[key] = factText(key, content);
      else notice("repeated");
    } else {
      (prose[key] ??= []).push(...textLines(cellText(content)));
    }
  }
  // A row that says nothing leaves the sentence as it is.
  const said = wordings.filter(({ text }) => text.length > 0);
  return { plan: { ...EMPTY_PLAN, ...facts, ...prose, wordings: said }, notices };
}

/** What of the evaluation a row words: 「未達成」 for 「評価：未達成」; null for any other row. */
function wordedItem(item: string): string | null {
  return /^\s*評価\s*[：:]\s*(\S.*?)\s*$/s.exec(item)?.[1] ?? null;
}

const ITEMS = new Map<string, FactKey | ProseKey>();
for (const [key, names] of [...Object.entries(FACTS), ...Object.entries(PROSE)] as [
  FactKey | ProseKey,
  readonly string[],
][]) {
  for (const name of names) ITEMS.set(matchKey(name), key);
}

/** The member an item names; a note in brackets or a running number after it (「課題(1)」, 「課題2」) does not matter. */
function itemNamed(item: string): FactKey | ProseKey | undefined {
  const key = matchKey(item);
  return ITEMS.get(key) ?? ITEMS.get(key.replace(/\([^()]*\)/g, "").replace(/\d+$/, ""));
}

function isFact(key: FactKey | ProseKey): key is FactKey {
  return key in FACTS;
}

/* Serial numbers of 1954-10-03 and 2119-01-14: no plan's month lies outside, no year number within. */
const [EARLIEST_SERIAL, LATEST_SERIAL] = [20_000, 80_000];

function factText(key: FactKey, content: CellValue): string {
  const isDate = typeof content === "number" && content >= EARLIEST_SERIAL && content <= LATEST_SERIAL;
  return key === "published" && isDate ? formatEraMonth(serialDate(content)) : cellText(content).trim();
}
