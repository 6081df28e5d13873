import { matchKey } from "./match-key";

/**
 * What a text in a numeric column is. `auto`: a number without doubt, in any notation of offices (▲5, １，２３４, −5, 100%);
 * `suggest`: probably a number, but a unit or an ambiguous sign was entered with it (12件, △5). `value` takes a percentage as
 * a share (100% → 1); `digits` is what was typed, in half-width digits without unit, percent sign and separators.
 */
export type NumberReading =
  { readonly kind: "auto" | "suggest"; readonly value: number; readonly digits: string } | { readonly kind: "none" };

/* Circled, Roman, superscript and other digits that name things rather than count them. */
const NAMING_DIGITS = /[\u00B2\u00B3\u00B9\u2070-\u209C\u2150-\u218B\u2460-\u24FF\u2776-\u2793\u3220-\u32FF]/;

/** Reads a text as a number. */
export function readNumber(text: string): NumberReading {
  if (NAMING_DIGITS.test(text)) return { kind: "none" };
  const key = matchKey(text);
  const certain = numberOrShare(key.replace(/^▲/, "-"));
  if (certain !== null) return { kind: "auto", ...certain };
  const [, sign = "", amount = "", unit = ""] = /^([△▲+-]?)([\d,.]+)([^\d,.]{0,4})$/.exec(key) ?? [];
  const minus = sign === "" || sign === "+" ? "" : "-";
  const probable = numberOrShare(minus + amount + (unit === "%" ? unit : ""));
  return probable === null ? { kind: "none" } : { kind: "suggest", ...probable };
}

function numberOrShare(text: string): { readonly value: number; readonly digits: string } | null {
  const match = /^\+?(-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?)(%?)$/.exec(text);
  if (!match) return null;
  const digits = (match[1] ?? "").replace(/,/g, "");
  return { value: match[2] === "%" ? Number(digits) / 100 : Number(digits), digits };
}
