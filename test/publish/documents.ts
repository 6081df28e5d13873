import type { CellValue } from "../../src/cells/cell";
import { readFieldProfiles } from "../../src/ledger/read-fields";
import { readLedger } from "../../src/ledger/read-ledger";
import { readPlanProfile } from "../../src/ledger/read-plan";
import { readSettings } from "../../src/ledger/read-settings";
import type { SheetSource } from "../../src/ledger/source";
import { planDocument, type DocumentInput, type PlannedDocument } from "../../src/report/document/plan-document";
import { proposeVocabulary } from "../../src/validation/propose-vocabulary";
import type { LedgerForm } from "../fixtures/ledgers/form";
import { sampleRows, TODAY, type Rows } from "../report/booklet/ledgers";

/** What a document of a workbook with these sheets is made from. */
export function documentInput(rows: Rows, ledgerSheet = "台帳"): DocumentInput {
  const sheet = (name: string): SheetSource => ({ name, row: 0, column: 0, values: padded(rows[name] ?? []) });
  const { settings: given } = readSettings(rows["設定"] === undefined ? undefined : sheet("設定"));
  const { fields } = readFieldProfiles(rows["分野"] === undefined ? undefined : sheet("分野"));
  const { plan } = readPlanProfile(rows["計画"] === undefined ? undefined : sheet("計画"));
  const read = (statuses: typeof given.statuses) => {
    const { ledger, problem } = readLedger(sheet(ledgerSheet), { statuses, fieldOrder: fields });
    if (problem !== undefined) throw new Error(JSON.stringify(problem));
    return ledger;
  };
  const proposal = proposeVocabulary(read(given.statuses), given);
  const settings = proposal === null ? given : { ...given, statuses: proposal };
  return {
    ledger: read(settings.statuses),
    settings,
    fields,
    plan,
    today: TODAY,
    isProvisional: proposal !== null,
  };
}

/** The sample's document, or that of other sheets. */
export function documentOf(rows: Rows = sampleRows(), ledgerSheet?: string): PlannedDocument {
  return planDocument(documentInput(rows, ledgerSheet));
}

/** The sheets of a published form. */
export function formRows({ sheet, rows, others = {} }: LedgerForm): Rows {
  return { ...others, [sheet]: rows };
}

function padded(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill("")]);
}
