import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { ended, begin, root, runWith, sample, type Ran } from "./run";

/** Packages that the command line needs at run time. */
const PACKAGES = Object.keys(
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: object }).dependencies,
);
const onWindows = process.platform === "win32";
const folders: string[] = [];
let installation = "";
let caches = "";

/** A program as small as can be, of three files: how it is bundled, kept and started does not depend on what it does. */
const PROGRAM = {
  "cli/main.ts": `import { check } from "./check";
    import { VERSION } from "../actions/version";
    export function main(words: string[]): Promise<number> {
      console.log(words[0] === "check" ? check() : words[0] === "--version" ? VERSION : "help");
      return Promise.resolve(0);
    }`,
  "cli/check.ts": `export const check = (): string => "checked";`,
  "actions/version.ts": `export const VERSION = "1.2.3";`,
};

/** An installation of its own, with nothing bundled yet, and a user's folder for caches of its own. */
beforeEach(() => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "measure-ledger-")));
  folders.push(folder);
  chmodSync(folder, 0o755);
  installation = join(folder, "施策 評価");
  caches = join(folder, "caches");
  mkdirSync(caches);
  mkdirSync(join(installation, "node_modules", "@esbuild"), { recursive: true });
  mkdirSync(join(installation, "src", "cli"), { recursive: true });
  mkdirSync(join(installation, "src", "actions"));
  for (const name of PACKAGES) symlinkSync(join(root, "node_modules", name), join(installation, "node_modules", name));
  for (const [file, text] of Object.entries(PROGRAM)) writeFileSync(join(installation, "src", file), text);
  for (const file of ["package.json", "package-lock.json", "src/cli/start.cjs", "src/cli/bundle.cjs"]) {
    copyFileSync(join(root, file), join(installation, file));
  }
  // Long ago, so that no bundle is thought to be older than what it was made of.
  for (const entry of readdirSync(installation, { recursive: true, encoding: "utf8" })) {
    if (entry.startsWith("src") || entry.startsWith("package")) utimesSync(join(installation, entry), 1e9, 1e9);
  }
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const startFile = () => join(installation, "src", "cli", "start.cjs");
const own = () => join(installation, "node_modules", ".cache", "measure-ledger");
const perUser = () => join(caches, "measure-ledger");
const files = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);

function installed(...words: string[]): Promise<Ran> {
  return runWith({ start: startFile(), cwd: caches, env: { XDG_CACHE_HOME: caches, TMPDIR: caches } }, ...words);
}

describe("the bundle", () => {
  it("is made once and used until a source changes", async () => {
    expect((await installed("check", sample)).code).toBe(0);
    const made = files(own());
    expect(made.length).toBeGreaterThan(0);
    const stamps = () => made.map((file) => statSync(join(own(), file)).mtimeMs);
    const first = stamps();
    expect((await installed("check", sample)).code).toBe(0);
    expect(files(own())).toEqual(made);
    expect(stamps()).toEqual(first);
    // What V8 compiled for another command is added once.
    for (const words of [["--version"], ["--help"], ["check", sample]])
      expect((await installed(...words)).code).toBe(0);
    const second = stamps();
    for (const words of [["--version"], ["check", sample]]) expect((await installed(...words)).code).toBe(0);
    expect(stamps()).toEqual(second);

    const source = join(installation, "src", "actions", "version.ts");
    writeFileSync(source, readFileSync(source, "utf8").replace(/"[\d.]+"/, '"9.9.9"'));
    expect((await installed("--version")).out).toBe("9.9.9\n");
    rmSync(join(installation, "src", "cli", "check.ts"));
    expect((await installed("--version")).code).toBe(2);
  });

  it("is made anew where another version of the packages is installed", async () => {
    await installed("--version");
    const first = statSync(join(own(), files(own())[0]!)).mtimeMs;
    utimesSync(join(installation, "package-lock.json"), 1.1e9, 1.1e9);
    await installed("--version");
    expect(statSync(join(own(), files(own())[0]!)).mtimeMs).toBeGreaterThan(first);
  });

  it("is not believed where it is cut off or somebody else's work", async () => {
    await installed("--version");
    for (const file of files(own())) {
      const path = join(own(), file);
      const whole = readFileSync(path);
      writeFileSync(path, whole.subarray(0, whole.length / 2));
    }
    expect(await installed("check", sample)).toMatchObject({ code: 0, err: "" });
    if (onWindows) return;
    for (const file of files(own())) {
      const path = join(own(), file);
      writeFileSync(path, readFileSync(path, "latin1").replace(/\d+\.\d+\.\d+/g, "6.6.6"), "latin1");
    }
    chmodSync(own(), 0o777);
    expect((await installed("--version")).out).not.toContain("6.6.6");
  });

  it("is whole for every one of several first calls at once", async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => installed("check", sample)));
    for (const ran of all) expect(ran).toMatchObject({ code: 0, out: "checked\n", err: "" });
    expect(files(own()).filter((file) => file.includes("part"))).toEqual([]);
    expect(await installed("check", sample)).toMatchObject({ code: 0, err: "" });
  });

  it("leaves no older ones behind", async () => {
    mkdirSync(own(), { recursive: true, mode: 0o755 });
    for (let age = 1; age <= 20; age++) {
      for (const name of [`cli-v1.${age}.0.js`, `cli-${age}.mjs`, `.${age}.part`]) {
        writeFileSync(join(own(), name), "old");
        utimesSync(join(own(), name), 1e9 + age, 1e9 + age);
      }
    }
    await installed("--version");
    expect(files(own()).length).toBeLessThan(10);
    expect(files(own()).filter((file) => file.endsWith("part") || file.endsWith("mjs"))).toEqual([]);
    expect(await installed("--version")).toMatchObject({ code: 0, out: "1.2.3\n" });
  });

  it.skipIf(onWindows).each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "is whole or not there after %s",
    async (signal) => {
      for (const delay of [30, 80, 150, 250]) {
        const child = begin({ start: startFile(), env: { XDG_CACHE_HOME: caches } }, "check", sample);
        const end = ended(child);
        setTimeout(() => child.kill(signal), delay);
        await end;
        expect(files(own()).filter((file) => file.includes("part"))).toEqual([]);
      }
      expect(await installed("check", sample)).toMatchObject({ code: 0, err: "" });
    },
  );
});

describe("an installation that cannot be written", () => {
  let strangersEnvironment: NodeJS.ProcessEnv = {};
  beforeEach(() => {
    strangersEnvironment = {};
  });

  /** Another user where the tests run as root, to whom no permission says no; else the installation's folder is closed. */
  function asStranger(...words: string[]): Promise<Ran> {
    const stranger = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const env = { XDG_CACHE_HOME: caches, HOME: caches, TMPDIR: caches, ...strangersEnvironment };
    return runWith({ start: startFile(), cwd: "/", env, ...stranger }, ...words);
  }

  it.skipIf(onWindows)("is used with a cache of the user's own, which nobody else can write", async () => {
    chmodSync(join(installation, "node_modules"), 0o555);
    chmodSync(caches, 0o777);
    expect(await asStranger("check", sample)).toMatchObject({ code: 0, err: "" });
    expect(existsSync(own())).toBe(false);
    expect(files(perUser()).length).toBeGreaterThan(0);
    expect(statSync(perUser()).mode & 0o077).toBe(0);
    const [file] = files(perUser());
    const made = statSync(join(perUser(), file!)).mtimeMs;
    expect(await asStranger("check", sample)).toMatchObject({ code: 0, err: "" });
    expect(statSync(join(perUser(), file!)).mtimeMs).toBe(made);
    chmodSync(join(installation, "node_modules"), 0o755);
  });

  it.skipIf(onWindows)("is used without any cache where there is none, and leaves nothing behind", async () => {
    chmodSync(join(installation, "node_modules"), 0o555);
    chmodSync(caches, 0o555);
    expect(await asStranger("check", sample)).toMatchObject({ code: 0, err: "" });
    expect(files(caches)).toEqual([]);
    chmodSync(join(installation, "node_modules"), 0o755);
    chmodSync(caches, 0o755);
  });

  it.skipIf(onWindows)("is used by a user without a home", async () => {
    chmodSync(join(installation, "node_modules"), 0o555);
    chmodSync(caches, 0o777);
    strangersEnvironment = { XDG_CACHE_HOME: "", HOME: "/nowhere/at/all" };
    expect(await asStranger("check", sample)).toMatchObject({ code: 0, err: "" });
    expect(files(caches)).toEqual([`measure-ledger-${process.getuid?.() === 0 ? 65534 : process.getuid?.()}`]);
    chmodSync(join(installation, "node_modules"), 0o755);
  });

  it.skipIf(onWindows)("does not take a cache that somebody else made ready", async () => {
    if (process.getuid?.() !== 0) return;
    chmodSync(join(installation, "node_modules"), 0o555);
    chmodSync(caches, 0o777);
    mkdirSync(perUser(), { mode: 0o755 });
    expect(await asStranger("check", sample)).toMatchObject({ code: 0, err: "" });
    expect(files(perUser())).toEqual([]);
  });
});

describe("a start that fails", () => {
  it.each([
    [
      "a package that is not installed",
      () => {
        rmSync(join(installation, "node_modules", "esbuild"));
      },
    ],
    [
      "a source that is no program",
      () => {
        writeFileSync(join(installation, "src", "cli", "main.ts"), "export {");
      },
    ],
    [
      "a program that throws at once",
      () => {
        writeFileSync(join(installation, "src", "cli", "main.ts"), "throw new Error('no')");
      },
    ],
  ])("by %s is exit 2", async (_case, spoil) => {
    spoil();
    const ran = await installed("check", sample);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toBe("");
    const json = await installed("check", sample, "--json");
    expect(json.code).toBe(2);
    expect((JSON.parse(json.out) as { error: { code: string } }).error.code).toBe("cannot-start");
  });
});

describe("the ways to call it", () => {
  it.skipIf(onWindows)("a link in node_modules/.bin, from another folder", () => {
    const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { bin: Record<string, string> };
    const bins = join(caches, "node_modules", ".bin");
    mkdirSync(bins, { recursive: true });
    symlinkSync(join(root, bin["measure-ledger"]!), join(bins, "measure-ledger"));
    copyFileSync(sample, join(caches, "L.xlsx"));
    const answer = execFileSync(join(bins, "measure-ledger"), ["check", "L.xlsx", "--json"], {
      cwd: caches,
      encoding: "utf8",
    });
    expect(JSON.parse(answer)).toMatchObject({ submittable: true });
  });

  it.skipIf(onWindows)("npx, in a folder where it is installed", () => {
    mkdirSync(join(caches, "node_modules", ".bin"), { recursive: true });
    symlinkSync(root, join(caches, "node_modules", "measure-ledger"));
    symlinkSync(
      join("..", "measure-ledger", "src", "cli", "start.cjs"),
      join(caches, "node_modules", ".bin", "measure-ledger"),
    );
    writeFileSync(join(caches, "package.json"), "{}");
    copyFileSync(sample, join(caches, "L.xlsx"));
    const answer = execFileSync("npx", ["--offline", "measure-ledger", "check", "L.xlsx", "--json"], {
      cwd: caches,
      encoding: "utf8",
    });
    expect(JSON.parse(answer)).toMatchObject({ submittable: true });
  });
});
