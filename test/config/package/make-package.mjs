import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { packageContents } from "./contents.js";

/*
 * npm run package: builds, and puts all that an IT section needs into out/measure-ledger-VERSION.zip. Offline after npm ci.
 */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const { name, version } = JSON.parse(read("package.json"));

// The manifest of the package is the template, whatever address the environment names.
const environment = { ...process.env };
delete environment.MEASURE_LEDGER_URL;
const build = spawnSync(process.execPath, [process.env.npm_execpath, "run", "-s", "build"], {
  cwd: root,
  env: environment,
  stdio: ["ignore", "ignore", "inherit"],
});
if (build.status !== 0) process.exit(build.status ?? 1);

const files = packageContents(filesBelow(join(root, "dist")), filesBelow(join(root, "assets/kit")), {
  manifest: read("manifest.xml"),
  licence: read("LICENSE"),
  lock: read("package-lock.json"),
});
const folder = `${name}-${version}`;
const entries = Object.fromEntries([...files].map(([path, content]) => [`${folder}/${path}`, new Uint8Array(content)]));
// One time for all, so that the same sources give the same zip.
const zip = zipSync(entries, { level: 9, mtime: new Date(2026, 0, 1) });
mkdirSync(join(root, "out"), { recursive: true });
writeFileSync(join(root, "out", `${folder}.zip`), zip);
const plain = [...files.values()].reduce((sum, { length }) => sum + length, 0);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(`out/${folder}.zip: ${files.size} files, ${megabytes(zip.length)} (${megabytes(plain)} unpacked)`);

function filesBelow(start) {
  const paths = readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(paths.map((path) => [path.slice(start.length + 1).replaceAll("\\", "/"), readFileSync(path)]));
}
