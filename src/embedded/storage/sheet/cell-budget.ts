import { StorageError } from "../storage-error";

/*
 * What the cells of a workbook may hold. A small file can ask for much: cells far to the right, one long text or formula
 * that thousands of cells share. The limits leave an honest file alone, whatever its size: what its parts spell out is
 * always allowed.
 */

/** Cells of all sheets; beyond it the model would not fit into a browser's memory. */
const MAX_CELLS = 10_000_000;
/** Elements besides cells that one sheet may have, at half a kilobyte each, and all sheets together. */
const MAX_ELEMENTS = 500_000;
const MAX_ALL_ELEMENTS = 2_000_000;
/** Blank places before cells (8 bytes each), and characters of text (2 bytes each), that are allowed in any case. */
const BLANKS = 10_000_000;
const CHARACTERS = 5_000_000;
/** What each byte of a sheet part allows more; the shortest cell that refers to a text has some thirty. */
const BLANKS_PER_BYTE = 0.25;
const CHARACTERS_PER_BYTE = 10;

/** Counts what the cells of a workbook hold while they are read. */
export class CellBudget {
  private cells = MAX_CELLS;
  private elements = MAX_ALL_ELEMENTS;
  private blanks = BLANKS;
  private characters = CHARACTERS;

  /** Allows what a sheet part of this size can honestly hold. */
  allow(bytes: number): void {
    this.blanks += bytes * BLANKS_PER_BYTE;
    this.characters += bytes * CHARACTERS_PER_BYTE;
  }

  /** Allows that each text of a list of this size is shown once. */
  allowTexts(bytes: number): void {
    this.characters += bytes;
  }

  /** Elements besides the cells. @throws StorageError too-large */
  addElements(count: number): void {
    this.elements -= count;
    if (count > MAX_ELEMENTS || this.elements < 0) throw new StorageError("too-large", `${count} elements`);
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
