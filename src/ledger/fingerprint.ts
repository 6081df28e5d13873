import type { CellValue } from "../cells/cell";

/**
 * Fingerprint of a block of cells: 16 hexadecimal digits. Two lanes of 32 bits run over the UTF-16 units of each text and the
 * bits of each number, with a tag per type, over the cells of each row, and over the rows, so that 1 and "1", or two texts and
 * their joining, differ. Blank cells at the end of a row and blank rows at the end do not count. It tells whether something was edited; it
 * is not cryptographic and no defence against forgery.
 */
export function fingerprint(values: readonly (readonly CellValue[])[]): string {
  const print = new Fingerprint();
  for (const cells of values) print.addRow(cells);
  return print.digest();
}

/* Odd multipliers of MurmurHash3 (x86, 128 bits) and the golden ratio: every step is a bijection of the lane. */
const M1 = 0x239b961b;
const M2 = 0x2c1b3c6d;
const M3 = 0x9e3779b1;

const TEXT = 0x54;
const NUMBER = 0x4e;
const INTEGER = 0x49;
const LOGICAL = 0x4c;
const BLANK = 0x42;
const ROW = 0x52;

const FIRST_PRINTED = 0x20;
const SURROGATES = 0xd800;

const number = new Float64Array(1);
const numberWords = new Int32Array(number.buffer);

/** Takes the fingerprint of rows, one at a time. */
export class RowPrinter {
  /** The two lanes of the row; both are 0 for a blank row and for no other. */
  a = 0;
  b = 0;
  /**
   * True where a text of the row may have control characters, halves of surrogate pairs or U+FFFE and U+FFFF: it has units
   * below U+0020 or from U+D800 on.
   */
  isOdd = false;
  /** The last text of each column and its two lanes: ledgers repeat the cell above in most columns. */
  private readonly above: string[] = [];
  private aboveA = new Int32Array(16);
  private aboveB = new Int32Array(16);
  private aboveOdd = new Uint8Array(16);

  /** Puts a row's lanes in `a` and `b`. */
  print(cells: readonly CellValue[]): void {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === "") width--;
    let a = width;
    let b = width > 0 ? ROW : 0;
    if (width > this.above.length) this.widen(width);
    const { above, aboveA, aboveB } = this;
    let odd = 0;
    // The lanes in local 32-bit numbers: every cell of a ledger comes through here.
    for (let column = 0; column < width; column++) {
      const cell = cells[column];
      let x = BLANK;
      let y = 0;
      if (typeof cell === "string") {
        if (cell !== "") {
          if (cell !== above[column]) this.hashText(cell, column);
          x = aboveA[column]!;
          y = aboveB[column]!;
          odd |= this.aboveOdd[column]!;
        }
      } else if (typeof cell === "number") {
        const integer = cell | 0;
        if (cell === integer) {
          x = INTEGER ^ Math.imul(integer, M2);
          y = integer;
        } else {
          number[0] = cell;
          x = NUMBER ^ Math.imul(numberWords[0]!, M2);
          y = numberWords[1]!;
        }
      } else if (cell !== undefined) {
        x = LOGICAL;
        y = cell ? 1 : 2;
      }
      a = (Math.imul(((a << 15) | (a >>> 17)) ^ x, M2) + y) | 0;
      a ^= a >>> 15;
      b = (Math.imul(((b << 13) | (b >>> 19)) ^ y, M1) + x) | 0;
      b ^= b >>> 13;
    }
    this.a = a;
    this.b = width > 0 && a === 0 && b === 0 ? 1 : b;
    this.isOdd = odd !== 0;
  }

  private widen(width: number): void {
    while (this.above.length < width) this.above.push("");
    if (width <= this.aboveA.length) return;
    const { aboveA, aboveB, aboveOdd } = this;
    this.aboveA = new Int32Array(width * 2);
    this.aboveB = new Int32Array(width * 2);
    this.aboveOdd = new Uint8Array(width * 2);
    this.aboveA.set(aboveA);
    this.aboveB.set(aboveB);
    this.aboveOdd.set(aboveOdd);
  }

  /** Puts a text and its lanes in `above`. */
  private hashText(text: string, column: number): void {
    let a = TEXT ^ text.length;
    let b = TEXT;
    let odd = 0;
    const even = text.length & ~1;
    for (let at = 0; at < even; at += 2) {
      const one = text.charCodeAt(at);
      const other = text.charCodeAt(at + 1);
      if (one < FIRST_PRINTED || one >= SURROGATES || other < FIRST_PRINTED || other >= SURROGATES) odd = 1;
      const units = one | (other << 16);
      a = Math.imul(a ^ units, M3);
      a = (a << 15) | (a >>> 17);
      b = (Math.imul(b, M1) + units) | 0;
    }
    if (even < text.length) {
      const unit = text.charCodeAt(even);
      if (unit < FIRST_PRINTED || unit >= SURROGATES) odd = 1;
      a = Math.imul(a ^ unit, M3);
      b = (Math.imul(b, M1) + unit) | 0;
    }
    this.above[column] = text;
    this.aboveA[column] = a;
    this.aboveB[column] = b;
    this.aboveOdd[column] = odd;
  }
}

/** A fingerprint in the making, for who has the rows in hand one by one: the same as `fingerprint` of all of them. */
export class Fingerprint {
  private readonly printer = new RowPrinter();
  private a = 0x811c9dc5 | 0;
  private b = 0x01000193 | 0;
  private blankRows = 0;

  /** Adds the next row; what is blank at its end does not count. */
  addRow(cells: readonly CellValue[]): void {
    this.printer.print(cells);
    this.addPrint(this.printer.a, this.printer.b);
  }

  /** The same for a row whose lanes were taken before. */
  addPrint(a: number, b: number): void {
    if (a === 0 && b === 0) {
      this.blankRows++;
      return;
    }
    for (; this.blankRows > 0; this.blankRows--) this.mix(ROW, 0);
    this.mix(a, b);
  }

  /** The fingerprint of the rows so far: 16 hexadecimal digits. */
  digest(): string {
    return hex(finish(this.a ^ Math.imul(this.b, M3))) + hex(finish(this.b ^ Math.imul(this.a, M1)));
  }

  private mix(x: number, y: number): void {
    const a = (Math.imul(((this.a << 15) | (this.a >>> 17)) ^ x, M2) + y) | 0;
    const b = (Math.imul(((this.b << 13) | (this.b >>> 19)) ^ y, M1) + x) | 0;
    this.a = a ^ (a >>> 15);
    this.b = b ^ (b >>> 13);
  }
}

function finish(lane: number): number {
  let bits = lane ^ (lane >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, "0");
}
