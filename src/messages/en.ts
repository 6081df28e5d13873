import type { Messages } from "./ja";
import { rules } from "./rules.en";

/** Every sentence the user can see in English; the same keys as `ja`. */
export const en: Messages = {
  ledger: {},
  rules,
  report: {},
  host: {},
  actions: {},
  pane: {},
  commandLine: {},
};
