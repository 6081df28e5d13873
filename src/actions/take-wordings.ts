import { applyEdits } from "../excel/apply-edits";
import type { ExcelHost } from "../excel/host";
import { matchKey } from "../ledger/match-key";
import { readPlanProfile, WORDING_PREFIX } from "../ledger/read-plan";
import { writeNarrative } from "../narrative/write-narrative";
import { isInterim } from "../report/as-of";
import { tallyLedger } from "../tally/tally-ledger";
import { wordingEdits } from "../validation/wording-edits";
import type { LedgerChoice, Problem, WordingOutcome } from "./actions";
import { loadLedger } from "./load-ledger";

/**
 * 直す: puts sentences that the evaluation writes by itself into 計画 as rows of their own, to be worded there.
 *
 * @param items what the rows are to be called, with or without 評価：; null for every sentence of the product's
 * @throws HostError
 */
export async function takeWordings(
  host: ExcelHost,
  choice: LedgerChoice,
  items: readonly string[] | null,
): Promise<WordingOutcome | Problem> {
  const loaded = await loadLedger(host, choice, { proposeVocabulary: true });
  if ("problem" in loaded.result) return loaded.result;
  const { ledger } = loaded.result;
  const { planSource, settings, fields } = loaded;
  const { plan } = readPlanProfile(planSource);
  const tally = tallyLedger(ledger, settings, fields, isInterim(plan, ledger));
  const asked = items === null ? null : new Set(items.map((item) => matchKey(item.replace(/^評価\s*[：:]/, ""))));
  const sentences = writeNarrative(tally, settings, plan).paragraphs.filter(
    ({ origin, missing, item }) =>
      origin === "automatic" && !missing && asked?.has(matchKey(item.slice(WORDING_PREFIX.length))) !== false,
  );
  if (planSource === undefined) return { sheet: null, items: [], applied: [], skipped: 0 };
  const edits = wordingEdits(planSource, sentences);
  const { applied, skipped } = await applyEdits(host, edits);
  const written = new Set(applied.map(({ after }) => after));
  return {
    sheet: planSource.name,
    items: sentences.map(({ item }) => item).filter((item) => written.has(item)),
    applied,
    skipped: skipped.length,
  };
}
