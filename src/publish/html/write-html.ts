import { listedHeadings, type FrameLine, type ReportDocument } from "../../report/document/blocks";
import { escaped } from "../markup";
import { asOfLine, CONTENTS, DOWNLOADS, TO_MAIN } from "../words";
import { blocksHtml } from "./blocks";
import { STYLE } from "./style";

/** A file that stands beside the page. */
export interface PageLink {
  readonly file: string;
  readonly name: string;
}

/** Nothing but its own style: no script, no request, no form. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one web page without a script: chapters, tables with headings and scopes, charts as pictures with text. */
export function writeHtml(document: ReportDocument, links: readonly PageLink[]): string {
  const { title, municipality, asOf, notice, chapters, colophon } = document;
  return `${[
    "<!DOCTYPE html>",
    '<html lang="ja">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<a class="skip" href="#main">${TO_MAIN}</a>`,
    "<header>",
    `<h1>${escaped(title)}</h1>`,
    ...[municipality, asOfLine(asOf)]
      .filter((text) => text !== "")
      .map((text) => `<p class="about">${escaped(text)}</p>`),
    ...(notice === "" ? [] : [`<p class="notice">${escaped(notice)}</p>`]),
    "</header>",
    contents(document),
    '<main id="main">',
    ...chapters.map(
      ({ id, title: heading, blocks }) =>
        `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(heading)}</h2>\n${blocksHtml(blocks, id)}\n</section>`,
    ),
    "</main>",
    "<footer>",
    ...(links.length === 0
      ? []
      : [
          `<h2>${DOWNLOADS}</h2>`,
          `<ul>${links.map(({ file, name }) => `<li><a href="${escaped(encodeURI(file))}">${escaped(name)}</a></li>`).join("")}</ul>`,
        ]),
    ...(colophon ?? []).map(frameLine),
    "</footer>",
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

function contents(document: ReportDocument): string {
  const link = (target: string, text: string): string => `<a href="#${target}">${escaped(text)}</a>`;
  const entries = document.chapters.map((chapter) => {
    const sections = listedHeadings({ chapters: [chapter] }).slice(1);
    const inner = sections.map(({ text, block }) => `<li>${link(`${chapter.id}-${block}`, text)}</li>`).join("\n");
    return `<li>${link(chapter.id, chapter.title)}${inner === "" ? "" : `\n<ol>\n${inner}\n</ol>`}</li>`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">${CONTENTS}</h2>\n<ol>\n${entries.join("\n")}\n</ol></nav>`;
}

function frameLine({ text, mark }: FrameLine): string {
  return `<p${mark === undefined ? "" : ` class="${mark}"`}>${escaped(text)}</p>`;
}
