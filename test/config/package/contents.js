import { createHash } from "node:crypto";
import { sbomOf } from "./sbom.js";

/** Where the manifest of the template points: a name that no network ever answers. Set-Address.ps1 looks for it. */
export const PLACEHOLDER = "https://measure-ledger.invalid/";
const DEVELOPMENT = "https://localhost:3000/";

/** What of the build stays here: its manifest points to one address, the template to none. */
const LEFT_OUT = ["manifest.xml"];
/** Without these the package is of no use to anybody. */
const NEEDED = [
  "taskpane.html",
  "standalone.html",
  "measure-ledger.html",
  "THIRD-PARTY-NOTICES.txt",
  "guide/index.html",
  "guide/it.html",
  "office-js/office.js",
  "office-js/LICENSE.md",
  "assets/icons/logo-32.png",
];

/**
 * The files of the package, by their path in it, in the order of the list: what is built, the manifest's template, what the
 * IT section needs to set it up, licences, the bill of materials, and the hashes of all that.
 *
 * @param dist the build's files by path
 * @param kit the files of assets/kit by path
 * @param sources `manifest`, `licence` and `lock`: texts of the files at the top
 * @throws Error where the build lacks a file that the package cannot do without
 */
export function packageContents(dist, kit, { manifest, licence, lock }) {
  const missing = NEEDED.filter((path) => !dist.has(path));
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(", ")}: run npm ci and npm run build.`);
  if (!manifest.includes(DEVELOPMENT)) throw new Error(`manifest.xml does not point to ${DEVELOPMENT}.`);
  const notices = Buffer.from(dist.get("THIRD-PARTY-NOTICES.txt")).toString("utf8");
  const files = new Map([
    ["README.txt", forWindows(kit.get("README.txt"))],
    ["LICENSE.txt", forWindows(licence)],
    ["Set-Address.ps1", forWindows(kit.get("Set-Address.ps1"))],
    ["manifest-template.xml", bytes(manifest.replaceAll(DEVELOPMENT, PLACEHOLDER))],
    ["sbom.cdx.json", bytes(sbomOf(notices, lock))],
  ]);
  for (const [path, content] of sorted(kit)) {
    if (path.startsWith("servers/")) files.set(path, bytes(content));
  }
  for (const [path, content] of sorted(dist)) {
    if (!LEFT_OUT.includes(path)) files.set(`web/${path}`, bytes(content));
  }
  const sums = [...files].map(([path, content]) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`);
  files.set("SHA256SUMS.txt", bytes(sums.join("")));
  return files;
}

function sorted(files) {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

function bytes(content) {
  return typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
}

/** A text as Windows' own PowerShell and Notepad read it: marked as UTF-8, because without the mark they take it for Shift_JIS. */
function forWindows(content) {
  return Buffer.from(`\uFEFF${bytes(content).toString("utf8").replaceAll(/\r?\n/g, "\r\n")}`, "utf8");
}
