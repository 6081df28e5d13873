import type { Measure } from "../ledger/ledger";
import type { Status } from "../ledger/settings";
import type { Wording } from "./wording";

/** How many measures of a group have each status. */
export interface Counts {
  /** One number per status of the vocabulary, in its order. */
  readonly byStatus: readonly number[];
  /** 区分外: measures whose status is outside the vocabulary. */
  readonly outside: number;
  /** All measures of the group: the sum of `byStatus` and `outside`. */
  readonly total: number;
  /** Measures in statuses that belong to the denominator. */
  readonly denominator: number;
  /** Measures in statuses that count as achieved and belong to the denominator. */
  readonly achieved: number;
  /** Achieved share in percent as shown (73.5), rounded as the settings say; null where the denominator is 0. */
  readonly rate: number | null;
  /** Share of each status in percent as shown, of `denominator`; null for a status outside it or a denominator of 0. */
  readonly shares: readonly (number | null)[];
}

/** Counts of one 大項目 (or, in a field without 大項目, of one 施策). */
export interface GroupTally {
  readonly number: string;
  readonly name: string;
  readonly counts: Counts;
  readonly measures: readonly Measure[];
}

/** Counts of one field. */
export interface FieldTally {
  readonly name: string;
  /** 略称 from the 分野 sheet, or the name itself. */
  readonly shortName: string;
  readonly counts: Counts;
  /** What `groups` are: 大項目, or 施策 where the whole field has no 大項目. */
  readonly groupedBy: "heading" | "policy";
  /** The plan's word for what `groups` are, e.g. 基本方針; "" where the ledger has no such level. */
  readonly groupWord: string;
  readonly groups: readonly GroupTally[];
  /** Every row of the field in ledger order, re-listed ones included whatever the mode. */
  readonly measures: readonly Measure[];
}

/** The whole plan's counts. `counts` everywhere follow the chosen 再掲 mode (含む and 併記 include, 除く excludes). */
export interface Tally {
  readonly statuses: readonly Status[];
  readonly wording: Wording;
  /** The plan's word for a field, e.g. 基本目標; 分野 where it says none. */
  readonly fieldWord: string;
  readonly fields: readonly FieldTally[];
  readonly total: Counts;
  readonly relisted: {
    /** Number of re-listed rows. */
    readonly count: number;
    /** The total with and without the re-listed rows, whatever the mode. */
    readonly with: Counts;
    readonly without: Counts;
    readonly withoutByField: readonly Counts[];
  };
  /** 区分外 measures, in ledger order, never dropped. */
  readonly outside: readonly Measure[];
}
