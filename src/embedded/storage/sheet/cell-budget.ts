import { StorageError } from "../storage-error";

/*
 * What the cells of a workbook may hold. A small file can ask for much: cells far to the right, one long text or formula
 * that thousands of cells share, a million rows that are all the same. The limits leave an honest file alone, whatever its
 * size: what its parts spell out is always allowed.
 *
 * How far a part shrinks says little in bytes: honest sheets shrink to between a tenth and a hundred-and-fiftieth (rows of
 * forty repeated texts by a program that does not write where its cells stand; Apache POI's ZipSecureFile, which stops at a
 * hundredth, would refuse them). But whatever the program, rows that differ by no more than their number take 2.6 packed
 * bytes each (deflate at levels 1, 6 and 9; openpyxl's and LibreOffice's take 5), and so do shared texts. So rows with
 * values and texts are counted against the packed bytes of their part, at one a byte, which is two and a half times what an
 * honest file reaches.
 */

/** Cells of all sheets; beyond it the model would not fit into a browser's memory. */
const MAX_CELLS = 10_000_000;
/** Blank places before cells (8 bytes each), and characters of text (2 bytes each), that are allowed in any case. */
const BLANKS = 10_000_000;
const CHARACTERS = 5_000_000;
/** What each byte of a sheet part allows more; the shortest cell that refers to a text has some thirty. */
const BLANKS_PER_BYTE = 0.25;
const CHARACTERS_PER_BYTE = 10;
/** Rows with values and shared texts that are allowed in any case; each packed byte of their parts allows one more. */
const LINES = 200_000;

/** Counts what the cells of a workbook hold while they are read. */
export class CellBudget {
  private cells = MAX_CELLS;
  private lines = LINES;
  private blanks = BLANKS;
  private characters = CHARACTERS;

  /** Allows what a sheet part of this size can honestly hold. @param packed bytes that it is compressed to */
  allow(bytes: number, packed: number): void {
    this.lines += packed;
    this.blanks += bytes * BLANKS_PER_BYTE;
    this.characters += bytes * CHARACTERS_PER_BYTE;
  }

  /** Allows that each text of a list of this size is shown once. */
  allowTexts(bytes: number, packed: number): void {
    this.lines += packed;
    this.characters += bytes;
  }

  /** A row that has a value, or a shared text. @throws StorageError too-large */
  addLine(): void {
    if (--this.lines < 0) throw new StorageError("too-large", "rows or texts beyond what honest parts shrink to");
  }

  /** A cell with a value or a style. @throws StorageError too-large */
  addCell(): void {
    if (--this.cells < 0) throw new StorageError("too-large", "too many cells");
  }

  /** Blank places that a row needs before a cell. @throws StorageError too-large */
  addBlanks(count: number): void {
    this.blanks -= count;
    if (this.blanks < 0) throw new StorageError("too-large", "cells too far apart");
  }

  /** A cell's text or formula, which it answers. @throws StorageError too-large */
  spend(text: string): string {
    this.characters -= text.length;
    if (this.characters < 0) throw new StorageError("too-large", "too much text in cells");
    return text;
  }
}
