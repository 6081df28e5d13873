import { matchKey } from "./match-key";

/**
 * What a text in a numeric column is. `auto`: a number without doubt, in any notation of offices (▲5, １，２３４, −5, 100%);
 * `suggest`: probably a number, but a unit or an ambiguous sign was entered with it (12件, △5).
 */
export type NumberReading = { readonly kind: "auto" | "suggest"; readonly value: number } | { readonly kind: "none" };

/* Circled, Roman, superscript and other digits that name things rather than count them. */
const NAMING_DIGITS = /[\u00B2\u00B3\u00B9\u2070-\u209C\u2150-\u218B\u2460-\u24FF\u2776-\u2793\u3220-\u32FF]/;

/** Reads a text as a number; percentages as shares (100% → 1). */
export function readNumber(text: string): NumberReading {
  if (NAMING_DIGITS.test(text)) return { kind: "none" };
  const key = matchKey(text);
  const certain = numberOrShare(key.replace(/^▲/, "-"));
  if (certain !== null) return { kind: "auto", value: certain };
  const [, sign = "", amount = ""] = /^([△▲-]?)([\d,.]+)[^\d,.]{0,4}$/.exec(key) ?? [];
  const probable = numberOrShare((sign === "" ? "" : "-") + amount);
  return probable === null ? { kind: "none" } : { kind: "suggest", value: probable };
}

function numberOrShare(text: string): number | null {
  const match = /^([+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?)(%?)$/.exec(text);
  if (!match) return null;
  const number = Number((match[1] ?? "").replace(/,/g, ""));
  return match[2] === "%" ? number / 100 : number;
}
