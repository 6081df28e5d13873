/*
 * The command line's program as one script. To load its hundreds of TypeScript modules one by one takes half a second, to bundle
 * them as long; so the bundle is kept, together with what V8 compiled of it, and made anew when a file it was made of changes.
 *
 * A kept bundle is one file: a line of JSON (what it was made of), the script, V8's code. It is written under another name
 * and renamed, so that calls may overlap, and as the process ends, so that an interrupted one leaves nothing. It is looked
 * for and kept in the installation or, where that cannot be written, in a folder of the user's own; if there is none either,
 * every call bundles for itself.
 */
const {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { homedir, tmpdir } = require("node:os");
const { isAbsolute, join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");

module.exports = { loadProgram };

const root = join(__dirname, "..", "..", "/");
/** Which program this is: of which installation, for which Node. */
const identity = `${process.version} ${process.arch} ${pathToFileURL(root).href}`;
const fileName = `cli-${process.version}-${process.arch}-${checksum(identity)}.bundle`;

/** Kept bundles in one folder: of several versions of Node, or several installations. */
const MOST_KEPT = 8;
/** Other files are left alone for as long as another call may need them, in ms. */
const LEFTOVER_AGE = 3_600_000;
/** A file changed later than this before bundling began may have been read before its change; in ms. */
const CLOCK_PRECISION = 50;

/**
 * Gives what main.ts exports.
 * @param command what it is loaded for; V8's code for each command is added to what is kept when it first runs
 * @throws where the program can be neither found nor made
 */
async function loadProgram(command) {
  const bundle = findKept() ?? (await makeBundle());
  const script = new Script(bundle.text, { filename: join(root, "measure-ledger.js"), cachedData: bundle.code });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, require, program);
  if (bundle.isSettled && !bundle.commands.includes(command)) {
    process.once("exit", () => {
      try {
        keep({ ...bundle, commands: [...bundle.commands, command] }, script);
      } catch {
        // The command has done its work; the next call bundles again.
      }
    });
  }
  return program.exports;
}

async function makeBundle() {
  const began = Date.now();
  const { build, stop } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "src", "cli", "main.ts")],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Only a Word document needs it, and large as it is, every other call would pay for it.
    external: ["docx"],
    // Names stay as they are, for the stack that a person may have to send us.
    minifySyntax: true,
    minifyWhitespace: true,
    banner: { js: "(function(exports,require,module){" },
    footer: { js: "})" },
    // The bundle may stand anywhere; what its modules find by their own place, they find by this file's.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(__dirname, "main.ts")).href) },
    legalComments: "none",
    logLevel: "silent",
  });
  await stop();
  const description = ["package.json", "package-lock.json", join("src", "cli", "bundle.cjs")];
  const sources = [...Object.keys(metafile.inputs), ...description].map((path) => stamp(path));
  const isSettled = sources.every(([, , time]) => time < began - CLOCK_PRECISION || time > Date.now());
  return { text: escapeLetters(outputFiles[0].text), sources, isSettled, commands: [], code: undefined };
}

/**
 * Letters outside of ASCII, which the bundler leaves in regular expressions only, as `\u` sequences: a script of one byte a
 * letter is read without being decoded, and takes half the memory.
 */
function escapeLetters(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What shows that a file has changed: its path below the installation, size in bytes, time of change in ms. */
function stamp(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats === undefined ? [path, -1, -1] : [path, stats.size, stats.mtimeMs];
}

function findKept() {
  for (const folder of cacheFolders()) {
    const kept = readKept(folder);
    if (kept !== null) return kept;
  }
  return null;
}

/** A bundle that was kept in a folder and still is what bundling would give; else null. */
function readKept(folder) {
  const bytes = readTrusted(folder);
  if (bytes === null) return null;
  try {
    const headEnd = bytes.indexOf("\n");
    const head = JSON.parse(bytes.toString("utf8", 0, headEnd));
    if (head.identity !== identity || bytes.length !== headEnd + 1 + head.textLength + head.codeLength) return null;
    for (const [path, size, time] of head.sources) {
      const [, sizeNow, timeNow] = stamp(path);
      if (sizeNow !== size || timeNow !== time) return null;
    }
    const codeStart = headEnd + 1 + head.textLength;
    const text = bytes.toString("latin1", headEnd + 1, codeStart);
    return { ...head, text, isSettled: true, code: bytes.subarray(codeStart) };
  } catch {
    return null;
  }
}

function keep({ text, sources, commands }, script) {
  // From here to the end of the process nothing may come between a file and its removal.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
  const [source, code] = [Buffer.from(text, "latin1"), script.createCachedData()];
  const head = JSON.stringify({ identity, commands, textLength: source.length, codeLength: code.length, sources });
  const bytes = Buffer.concat([Buffer.from(`${head}\n`), source, code]);
  for (const folder of cacheFolders()) if (keepIn(folder, bytes)) return;
}

function keepIn(folder, bytes) {
  const part = join(folder, `.${process.pid}-${Math.random().toString(36).slice(2)}.part`);
  try {
    mkdirSync(folder, { recursive: true, mode: folder === installationCache() ? 0o755 : 0o700 });
    if (!isTrusted(lstatSync(folder))) return false;
    const descriptor = openSync(part, "wx", 0o644);
    try {
      writeFileSync(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, join(folder, fileName));
    sweep(folder);
    return true;
  } catch {
    rmSync(part, { force: true });
    return false;
  }
}

/** Removes bundles beyond those that were kept last, and what interrupted calls left. */
function sweep(folder) {
  const entries = readdirSync(folder).map((name) => ({ name, time: lstatSync(join(folder, name)).mtimeMs }));
  const bundles = entries.filter(({ name }) => name.endsWith(".bundle")).sort((a, b) => b.time - a.time);
  const leftovers = entries.filter(({ name, time }) => !name.endsWith(".bundle") && time < Date.now() - LEFTOVER_AGE);
  for (const { name } of [...bundles.slice(MOST_KEPT), ...leftovers]) rmSync(join(folder, name), { force: true });
}

/** Where a bundle may be, the best place first. */
function cacheFolders() {
  const folders = [];
  if (existsSync(join(root, "node_modules"))) folders.push(installationCache());
  const { XDG_CACHE_HOME: cache = "", LOCALAPPDATA: local = "" } = process.env;
  if (process.platform === "win32") {
    if (isAbsolute(local)) folders.push(join(local, "measure-ledger"));
    return folders;
  }
  if (isAbsolute(cache)) folders.push(join(cache, "measure-ledger"));
  else folders.push(...homeCache());
  folders.push(join(tmpdir(), `measure-ledger-${process.getuid()}`));
  return folders;
}

function homeCache() {
  try {
    return isAbsolute(homedir()) ? [join(homedir(), ".cache", "measure-ledger")] : [];
  } catch {
    // A user whom the system does not know.
    return [];
  }
}

function installationCache() {
  return join(root, "node_modules", ".cache", "measure-ledger");
}

/** The kept file's bytes; null where there is none, or one that somebody else may have written: it will be executed. */
function readTrusted(folder) {
  let descriptor;
  try {
    if (!isTrusted(lstatSync(folder))) return null;
    descriptor = openSync(join(folder, fileName), "r");
    return isTrusted(fstatSync(descriptor)) ? readFileSync(descriptor) : null;
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether only this user can have written there, or whoever could change the program itself. */
function isTrusted(stats) {
  if (stats.isSymbolicLink()) return false;
  if (process.platform === "win32") return true;
  const owners = [process.getuid(), lstatSync(__filename).uid];
  return owners.includes(stats.uid) && (stats.mode & 0o022) === 0;
}

/** FNV-1a of 32 bits: enough for a name. What the file is for stands in it. */
function checksum(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
