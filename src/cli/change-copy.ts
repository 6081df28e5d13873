import type { CheckOutcome, LedgerChoice } from "../actions/actions";
import type { CopyChanges } from "./options";
import type { Session } from "./session";

/** What was changed in a copy of the workbook. */
export interface CopyOutcome {
  /** Rows of 計画 that hold sentences of the evaluation now. */
  readonly worded: readonly string[];
  /** Cells that were mended, and cells whose fix was refused: formulas, and cells that no longer hold what was checked. */
  readonly fixed: number;
  readonly skipped: number;
  /** The sheet on which settings were written, null where none were. */
  readonly settings: string | null;
  /** The classes of the vocabulary that was written there, [] where none was. */
  readonly statuses: readonly string[];
}

/** A fix can make room for another one of the same cell; more rounds than this would mean that fixes undo each other. */
const MOST_ROUNDS = 4;

/** Changes what was asked for in an open workbook that will be saved as a copy. @throws HostError */
export async function changeCopy(
  { actions }: Session,
  choice: LedgerChoice,
  changes: CopyChanges,
  checked: CheckOutcome,
): Promise<CopyOutcome> {
  const control = { today: new Date() };
  let settings: string | null = null;
  const { mapping, year } = choice;
  if (changes.keepColumns) {
    const change = {
      ...(mapping === undefined ? {} : { columns: mapping }),
      ...(year === undefined ? {} : { year }),
    };
    ({ sheet: settings } = await actions.writeSettings(change, control));
  }
  const statuses = changes.acceptVocabulary ? (checked.proposal ?? []) : [];
  if (statuses.length > 0) ({ sheet: settings } = await actions.writeSettings({ statuses }, control));
  let fixed = 0;
  let skipped = 0;
  for (let round = 0; changes.fix && round < MOST_ROUNDS; round++) {
    // What was written to 設定 changes what is to be mended.
    const again = round === 0 && settings === null ? checked : await actions.check(choice);
    if ("problem" in again || again.automatic.length === 0) break;
    const outcome = await actions.applyEdits(again.automatic);
    fixed += outcome.applied.length;
    skipped = outcome.skipped.length;
    if (outcome.applied.length === 0) break;
  }
  let worded: readonly string[] = [];
  if (changes.wordings !== null) {
    const items = changes.wordings.length === 0 ? null : changes.wordings;
    const outcome = await actions.takeWordings(choice, items);
    if (!("problem" in outcome)) worded = outcome.items;
  }
  return { worded, fixed, skipped, settings, statuses: statuses.map(({ name }) => name) };
}
