import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { receiveLedgers } from "../actions/receive-ledgers";
import { writeForm } from "../actions/write-form";
import { planForms } from "../collect/forms";
import { fiscalYearOf, tokyoDate } from "../ledger/wareki";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { callersFile } from "./folders";
import { ledgerFailure } from "./ledger-failure";
import { readLedgerFile } from "./ledger-file";
import type { Command } from "./options";
import { chooseOutputFile, type StagedFile } from "./output-file";
import { openNewSession, openSession } from "./session";
import { oneLine, print, printJson } from "./terminal";

/** `forms`: a form for each section of a plan's ledger, all of them or none; answers the exit code. @throws Failure, HostError */
export async function runForms(command: Extract<Command, { name: "forms" }>, messages: Messages): Promise<number> {
  const { ledger, outDir, choice, force, json } = command;
  const file = await readLedgerFile(ledger, messages);
  const { host } = await openSession(file, messages);
  const { ledgers, problems } = await receiveLedgers(host, { file: ledger, modified: 0 }, messages, choice);
  const [received] = ledgers;
  if (received === undefined) throw ledgerFailure(problems[0]!.problem, messages);
  const now = new Date();
  const { year, month, day } = tokyoDate(now);
  const version = year * 10_000 + month * 100 + day;
  const settings = {
    ...received.settings,
    year: choice.year ?? received.settings.year ?? fiscalYearOf({ year, month, day }),
  };
  try {
    mkdirSync(callersFile(outDir), { recursive: true });
  } catch {
    throw new Failure("cannot-write", messages.commandLine.cannotWrite(oneLine(outDir)));
  }
  const forms = planForms(received);
  const digits = String(forms.length).length;
  const staged: StagedFile[] = [];
  const made: { section: string; file: string; measures: number }[] = [];
  try {
    for (const [at, form] of forms.entries()) {
      const section = form.section === "" ? messages.several.noSection : form.section;
      const name = `${String(at + 1).padStart(digits, "0")}_${fileNamePart(section)}.xlsx`;
      const target = chooseOutputFile(join(outDir, name), file, force, messages, [".xlsx"]);
      const session = openNewSession(messages);
      const mark = { id: received.fingerprint.slice(0, 8).toUpperCase(), version, section };
      const plan = { settings, plan: received.plan.name };
      const { sheets } = await writeForm(session.host, { ...form, section }, mark, plan, { today: now });
      session.keepOnly(sheets);
      staged.push(await target.stage(await session.save()));
      made.push({ section, file: name, measures: form.rows.length });
    }
    for (const one of staged) one.commit();
  } finally {
    for (const one of staged) one.discard();
  }
  if (json) printJson({ forms: made });
  else {
    const lines = made.map(({ section, file: name, measures }) =>
      messages.several.form(oneLine(name), oneLine(section), measures),
    );
    print([messages.several.formsMade(oneLine(outDir), made.length), ...lines].join("\n"));
  }
  return 0;
}

/** A section's name as part of a file's: what file systems do not take is replaced, and it cannot lead elsewhere. */
function fileNamePart(section: string): string {
  const name = section.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, "＿").replace(/^[.\s]+|[.\s]+$/g, "");
  return name.slice(0, 60) || "＿";
}
