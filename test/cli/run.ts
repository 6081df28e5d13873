import { fork, spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
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

/** Runs the command line with these words as a Japanese user would, in a process that is there already. */
export function run(...words: string[]): Promise<Ran> {
  return runIn({}, ...words);
}

let resident: ChildProcess | undefined;
let calls = 0;

/** `run` in a folder, or with more environment variables. What a process as such does is to be seen with `runWith` only. */
export function runIn({ cwd = root, env }: Pick<SpawnOptions, "cwd" | "env">, ...words: string[]): Promise<Ran> {
  const answering = (resident ??= startResident());
  const number = ++calls;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      answering.off("message", take).off("exit", fail);
    };
    const fail = (): void => {
      settle();
      resident = undefined;
      reject(new Error(`The command line ended in the midst of: ${words.join(" ")}`));
    };
    const take = (ran: Ran & { readonly number: number }): void => {
      if (ran.number !== number) return;
      settle();
      const { code, signal, out, err } = ran;
      resolve({ code, signal, out, err });
    };
    answering.on("message", take).on("exit", fail);
    answering.send({ number, words, cwd: String(cwd), env: environment(env) });
  });
}

function startResident(): ChildProcess {
  const child = fork(join(root, "test", "cli", "resident.cjs"), { execArgv: [] });
  child.unref();
  child.channel?.unref();
  child.setMaxListeners(0);
  return child;
}

/** Runs the command line in a process of its own, started as `options` say; `start` is the file that is started, this repository's where left out. */
export function runWith(options: SpawnOptions & { readonly start?: string }, ...words: string[]): Promise<Ran> {
  return ended(begin(options, ...words));
}

/** Starts the command line and answers its process. `env` is laid over a Japanese user's, without npm's and locale variables. */
export function begin(options: SpawnOptions & { readonly start?: string }, ...words: string[]): ChildProcess {
  const { start: file = start, env, ...rest } = options;
  return spawn(process.execPath, [file, ...words], { cwd: root, ...rest, env: environment(env) });
}

function environment(env: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|LC_|LANG)/i.test(name));
  return { ...Object.fromEntries(outer), LANG: "ja_JP.UTF-8", ...env };
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
