import { resolveRadicals } from "./radicals";

/** How many texts are remembered before the memory is emptied: room for the labels of any ledger, bounded for its free text. */
const REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/*
 * Characters without width: soft hyphen, zero-width spaces and joiners, marks of direction, word joiner, BOM,
 * variation selectors and the ideographic variation sequences (IVS).
 */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]|\uDB40[\uDC00-\uDFFF]/g;
const SPACES = /\s+/g;
/* Hyphens, minus signs, dashes, the long vowel mark and the rules that are typed in their place. */
const DASHES = /[\u2010-\u2015\u2043\u207B\u208B\u2212\u2500\u2501\u2796\u30FC\uFE58\uFE63\uFF0D]/g;
/* FULLWIDTH TILDE of Windows has become "~" by NFKC; WAVE DASH of other systems has not. */
const TILDES = /[\u301C\u3030\u223C\u223E\u2053]/g;
const OPENING = /[[{〈《「『【〔〖〘〚⟨⟪❲⦅]/g;
const CLOSING = /[\]}〉》」』】〕〗〙〛⟩⟫❳⦆]/g;

/**
 * The key two texts are compared by: NFKC, no spaces or invisible characters at all, one kind of dash, tilde and bracket,
 * radicals as ideographs, and lower case, because Excel's own comparison ignores case. It is never shown or written back.
 * Idempotent. Look-alikes that mean different characters (○ and 〇, 高 and 髙) stay different.
 */
export function matchKey(text: string): string {
  const shape = shapeOf(text);
  if (shape === "plain") return text;
  if (shape === "spaced") return spacedKey(text);
  let key = remembered.get(text);
  if (key === undefined) {
    key = makeKey(text);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, key);
  }
  return key;
}

const LONG_VOWEL = 0x30fc;

/**
 * What a text is at a glance: "plain" where it is its own key (kanji, kana, ・, half-width digits and lower-case letters only),
 * "spaced" where it differs from that by spaces and long vowel marks alone, as most names do; "other" where all the rest of
 * the rules may apply.
 */
function shapeOf(text: string): "plain" | "spaced" | "other" {
  let shape: "plain" | "spaced" = "plain";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x3041 && code <= 0x3096) ||
      (code >= 0x30a1 && code <= 0x30fb) ||
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x61 && code <= 0x7a)
    )
      continue;
    if (code !== 0x20 && code !== 0x3000 && code !== LONG_VOWEL) return "other";
    shape = "spaced";
  }
  return shape;
}

/** The key of a "spaced" text; a search for each of its few spaces and marks is quicker than a pattern. */
function spacedKey(text: string): string {
  let key = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x3000 && code !== LONG_VOWEL) continue;
    key += text.slice(from, at);
    if (code === LONG_VOWEL) key += "-";
    from = at + 1;
  }
  return key + text.slice(from);
}

function makeKey(text: string): string {
  // What is stripped may stand between a letter and its combining mark, so the text is composed again after each stripping.
  const composed = strip(resolveRadicals(strip(text)).normalize("NFKC")).normalize("NFKC");
  return composed
    .toLowerCase()
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(TILDES, "~")
    .replace(OPENING, "(")
    .replace(CLOSING, ")");
}

function strip(text: string): string {
  return text.replace(INVISIBLE, "").replace(SPACES, "");
}
