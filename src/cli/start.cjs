#!/usr/bin/env node
/*
 * Starts the command line. Whatever fails here or was not foreseen is exit code 2: 1 means that findings block the submission.
 * CommonJS, as bundle.cjs is: Node's loader of ES modules would take a fiftieth of a report's time to come up.
 */

const COULD_NOT_RUN = 2;
const OLDEST_NODE = 20;
let started = false;

process.on("uncaughtException", (error) => {
  fail(error);
  process.exit();
});
process.stdout.on("error", (error) => {
  // A reader such as `head` has read enough.
  if (error.code === "EPIPE") return;
  fail(error);
  process.exit();
});

void start();

async function start() {
  try {
    if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
      throw new Error(`Node ${process.versions.node} < ${OLDEST_NODE}`);
    }
    const { loadProgram } = require("./bundle.cjs");
    const words = process.argv.slice(2);
    const { main } = await loadProgram(
      ["check", "report", "publish", "compare", "collect", "forms"].find((command) => command === words[0]) ?? "other",
    );
    started = true;
    process.exitCode = await main(words);
  } catch (error) {
    fail(error);
  }
}

/** The sentences stand here and not in src/messages, because it is that which could not be loaded. */
function fail(error) {
  process.exitCode = COULD_NOT_RUN;
  const details = error instanceof Error ? (started ? error.stack : error.message) : String(error);
  const code = started ? "unexpected" : "cannot-start";
  const message = started
    ? "予期しない問題が起きました。 Something unexpected happened."
    : `起動できません。Node ${OLDEST_NODE} 以上で npm ci を実行してから、もう一度試してください。 Cannot start: run npm ci with Node ${OLDEST_NODE} or later, then try again.`;
  if (process.argv.includes("--json")) console.log(JSON.stringify({ error: { code, message, details } }, null, 2));
  else console.error(`${message}\n${details}`);
}
