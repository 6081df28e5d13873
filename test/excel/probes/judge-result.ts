/*
 * What a result of the self-diagnosis says of what is assumed about Excel, and so of the embedded one.
 * Usage: npm run probes -- RESULT.txt. Exit code 1 where something is refuted, 2 where the file is no result.
 */
import { readFileSync } from "node:fs";
import { PROBES } from "../../../src/excel/probes/index";
import { judge, parseDiagnosis } from "../../../src/excel/probes/result-text";

const [file] = process.argv.slice(2);
const diagnosis = file === undefined ? null : parseDiagnosis(readFileSync(file, "utf8"));
if (diagnosis === null) {
  console.error("Usage: npm run probes -- RESULT.txt (the whole text that the self-diagnosis gives to copy)");
  process.exitCode = 2;
} else {
  for (const [name, value] of Object.entries(diagnosis.facts)) console.log(`${name}: ${value}`);
  const { confirmed, refuted, open, unknown } = judge(diagnosis, PROBES);
  console.log(`\nConfirmed (${confirmed.length}): ${confirmed.join(", ")}`);
  console.log(`\nRefuted (${refuted.length}):`);
  for (const { id, expected, got } of refuted) {
    console.log(`  ${id}\n    assumed ${JSON.stringify(expected)}\n    Excel   ${JSON.stringify(got)}`);
  }
  if (open.length > 0) console.log(`\nNot tried there (${open.length}): ${open.join(", ")}`);
  if (unknown.length > 0) console.log(`\nNo longer assumed (${unknown.length}): ${unknown.join(", ")}`);
  process.exitCode = refuted.length > 0 ? 1 : 0;
}
