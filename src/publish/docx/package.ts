import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The same moment in every file, so that the same report is the same bytes: local time, as zip has it. */
const MOMENT = "2000-01-01T00:00:00";
const CORE = "docProps/core.xml";
const SETTINGS = "word/settings.xml";
const BODY = "word/document.xml";
const TYPES = "[Content_Types].xml";

/** What the library is told that the metafiles behind the charts are. */
export const FALLBACK = "png";
const METAFILE = "emf";

/** Small kana and marks that no line begins with beside those that Word knows by itself; brackets that none ends with. */
const NO_LINE_BEGINS =
  "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝｡｣､･￠";
const NO_LINE_ENDS = "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥";

/**
 * The library's package as it is to be: dated as the caller says and not by the clock, with the line breaking of Japanese
 * typesetting, and zipped in the same order with the same times.
 *
 * @param day YYYY-MM-DD
 */
export function finishedPackage(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(change(strFromU8(part)));
  };
  edit(CORE, (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`));
  edit(SETTINGS, withLineBreaking);
  edit(BODY, withOwnNumbers);
  edit(`word/_rels/document.xml.rels`, (xml) => xml.replace(new RegExp(PICTURE, "g"), `$1.${METAFILE}`));
  edit(TYPES, (xml) =>
    xml.replace(/<Types[^>]*>/, (tag) => `${tag}<Default ContentType="image/x-emf" Extension="${METAFILE}"/>`),
  );
  const named = Object.entries(parts).map(([name, part]) => [name.replace(PICTURE, `$1.${METAFILE}`), part] as const);
  named.sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(named), { level: 6, mtime: MOMENT });
}

const PICTURE = new RegExp(`(media/image\\d+)\\.${FALLBACK}`);

/** The library counts bookmarks and pictures over all documents that it makes; here each document counts from 1. */
function withOwnNumbers(xml: string): string {
  const names = [...new Set(xml.match(/_Toc\d+/g))];
  let pictures = 0;
  return renumbered(xml)
    .replace(/(<wp:docPr id=")\d+/g, (_all, tag: string) => `${tag}${++pictures}`)
    .replace(/_Toc\d+/g, (name) => `_Toc${names.indexOf(name) + 1}`);
}

function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(
    /(<w:bookmark(?:Start|End)(?: w:name="[^"]*")? w:id=")([^"]*)/g,
    (_all, tag: string, id: string) => {
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
      return `${tag}${numbers.get(id)!}`;
    },
  );
}

/** The list of contents comes first, which readers that do not look at the end rely on. */
function rank(name: string): number {
  return ["[Content_Types].xml", "_rels/.rels"].indexOf(name) < 0
    ? 2
    : ["[Content_Types].xml", "_rels/.rels"].indexOf(name);
}

/** In the order of CT_Settings (ECMA-376-1 §17.15.1.78): before compat and the notes' properties, the language after compat. */
function withLineBreaking(xml: string): string {
  const rules = [
    '<w:characterSpacingControl w:val="compressPunctuation"/>',
    "<w:strictFirstAndLastChars/>",
    `<w:noLineBreaksAfter w:lang="ja-JP" w:val="${NO_LINE_ENDS}"/>`,
    `<w:noLineBreaksBefore w:lang="ja-JP" w:val="${NO_LINE_BEGINS}"/>`,
  ].join("");
  return xml
    .replace(/<w:(?:footnotePr|endnotePr|compat)[ >/]/, (tag) => rules + tag)
    .replace("</w:compat>", '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>');
}
