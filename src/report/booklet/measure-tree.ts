import { matchKey } from "../../ledger/match-key";
import type { Measure } from "../../ledger/ledger";

/** A line of a field's numbered tree. A measure whose status stands on its 施策 is a `policy` that carries it. */
export type TreeEntry =
  | { readonly kind: "heading"; readonly number: string; readonly name: string }
  | { readonly kind: "policy"; readonly number: string; readonly name: string; readonly measure: Measure | null }
  | { readonly kind: "measure"; readonly measure: Measure };

/**
 * The numbered tree of one field, in the ledger's order, every measure exactly once. Levels that the ledger leaves out are
 * left out here; a heading or policy that comes back after another one is printed again. Numbers are the ledger's, and
 * counted where it has none.
 */
export function measureTree(measures: readonly Measure[]): TreeEntry[] {
  const entries: TreeEntry[] = [];
  let heading = "";
  let headings = 0;
  let policy = "";
  let policies = 0;
  let last: Measure | undefined;
  for (const measure of measures) {
    const isInSamePlace = last !== undefined && standsWith(measure, last);
    last = measure;
    if (isInSamePlace) {
      entries.push({ kind: "measure", measure });
      continue;
    }
    const headingKey = levelKey(measure.headingNumber, measure.heading);
    if (headingKey !== heading) {
      heading = headingKey;
      policy = "";
      policies = 0;
      if (measure.heading !== "") {
        headings++;
        entries.push({ kind: "heading", number: measure.headingNumber || String(headings), name: measure.heading });
      }
    }
    const policyKey = levelKey(measure.policyNumber, measure.policy);
    const newPolicy = measure.policy !== "" && policyKey !== policy;
    if (newPolicy) {
      policy = policyKey;
      policies++;
      const carries = measure.measure === "";
      entries.push({
        kind: "policy",
        number: measure.policyNumber || String(policies),
        name: measure.policy,
        measure: carries ? measure : null,
      });
      if (carries) continue;
    }
    entries.push({ kind: "measure", measure });
  }
  return entries;
}

/** True where two measures have word for word the same levels, as most neighbours do; spares them the keys. */
function standsWith(a: Measure, b: Measure): boolean {
  return (
    a.policy === b.policy &&
    a.heading === b.heading &&
    a.policyNumber === b.policyNumber &&
    a.headingNumber === b.headingNumber
  );
}

function levelKey(number: string, name: string): string {
  return name === "" ? "" : `${matchKey(number)}\u0001${matchKey(name)}`;
}
