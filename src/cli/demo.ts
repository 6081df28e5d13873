import { mkdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { Messages } from "../messages";
import { Failure } from "./failure";
import { callersFile, installedFile } from "./folders";
import { makeReportFile, reportText } from "./report";
import { oneLine, print } from "./terminal";

/**
 * `demo`: the report on the sample ledger into the folder `out` where the command runs, and a short account of it; answers
 * the exit code. What an earlier demo made is replaced. @throws Failure, HostError
 */
export async function runDemo(messages: Messages): Promise<number> {
  const folder = resolve("out");
  const ledger = installedFile("assets", "sample-ledger.xlsx");
  const out = join(folder, "sample-report.xlsx");
  const asCalled = (file: string) => relative(callersFile("."), file);
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new Failure("cannot-write", messages.commandLine.cannotWrite(oneLine(asCalled(folder))));
  }
  const files = { ledger, out, choice: {}, earlier: null, parts: null, force: true, acceptVocabulary: false };
  const made = await makeReportFile(files, messages);
  print(messages.commandLine.demo(oneLine(asCalled(ledger))));
  print(reportText(made, asCalled(out), messages));
  return 0;
}
