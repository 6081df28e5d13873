import { isLevelKey } from "../ledger/columns/column-words";
import type { Indicator } from "../ledger/indicators";
import type { Ledger, Level, Measure } from "../ledger/ledger";

/** The level that names what an indicator is of: the lowest, but not the indicator's own column; null where there is none. */
export function ownerLevel({ levels, indicators }: Ledger): (Level & { readonly key: keyof Measure }) | null {
  const own = levels.filter(
    ({ key, column }) => key !== "field" && isLevelKey(key) && !indicators.some(({ name }) => name === column),
  );
  return own[own.length - 1] ?? null;
}

/** What an indicator is of, in that level's words. */
export function ownerName({ measure }: Indicator, level: ReturnType<typeof ownerLevel>): string {
  if (level === null) return "";
  const text = measure[level.key].trim();
  return text === "" ? measure.name : text;
}
