import { parseAddress } from "../../cells/parse-address";
import { matchKey } from "../../ledger/match-key";
import { readNumber } from "../../ledger/number-text";
import { readDate } from "../../ledger/parse-wareki";
import { formatEraDate } from "../../ledger/wareki";
import { dateColumns } from "../date-columns";
import type { Mender } from "./mending";

/** The number that a text says. */
export const readAsNumber: Mender = ({ value }) => {
  const reading = readNumber(value);
  if (reading.kind !== "none") return { values: [Number(reading.digits)], isProposed: true };
  // 約1200: somebody has to say that it is so much.
  const [only, ...others] = matchKey(value).match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return only === undefined || others.length > 0 ? {} : { values: [Number(only.replace(/,/g, ""))] };
};

/** What an error value stands for can be left open. */
export const leaveBlank: Mender = () => ({ values: [""] });

/** The same amount without its sign. */
export const dropSign: Mender = ({ value }) => {
  const amount = Number(value);
  return Number.isFinite(amount) && amount < 0 ? { values: [-amount] } : {};
};

/** A share of one as a percentage. */
export const asPercentage: Mender = ({ value }) => {
  const share = Number(value);
  return Number.isFinite(share) ? { values: [Math.round(share * 1e6) / 1e4] } : {};
};

const NUMBERED = /^(.*?)(\d+)$/;

/** The number that the sequence of the rows wants here, or the next one that nobody has. */
export const nextNumber: Mender = ({ cell }, context) => {
  const ledger = context.ledger()?.ledger;
  const row = parseAddress(cell)?.row;
  const index = ledger?.measures.findIndex((measure) => measure.row === row) ?? -1;
  if (ledger === undefined || index < 0) return {};
  const numbers = ledger.measures.map(({ number }) => matchKey(number));
  const taken = new Set(numbers);
  const [, prefix = "", before = ""] = NUMBERED.exec(numbers[index - 1] ?? "") ?? [];
  const between = before === "" ? "" : `${prefix}${Number(before) + 1}`;
  if (between !== "" && !taken.has(between)) {
    const isWanted = numbers[index + 1] === undefined || numbers[index + 1] === `${prefix}${Number(before) + 2}`;
    return { values: [numberOrText(between)], isProposed: isWanted };
  }
  const [, own = ""] = NUMBERED.exec(numbers[index] ?? "") ?? [];
  const tails = numbers.flatMap((number) => {
    const [, start, tail] = NUMBERED.exec(number) ?? [];
    return start === own && tail !== undefined ? [Number(tail)] : [];
  });
  return tails.length === 0 ? {} : { values: [numberOrText(`${own}${Math.max(...tails) + 1}`)] };
};

function numberOrText(text: string): number | string {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : text;
}

/** The last day that the month has. */
export const lastDay: Mender = ({ value }) => {
  const [, head, day = "", tail = ""] = /^(.*\D)(\d{1,2})(\D*)$/.exec(value) ?? [];
  if (head === undefined) return {};
  for (let less = Number(day) - 1; less >= 28; less--) {
    const text = `${head}${less}${tail}`;
    if (readDate(text).kind !== "error") return { values: [text] };
  }
  return {};
};

/** The date as most of its column are written. */
export const asTheOthers: Mender = ({ cell }, context) => {
  const ledger = context.ledger();
  const at = parseAddress(cell);
  const column = ledger && at && dateColumns(ledger).find((one) => one.column.column === at.column);
  const found = column?.cells.find(({ row }) => row === at?.row);
  if (!column || !found || found.reading.kind === "error" || found.reading.value?.precision !== "day") return {};
  const counts = new Map<string, number>();
  for (const { notation } of column.cells) counts.set(notation, (counts.get(notation) ?? 0) + 1);
  const [common] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  const { year, month, day } = found.reading.value;
  const text = inNotation(common, { year, month, day });
  return text === null ? {} : { values: [text], isProposed: true };
};

function inNotation(
  notation: string | undefined,
  date: { readonly year: number; readonly month: number; readonly day: number },
): string | null {
  const { year, month, day } = date;
  const two = (number: number) => String(number).padStart(2, "0");
  switch (notation) {
    case "E9年9月9日":
      return formatEraDate(date);
    case "9年9月9日":
      return `${year}年${month}月${day}日`;
    case "9/9/9":
      return `${year}/${month}/${day}`;
    case "9-9-9":
      return `${year}-${two(month)}-${two(day)}`;
    default:
      return null;
  }
}
