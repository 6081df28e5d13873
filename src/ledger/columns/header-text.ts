import type { ColumnKey } from "../ledger";
import { matchKey } from "../match-key";
import { COLUMN_WORDS, isStageAlone, stageOf, type ColumnWords } from "./column-words";
import { takeYear, type YearBase } from "./year-stamp";

/** What the words of a header say, from its band down to the column itself. */
export interface HeaderText {
  /** The entry of the word table that decided; null where no word is known. */
  readonly words: ColumnWords | null;
  /** True where the column's own text is a word that is not known; false too where it is nothing but a year or a unit. */
  readonly isUnknown: boolean;
  /** The column's key by its words alone. */
  readonly key: ColumnKey | null;
  /** What the bands above the column's own text mean by their words, the nearest first. */
  readonly bands: readonly (ColumnKey | null)[];
  /** True where the whole header is a known word; false where a known word ends it or stands in its band. */
  readonly whole: boolean;
  readonly year: number | null;
  /** Who evaluates or which round it is (自己, 一次, 外部…); "" where nothing says it. */
  readonly stage: string;
  /** Number of the indicator the column belongs to, as written; 0 where none is. */
  readonly index: number;
  /** 活動 or 成果 where the header says which kind of indicator it is; "" otherwise. */
  readonly kind: string;
  /** Unit in brackets (千円, ％) as its match key; "" where none is. */
  readonly unit: string;
}

/** Reads a header given as its path: the texts of its bands and, last, its own. `base`: see `takeYear`. */
export type HeaderReader = (path: readonly string[], base: YearBase) => HeaderText;

/** A reader that reads each text once, in however many headers it stands. */
export function headerReader(): HeaderReader {
  const known = new Map<YearBase, Map<string, Part>>();
  return (path, base) => {
    let parts = known.get(base);
    if (parts === undefined) known.set(base, (parts = new Map<string, Part>()));
    return readHeaderText(path, base, parts);
  };
}

function readHeaderText(path: readonly string[], base: YearBase, parts: Map<string, Part>): HeaderText {
  let words: ColumnWords | null = null;
  const bands: (ColumnKey | null)[] = [];
  let whole = false;
  let isUnknown = false;
  let year: number | null = null;
  let stage = "";
  let index = 0;
  let kind = "";
  let unit = "";
  for (let at = path.length - 1; at >= 0; at--) {
    const raw = path[at]!;
    let part = parts.get(raw);
    if (part === undefined) parts.set(raw, (part = readPart(raw, base)));
    year ??= part.year;
    if (stage === "") stage = part.stage;
    if (index === 0) index = part.index;
    if (kind === "") kind = part.kind;
    if (unit === "") unit = part.unit;
    if (at < path.length - 1) bands.push(part.ending?.words.key ?? null);
    // A word without meaning of its own (名称, 金額, 内容) leaves it to the band above.
    if ((words === null && !isUnknown) || (GENERIC.has(part.text) && at > 0)) {
      const found = notedWords(part.noted) ?? (part.text === "" ? null : part.ending);
      if (found !== null && !(GENERIC.has(part.text) && at > 0)) {
        words = found.words;
        whole = found.whole && at === path.length - 1;
      } else if (part.text !== "" && !GENERIC.has(part.text)) {
        // An own word that nobody knows is not explained by its band.
        isUnknown = true;
      }
    }
  }
  const judge = path[path.length - 1] ?? "";
  if (bands[0] === "status" && (words?.key == null || words.key === "department") && BODY.test(headerKey(judge))) {
    // 「評価 › 主管課」, 「評価 › 推進会議」: the band says what, the column says who.
    words = wordsAtEnd(readPart(path[path.length - 2]!, base).text)?.words ?? words;
    whole = isUnknown = false;
    stage ||= judge.trim();
  }
  return {
    isUnknown,
    words,
    key: keyOf(words, path, { year, unit, bands }),
    bands,
    whole,
    year,
    stage,
    index,
    kind,
    unit,
  };
}

/* Somebody who judges. */
const BODY = /(?:課|部|局|室|会|会議|委員|本部|市民|住民|者|職員|庁内|外部|内部)$/;

/* What is to be done next, whatever it is called: 次年度の取組, 今後の実施計画. */
const AHEAD = /翌年度|次年度|来年度|今後|後半期/;
/* What a direction can be of: 成果 and コスト each get one of their own. */
const DIRECTED: readonly (ColumnKey | null)[] = ["result", "budget", "settled", "status", null];
const MAY_BE_AHEAD: readonly (ColumnKey | null)[] = ["action", "policy", "measure", "target", "result", "outline"];

function keyOf(
  words: ColumnWords | null,
  path: readonly string[],
  { year, unit, bands }: Pick<HeaderText, "year" | "unit" | "bands">,
): ColumnKey | null {
  const key = words?.key ?? null;
  // 「今後の方向性 › コスト」, 「成果指標 › 実績」: the band says what the short word below it means.
  if (bands.includes("direction") && DIRECTED.includes(key)) return "direction";
  if (bands.includes("indicator") && key === "result") return "actual";
  if (MAY_BE_AHEAD.includes(key) && AHEAD.test(headerKey(path[path.length - 1] ?? ""))) return "next";
  // 「令和6年度の主な取組」 is what was done in that year, not a level of the plan.
  if (key === "action" && year !== null) return "result";
  return key === "status" && unit === "%" ? "rate" : key;
}

interface Part {
  /** Key without year, unit, notes and marks. */
  readonly text: string;
  /** The word that its text ends with; null where none is known. */
  readonly ending: FoundWords | null;
  /** What stands in brackets. */
  readonly noted: string;
  readonly year: number | null;
  readonly stage: string;
  readonly index: number;
  readonly kind: string;
  readonly unit: string;
}

/* Words that say only what their band is about. */
const GENERIC = new Set(
  ["名称", "名", "値", "金額", "額", "件数", "合計", "計", "数値", "内容", "a", "b", "c", "d"].map(headerKey),
);

const INDICATOR_INDEX = /(?:指標|kpi)\(?([1-9])(?!\d)/;
const UNIT =
  /^(?:単位[:;]?)?((?:[千百十]?万?円|億円|%|人|名|件|回|か所|箇所|戸|世帯|ha|km|kg|t|m|枚|団体|ポイント|点|校|台|時間|日|店|社|世帯数|割|℃|t-co2|kwh|kl)(?:\/[^()]{1,4})?)$/;

function readPart(raw: string, base: YearBase): Part {
  const key = headerKey(raw);
  const stamped = takeYear(key, base);
  const index = Number(INDICATOR_INDEX.exec(key)?.[1] ?? 0);
  const kind = /(活動|成果|アウトプット|アウトカム)(?:指標|目標)/.exec(key)?.[1] ?? "";
  let unit = "";
  let noted = "";
  let text = stamped.rest.replace(/\(([^()]*)\)/g, (_, note: string) => {
    unit ||= UNIT.exec(note)?.[1] ?? "";
    noted += note;
    return "";
  });
  // 「（進捗状況）」: the brackets hold the header itself.
  if (text === "") text = noted;
  if (unit === "" && UNIT.test(text)) {
    unit = UNIT.exec(text)?.[1] ?? "";
    text = "";
  }
  const stage = stageOf(text) || stageOf(noted);
  if (isStageAlone(text)) text = "";
  text = bare(text);
  return { text, ending: wordsAtEnd(text), noted, year: stamped.year, stage, index, kind: KINDS[kind] ?? kind, unit };
}

const KINDS: Readonly<Record<string, string>> = { アウトプット: "活動", アウトカム: "成果" };

/** A header's match key with one spelling for words that are written in several ways. */
export function headerKey(text: string): string {
  return matchKey(text)
    .replace(/取り組み?|取組み|とりくみ/g, "取組")
    .replace(/進ちょく|しんちょく/g, "進捗")
    .replace(/ヶ|ヵ|カ(?=[所年月])|箇(?=所)/g, "か");
}

/** Without item marks before it, note marks and numbers behind it. */
function bare(text: string): string {
  return text
    .replace(/^(?:[■●○◎◆▼▽・★☆※*]\d*|[(]?[\da-z][).:、]|\d+(?=[^\d\w]))+/, "")
    .replace(/[※*].*$/, "")
    .replace(/[:;。、]+$/, "")
    .replace(/の/g, "");
}

/* What may stand after the deciding word without changing it. */
const SUFFIX = /^(?:(?:及び|と|・)?(?:名称|名|欄|等|など|項目|区分|値|別|一覧|について|ほか|内訳|\(s\))|[1-9]|\/.*)*$/;

const BY_WORD = new Map<string, ColumnWords>();
let longestWord = 0;
for (const entry of COLUMN_WORDS) {
  for (const word of entry.words.trim().split(/\s+/)) {
    const key = headerKey(word)
      .replace(/\(([^()]*)\)/g, "$1")
      .replace(/の/g, "");
    if (!BY_WORD.has(key)) BY_WORD.set(key, entry);
    longestWord = Math.max(longestWord, key.length);
  }
}

/* Words that mean it in brackets too: 「活動指標（目標）」, 「事業費（決算）」, 「現状値（計画策定時）」. */
const MEANT_IN_BRACKETS: readonly (ColumnKey | null)[] = [
  "target",
  "actual",
  "base",
  "settled",
  "direction",
  "indicator",
];

interface FoundWords {
  readonly words: ColumnWords;
  readonly whole: boolean;
}

function notedWords(noted: string): FoundWords | null {
  const words = noted === "" ? undefined : BY_WORD.get(bare(noted));
  return words !== undefined && MEANT_IN_BRACKETS.includes(words.key) ? { words, whole: false } : null;
}

/** The word nearest the end, the longest of those that end there. */
function wordsAtEnd(text: string): FoundWords | null {
  const exact = BY_WORD.get(text);
  if (exact !== undefined) return { words: exact, whole: true };
  for (let end = text.length; end > 0; end--) {
    if (!SUFFIX.test(text.slice(end))) continue;
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const words = BY_WORD.get(text.slice(start, end));
      if (words !== undefined && (start === 0 || !isWholeOnly(text.slice(start, end))))
        return { words, whole: start === 0 };
    }
  }
  return null;
}

/* Words that end other words too (部, 課, 局, その他の項目): they count only as the whole text. */
function isWholeOnly(word: string): boolean {
  return word.length === 1 || word === "項目";
}
