import { readIndicators, type Indicator } from "../ledger/indicators";
import type { Ledger } from "../ledger/ledger";
import { indicatorList } from "./indicator-list";
import { indicatorYears } from "./indicator-years";
import { NO_PART, type PartPlan } from "./part-plan";
import type { ReportContext } from "./report-context";

/** 指標一覧 and, where values of several years are there, 指標の推移. */
export function indicatorPart(context: ReportContext): PartPlan {
  const { ledger, source } = context;
  const indicators = byField(readIndicators(ledger, source), ledger);
  if (indicators.length === 0) return NO_PART;
  const list = indicatorList(context, indicators);
  const years = indicatorYears(context, indicators);
  return {
    sheets: [list.sheet, ...(years === null ? [] : [years.sheet])],
    columns: [...new Set([...list.columns, ...(years?.columns ?? [])])],
  };
}

/** In the plan's order of fields, within each in the ledger's. */
function byField(indicators: readonly Indicator[], { fields }: Ledger): readonly Indicator[] {
  return fields.flatMap((_, field) => indicators.filter(({ measure }) => measure.fieldIndex === field));
}
