import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/*
 * npm test: the checks side by side, as many at a time as there are cores up to two, then the tests, which look at what was
 * built. Each says what it has to say when it ends; all are run, so that one failure does not hide another.
 */

/** npm scripts; the longest first. */
const CHECKS = ["lint", "types", "build", "format"];
const TESTS = "unit";

const waiting = [...CHECKS];
const failed = [];

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (!failed.includes("build")) await run(TESTS, "inherit");
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

async function work() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) await run(script, "pipe");
}

/** Runs an npm script, started as this one was: by npm's own file, which every platform's node can run. */
function run(script, output) {
  const start = performance.now();
  const child = spawn(process.execPath, [process.env.npm_execpath, "run", "-s", script], {
    stdio: ["ignore", output, output],
  });
  const said = [];
  child.stdout?.on("data", (chunk) => said.push(chunk));
  child.stderr?.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      if (code !== 0) failed.push(script);
      if (code !== 0) process.stderr.write(Buffer.concat(said));
      console.log(`${code === 0 ? "ok" : "FAILED"} ${script} (${seconds} s)`);
      resolve();
    });
  });
}
