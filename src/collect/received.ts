import type { Ledger } from "../ledger/ledger";
import type { PlanProfile, FieldProfile, Settings } from "../ledger/settings";
import type { SheetSource } from "../ledger/source";

/** A ledger that was handed in, as it was read from one sheet of one file. */
export interface ReceivedLedger {
  /** What the file is called: its path below the folder that was collected, with slashes. */
  readonly file: string;
  readonly sheet: string;
  readonly source: SheetSource;
  readonly ledger: Ledger;
  /** Of the ledger as a whole; see `Fingerprint`. */
  readonly fingerprint: string;
  readonly settings: Settings;
  /** Whether the workbook has a 設定 sheet of its own. */
  readonly hasSettings: boolean;
  readonly fields: readonly FieldProfile[];
  readonly plan: PlanProfile;
  /** Zero-based sheet columns whose numbers are shown as dates. */
  readonly dateColumns: readonly number[];
  /** Findings of the check that block and that are to be confirmed, and the first that blocks. */
  readonly findings: {
    readonly errors: number;
    readonly warnings: number;
    readonly first: { readonly cell: string; readonly message: string } | null;
  };
  /** When the file was last changed, in milliseconds since 1970; 0 where nobody knows. */
  readonly modified: number;
  /** The form that it was filled into; null where it is none of ours. */
  readonly form: FormMark | null;
  /** How many ledgers the workbook has. */
  readonly ledgersInFile: number;
}

/** What a form of ours says of itself. */
export interface FormMark {
  readonly id: string;
  readonly version: number;
  readonly section: string;
}

/** A file or sheet from which nothing could be read. */
export interface UnreadFile {
  readonly file: string;
  /** "" where the file as a whole could not be read. */
  readonly sheet: string;
  readonly cell: string;
  /** In words for the user, and what to do. */
  readonly reason: string;
  /** Whether nobody handed it in: what Excel leaves beside an open workbook. */
  readonly isSkipped: boolean;
}

/** A section that has to hand in. */
export interface RosterEntry {
  readonly section: string;
  /** Other names, compared like the name itself. */
  readonly aliases: readonly string[];
  /** Whom to remind: name, extension, address, as the roster has it. */
  readonly contact: string;
}
