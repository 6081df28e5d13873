import type { LedgerChoice } from "../actions/actions";
import type { Messages } from "../messages";
import { ledgerFailure } from "./ledger-failure";
import type { Session } from "./session";

/** Writes a vocabulary that was taken from the ledger to 設定, so that it counts as confirmed. @throws Failure, HostError */
export async function keepVocabulary({ actions }: Session, choice: LedgerChoice, messages: Messages): Promise<void> {
  const checked = await actions.check(choice);
  if ("problem" in checked) throw ledgerFailure(checked.problem, messages);
  const { proposal: statuses } = checked;
  if (statuses) await actions.writeSettings({ statuses }, { today: new Date() });
}
