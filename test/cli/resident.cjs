/*
 * The command line kept running for tests: to start it takes longer than most calls of it. Each message is a call, with its
 * folder and environment; what it printed and its exit code come back.
 */
const { format } = require("node:util");
const { loadProgram } = require("../../src/cli/bundle.cjs");

const program = loadProgram("other");
let calls = Promise.resolve();

process.on("message", (call) => {
  calls = calls.then(() => answer(call));
});
process.on("disconnect", () => {
  process.exit();
});

async function answer({ number, words, cwd, env }) {
  const said = { out: "", err: "" };
  console.log = (...values) => (said.out += `${format(...values)}\n`);
  console.error = (...values) => (said.err += `${format(...values)}\n`);
  process.chdir(cwd);
  process.env = env;
  const { main } = await program;
  const code = await main(words);
  process.send({ number, code, signal: null, ...said });
}
