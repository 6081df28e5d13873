import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unpackText } from "../embedded/storage/package";
import { checkPackage } from "../embedded/storage/gate/check-package";
import { begin, ended, run, runIn, runWith, sample } from "./run";

let folder = "";
let ledger = "";
const onWindows = process.platform === "win32";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "measure-ledger-"));
  ledger = join(folder, "ledger.xlsx");
  copyFileSync(sample, ledger);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a report that must be refused with these words, and see that the folder's files are as they were. */
async function refused(words: readonly string[], answer: string): Promise<void> {
  const before = contents();
  const ran = await run("report", ledger, ...words);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(answer);
  expect(ran.err).not.toMatch(/^ +at /m);
  expect(contents()).toEqual(before);
}

/** Every file of the folder with what is in it. */
function contents(): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path, readFileSync(path, "latin1")]));
}

const isReport = (file: string) => Object.keys(unpackText(readFileSync(file))).length > 20;

describe("where the report goes", () => {
  it.skipIf(onWindows)("is never the ledger, whatever way leads to it", async () => {
    const linked = join(folder, "linked");
    symlinkSync(folder, linked);
    await refused(["--out", join(linked, "ledger.xlsx"), "--force"], "台帳と同じファイル");
    symlinkSync(ledger, join(folder, "link.xlsx"));
    await refused(["--out", join(folder, "link.xlsx"), "--force"], "台帳と同じファイル");
    linkSync(ledger, join(folder, "hard.xlsx"));
    await refused(["--out", join(folder, "hard.xlsx"), "--force"], "台帳と同じファイル");
  });

  it("is no file that is there already, unless --force says so", async () => {
    const other = join(folder, "other.xlsx");
    writeFileSync(other, "another workbook");
    await refused(["--out", other], "--force");
    const forced = await run("report", ledger, "--out", other, "--force");
    expect(forced).toMatchObject({ code: 0, err: "" });
    expect(isReport(other)).toBe(true);
  });

  it.skipIf(onWindows)("may be a link, and then is what the link leads to", async () => {
    const [real, link] = [join(folder, "real.xlsx"), join(folder, "link.xlsx")];
    writeFileSync(real, "an older report");
    symlinkSync(real, link);
    await refused(["--out", link], "--force");
    expect((await run("report", ledger, "--out", link, "--force")).code).toBe(0);
    expect(isReport(real)).toBe(true);
    expect(readFileSync(link).equals(readFileSync(real))).toBe(true);
  });

  it("leaves a user's file beside it alone, whatever it is called", async () => {
    const out = join(folder, "R.xlsx");
    writeFileSync(`${out}.part`, "mine");
    expect((await run("report", ledger, "--out", out)).code).toBe(0);
    expect(readFileSync(`${out}.part`, "utf8")).toBe("mine");
    expect(readdirSync(folder).sort()).toEqual(["R.xlsx", "R.xlsx.part", "ledger.xlsx"]);
  });

  it.each(["report.xls", "report.csv", "report", "report.xlsm", "report.xlsx.bak"])(
    "is no %s, which Excel would not open as what it is",
    async (name) => {
      await refused(["--out", join(folder, name)], ".xlsx");
    },
  );

  it("is .xlsm for a ledger with macros, and nothing else", async () => {
    const macros = join(folder, "macros.XLSM");
    copyFileSync(sample, macros);
    const refusedRun = await run("report", macros, "--out", join(folder, "out.xlsx"));
    expect(refusedRun).toMatchObject({ code: 2 });
    expect(refusedRun.err).toContain(".xlsm");
    expect(existsSync(join(folder, "out.xlsx"))).toBe(false);
    expect((await run("report", macros, "--out", join(folder, "out.xlsm"))).code).toBe(0);
    expect(checkPackage(readFileSync(join(folder, "out.xlsm")), "out.xlsm")).toEqual([]);
  });

  it("has no signature of what the ledger was, and says so", async () => {
    const parts = unzipSync(new Uint8Array(readFileSync(sample)));
    const put = (name: string, before: string, added: string): void => {
      parts[name] = strToU8(strFromU8(parts[name]!).replace(before, added + before));
    };
    put(
      "[Content_Types].xml",
      "</Types>",
      '<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>',
    );
    put(
      "_rels/.rels",
      "</Relationships>",
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>',
    );
    parts["_xmlsignatures/origin.sigs"] = new Uint8Array(0);
    const signed = join(folder, "signed.xlsx");
    writeFileSync(signed, zipSync(parts));
    const said = await run("report", signed, "--out", join(folder, "signed-report.xlsx"));
    expect(said).toMatchObject({ code: 0 });
    expect(said.out).toContain("デジタル署名は引き継いでいません");
    expect(Object.keys(unzipSync(readFileSync(join(folder, "signed-report.xlsx"))))).not.toContain(
      "_xmlsignatures/origin.sigs",
    );
    const json = await run("report", signed, "--out", join(folder, "signed-2.xlsx"), "--json");
    expect(JSON.parse(json.out)).toMatchObject({ losses: ["signatures"] });
  });

  it("is said in a sentence where it cannot be written", async () => {
    await refused(["--out", join(folder, `${"長".repeat(300)}.xlsx`)], "書き込めません");
    await refused(["--out", join(folder, "no-such-folder", "R.xlsx")], "書き込めません");
    mkdirSync(join(folder, "folder.xlsx"));
    await refused(["--out", join(folder, "folder.xlsx"), "--force"], "書き込めません");
  });

  it("may have a name as long as the disk allows", async () => {
    const out = join(folder, `${"a".repeat(250)}.xlsx`);
    expect((await run("report", ledger, "--out", out)).code).toBe(0);
    expect(isReport(out)).toBe(true);
  });

  it.skipIf(onWindows)("is open to nobody to whom the ledger is not", async () => {
    const out = join(folder, "R.xlsx");
    for (const mode of [0o600, 0o640, 0o444]) {
      chmodSync(ledger, mode);
      expect((await run("report", ledger, "--out", out)).code).toBe(0);
      expect(statSync(out).mode & 0o777 & ~mode).toBe(0);
      rmSync(out);
    }
    chmodSync(ledger, 0o644);
    writeFileSync(out, "private", { mode: 0o600 });
    expect((await run("report", ledger, "--out", out, "--force")).code).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
  });
});

describe("two runs at once to the same file", () => {
  it.each([[[]], [["--force"]]])("one wins whole, the other says so (%j)", async (words) => {
    for (let pair = 0; pair < 2; pair++) {
      const out = join(folder, `R${pair}.xlsx`);
      const call = () => runWith({}, "report", ledger, "--out", out, "--parts", "summary", ...words);
      const both = (await Promise.all([call(), call()])).sort((a, b) => Number(a.code) - Number(b.code));
      // Where one began after the other had ended, --force was meant.
      if (words.length > 0 && both[1].code === 0) continue;
      expect(both.map(({ code }) => code)).toEqual([0, 2]);
      expect(both[1].err).toMatch(/ほかの処理|--force/);
      expect(isReport(out)).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => !/^(R\d|ledger)\.xlsx$/.test(name))).toEqual([]);
  });
});

describe("a run that is interrupted", () => {
  it.skipIf(onWindows).each([
    ["SIGINT", [60, 300, 600]],
    ["SIGTERM", [150, 450, 900]],
    ["SIGHUP", [300]],
  ] as const)("by %s leaves nothing behind", async (signal, delays) => {
    const out = join(folder, "R.xlsx");
    for (const delay of delays) {
      const child = begin({}, "report", ledger, "--out", out);
      const end = ended(child);
      await setTimeout(delay);
      child.kill(signal);
      const ran = await end;
      if (ran.signal === null) expect(ran.code).toBe(0);
      else expect(ran.signal).toBe(signal);
      if (existsSync(out)) {
        expect(isReport(out)).toBe(true);
        rmSync(out);
      }
      expect(readdirSync(folder)).toEqual(["ledger.xlsx"]);
    }
  });

  it.skipIf(onWindows)("while it writes takes its unfinished file with it", async () => {
    const out = join(folder, "R.xlsx");
    const hook = join(folder, "hook.mjs");
    // Waits for ever where the file would be synced, once there is one.
    writeFileSync(
      hook,
      `import fs from "node:fs";
       fs.fsync = () => { process.stdout.write("writing"); setInterval(() => {}, 1000); };`,
    );
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      const child = begin({ env: { NODE_OPTIONS: `--import ${hook}` } }, "report", ledger, "--out", out);
      const end = ended(child);
      child.stdout?.once("data", () => {
        expect(readdirSync(folder).length).toBe(3);
        child.kill(signal);
      });
      expect(await end).toMatchObject({ code: null, signal });
      expect(readdirSync(folder).sort()).toEqual(["hook.mjs", "ledger.xlsx"]);
    }
  });
});

describe("demo", () => {
  it("writes over its own report when it is run again, beside where it is asked", async () => {
    for (let time = 0; time < 2; time++) {
      const ran = await runIn({ cwd: folder }, "demo");
      expect(ran).toMatchObject({ code: 0, err: "" });
      expect(isReport(join(folder, "out", "sample-report.xlsx"))).toBe(true);
    }
    expect(readdirSync(join(folder, "out"))).toEqual(["sample-report.xlsx"]);
  });

  it("says so where it cannot write", async () => {
    writeFileSync(join(folder, "out"), "no folder");
    const ran = await runIn({ cwd: folder }, "demo");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("書き込めません");
  });
});
