import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ja } from "../../src/messages/ja";
import { sentencesOf } from "./sentences";

const root = new URL("../../", import.meta.url);

/** Where the pictures of the handbook are, and beside them what each of them showed when it was taken. */
export const PICTURES = fileURLToPath(new URL("assets/guide/pictures/", root));
/** Name of the file that says of each picture what it showed. */
export const TAKEN = "taken.json";

/** Sources of the pane's look: all views and the style, without what runs behind them. */
const PANE = readdirSync(new URL("src/taskpane/", root))
  .filter((name) => /^view.*\.ts$|\.css$/.test(name))
  .map((name) => `src/taskpane/${name}`);
const PAGE = readdirSync(new URL("src/standalone/", root))
  .filter((name) => /^view.*\.ts$|\.(css|html)$/.test(name))
  .map((name) => `src/standalone/${name}`);

const { pane, rules, standalone } = ja;
/** Rules whose findings are in the pictures. */
const SHOWN = ["status-blank", "status-unknown", "relisted-name", "space-edge"] as const;
const FINDINGS = [rules.severities, rules.basis, SHOWN.map((id) => rules.byRule[id])];

/** The pictures of the handbook: the files that say how they look, and the words that are in them. */
export const SUBJECTS = {
  open: { files: PANE, words: [pane] },
  columns: { files: PANE, words: [pane] },
  blocked: { files: PANE, words: [pane, FINDINGS] },
  preview: { files: PANE, words: [pane, FINDINGS] },
  report: { files: PANE, words: [pane] },
  page: { files: [...PANE, ...PAGE], words: [pane, standalone] },
} as const;

/** Name of a picture. */
export type PictureName = keyof typeof SUBJECTS;

/** A hash of all that a picture shows, as it is now. */
export function hashOf(name: PictureName): string {
  const { files, words } = SUBJECTS[name];
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(file).update(readFileSync(new URL(file, root), "utf8").replaceAll("\r\n", "\n"));
  hash.update(sentencesOf(words).join("\n"));
  return hash.digest("hex").slice(0, 16);
}
