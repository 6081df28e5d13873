import type { DigitWidth, Settings } from "../ledger/settings";

/** How the plan's owner wants numbers in prose: part of 集計方法. */
type NumberStyle = Pick<Settings, "digits" | "unit" | "decimals">;

/** An integer with thousands separators in the chosen digit width: 12345 → "12,345" or "１２，３４５". */
export function countText(count: number, style: NumberStyle): string {
  return inWidth(withThousands(count), style.digits);
}

/** A count with its unit: "72項目". */
export function countWithUnit(count: number, style: NumberStyle): string {
  return countText(count, style) + style.unit;
}

/** A percentage as shown, with as many decimals as the settings ask for and a full-width sign: "73.5％". */
export function percentText(rate: number, style: NumberStyle): string {
  return `${inWidth(rate.toFixed(style.decimals), style.digits)}％`;
}

/** Text of half-width digits in the chosen width; 一桁全角 widens a number only where it is a single digit. */
export function inWidth(number: string, digits: DigitWidth): string {
  if (digits === "half" || (digits === "single-full" && number.length > 1)) return number;
  return number.replace(/[0-9.,-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

function withThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
