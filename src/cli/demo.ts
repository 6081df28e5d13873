import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Messages } from "../messages";
import { ALL_PARTS } from "./options";
import { makeReportFile, reportText } from "./report";

const SAMPLE = join("assets", "sample-ledger.xlsx");
const OUT = "out";

/** `demo`: the report on the sample ledger, and a short account of it; answers the exit code. @throws FileError, HostError */
export async function runDemo(messages: Messages): Promise<number> {
  await mkdir(OUT, { recursive: true });
  const file = join(OUT, "sample-report.xlsx");
  const made = await makeReportFile(SAMPLE, file, undefined, ALL_PARTS, messages);
  if (made === null) return 2;
  console.log(messages.commandLine.demo(SAMPLE));
  console.log(reportText(made, file, messages));
  return 0;
}
