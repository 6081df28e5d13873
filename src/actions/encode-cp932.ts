/*
 * CP932 (Windows-31J), the Shift_JIS of Windows that programs on closed municipal networks expect. The table is the
 * decoder's of the platform (the WHATWG encoding "shift_jis" is CP932), read backwards: no table has to be shipped.
 */

/** A character that CP932 does not have, and where it stands; `?` was written for it. */
interface MissingCharacter {
  readonly character: string;
  /** "U+9AD9" */
  readonly codePoint: string;
  /** Zero-based rows and columns of the fields. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

/** Bytes in CP932 and what they could not hold. */
interface Cp932Text {
  readonly bytes: Uint8Array;
  /** In order of first appearance. */
  readonly missing: readonly string[];
}

const QUESTION_MARK = 0x3f;

/** Characters of other systems that CP932 has under another code; the glyphs are the same. */
const SAME_GLYPHS: Readonly<Record<string, string>> = {
  "\u301C": "\uFF5E",
  "\u2212": "\uFF0D",
  "\u2016": "\u2225",
  "\u2014": "\u2015",
  "\u00A2": "\uFFE0",
  "\u00A3": "\uFFE1",
  "\u00AC": "\uFFE2",
};

let table: ReadonlyMap<string, number> | undefined;

/** A text in CP932; what it lacks becomes "?". */
export function encodeCp932(text: string): Cp932Text {
  table ??= readTable();
  const bytes: number[] = [];
  const missing = new Set<string>();
  for (const character of text) {
    const code = codeOf(character, table);
    if (code === undefined) missing.add(character);
    const written = code ?? QUESTION_MARK;
    if (written > 0xff) bytes.push(written >> 8);
    bytes.push(written & 0xff);
  }
  return { bytes: Uint8Array.from(bytes), missing: [...missing] };
}

/** The characters of a table that CP932 lacks, with the cells they stand in. */
export function missingInCp932(rows: readonly (readonly string[])[]): MissingCharacter[] {
  table ??= readTable();
  const found = new Map<string, { row: number; column: number }[]>();
  for (const [row, cells] of rows.entries()) {
    for (const [column, text] of cells.entries()) {
      const here = new Set<string>();
      for (const character of text) if (codeOf(character, table) === undefined) here.add(character);
      for (const character of here) {
        const places = found.get(character);
        if (places) places.push({ row, column });
        else found.set(character, [{ row, column }]);
      }
    }
  }
  return [...found].map(([character, cells]) => ({
    character,
    codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    cells,
  }));
}

function codeOf(character: string, codes: ReadonlyMap<string, number>): number | undefined {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code;
  return codes.get(SAME_GLYPHS[character] ?? character);
}

/** Character → one or two bytes as one number. Of doubly coded characters the code that Windows writes. */
function readTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("shift_jis");
  const codes = new Map<string, number>();
  const add = (bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const isOne = character.length === 1 && character !== "\uFFFD" && !/[\uE000-\uF8FF]/.test(character);
    if (isOne && !codes.has(character))
      codes.set(
        character,
        bytes.reduce((code, byte) => code * 256 + byte, 0),
      );
  };
  for (let kana = 0xa1; kana <= 0xdf; kana++) add([kana]);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    // A0–DF are single bytes; ED and EE repeat IBM's extensions, which Windows writes as FA–FC.
    if ((lead >= 0xa0 && lead <= 0xdf) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) add([lead, trail]);
  }
  return codes;
}
