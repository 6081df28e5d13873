import { readIndicators, type Indicator, type IndicatorCell } from "../ledger/indicators";
import { numberOf } from "../ledger/indicator-value";
import type { RuleContext } from "./rule";

const remembered = new WeakMap<RuleContext, readonly Indicator[]>();

/** The indicators of all measures, read once. */
export function indicatorsOf(context: RuleContext): readonly Indicator[] {
  let indicators = remembered.get(context);
  if (!indicators) remembered.set(context, (indicators = readIndicators(context.ledger, context.source)));
  return indicators;
}

/** The number in one of an indicator's cells; null for none. */
export function amountIn(cell: IndicatorCell | null | undefined): number | null {
  return numberOf(cell?.value);
}
