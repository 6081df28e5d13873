import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** The sample ledger. */
export const sample = join(root, "assets", "sample-ledger.xlsx");
/** The file that starts the command line. */
export const start = join(root, "src", "cli", "start.cjs");

/** What a call of the command line left. */
export interface Ran {
  /** Exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line with these words as a Japanese user would. */
export function run(...words: string[]): Promise<Ran> {
  return runWith({}, ...words);
}

/** Runs the command line, started as `options` say; `start` is the file that is started, this repository's where left out. */
export function runWith(options: SpawnOptions & { readonly start?: string }, ...words: string[]): Promise<Ran> {
  return ended(begin(options, ...words));
}

/** Starts the command line and answers its process. `env` is laid over a Japanese user's, without npm's and locale variables. */
export function begin(options: SpawnOptions & { readonly start?: string }, ...words: string[]): ChildProcess {
  const { start: file = start, env, ...rest } = options;
  const outer = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|LC_|LANG)/i.test(name));
  return spawn(process.execPath, [file, ...words], {
    cwd: root,
    ...rest,
    env: { ...Object.fromEntries(outer), LANG: "ja_JP.UTF-8", ...env },
  });
}

/** Waits for a process to end. */
export function ended(child: ChildProcess): Promise<Ran> {
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve) => {
    child.on("close", (code, signal) => {
      resolve({ code, signal, out, err });
    });
  });
}
