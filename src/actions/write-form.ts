import type { Form } from "../collect/forms";
import type { FormMark } from "../collect/received";
import type { ExcelHost } from "../excel/host";
import { protectSheets } from "../excel/protect-sheets";
import { readWorkbook } from "../excel/read-workbook";
import type { Settings } from "../ledger/settings";
import { formSheets } from "../report/form/form-sheets";
import type { RunControl } from "./actions";
import { writePlans } from "./write-plans";

/** Writes a section's form as new sheets and protects all but the cells to be filled in. @throws HostError */
export async function writeForm(
  host: ExcelHost,
  form: Form,
  mark: FormMark,
  { settings, plan }: { readonly settings: Settings; readonly plan: string },
  control: RunControl,
): Promise<{ readonly sheets: readonly string[] }> {
  const workbook = await readWorkbook(host);
  const { sheets: plans, unlocked } = formSheets(form, mark, settings, plan);
  const request = { operation: "", ledger: "", ledgerFingerprint: "", handedOver: true };
  const { sheets } = await writePlans(host, workbook, plans, request, control);
  await protectSheets(
    host,
    sheets.map(({ planned, name }) => ({ name, unlocked: unlocked.get(planned) ?? [] })),
  );
  return { sheets: sheets.map(({ name }) => name) };
}
