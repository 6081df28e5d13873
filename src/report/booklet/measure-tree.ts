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
  walkMeasureTree(measures, {
    heading: (number, name) => entries.push({ kind: "heading", number, name }),
    policy: (number, name, measure) => entries.push({ kind: "policy", number, name, measure }),
    measure: (measure) => entries.push({ kind: "measure", measure }),
  });
  return entries;
}

/** Takes the entries of a tree one by one, for who does not need them all at once; each as in `TreeEntry`. */
interface TreeVisitor {
  heading(number: string, name: string): void;
  policy(number: string, name: string, measure: Measure | null): void;
  measure(measure: Measure): void;
}

/** Walks the tree that `measureTree` makes, in its order. */
export function walkMeasureTree(measures: readonly Measure[], visitor: TreeVisitor): void {
  let headings = 0;
  let policies = 0;
  let headingNumber = "";
  let heading = "";
  let policyNumber = "";
  let policy = "";
  let last: Measure | undefined;
  for (const measure of measures) {
    const isInSamePlace = last !== undefined && standsWith(measure, last);
    last = measure;
    if (isInSamePlace) {
      visitor.measure(measure);
      continue;
    }
    if (!isSameLevel(measure.headingNumber, measure.heading, headingNumber, heading)) {
      ({ headingNumber, heading } = measure);
      policyNumber = policy = "";
      policies = 0;
      if (heading !== "") {
        headings++;
        visitor.heading(headingNumber || String(headings), heading);
      }
    }
    const group = groupOf(measure);
    if (group !== "" && !isSameLevel(measure.policyNumber, group, policyNumber, policy)) {
      ({ policyNumber } = measure);
      policy = group;
      policies++;
      const carries = measure.measure === "" && measure.action === "";
      visitor.policy(policyNumber || String(policies), policy, carries ? measure : null);
      if (carries) continue;
    }
    visitor.measure(measure);
  }
}

/** The levels between 大項目 and the measure as one: 施策, and 取組 where the measure is a 個別事業 below it. */
function groupOf({ policy, action, measure }: Measure): string {
  if (action === "" || measure === "") return policy;
  return policy === "" ? action : `${policy}　${action}`;
}

/** True where two measures have word for word the same levels, as most neighbours do; spares them the keys. */
function standsWith(a: Measure, b: Measure): boolean {
  return (
    a.policy === b.policy &&
    a.action === b.action &&
    (a.measure === "") === (b.measure === "") &&
    a.heading === b.heading &&
    a.policyNumber === b.policyNumber &&
    a.headingNumber === b.headingNumber
  );
}

/** Whether two 大項目 or 施策 are the same one. Numbers first: where they differ, nobody needs the keys of two long names. */
function isSameLevel(number: string, name: string, otherNumber: string, otherName: string): boolean {
  if (name === "" || otherName === "") return name === otherName;
  return isSameKey(number, otherNumber) && isSameKey(name, otherName);
}

function isSameKey(a: string, b: string): boolean {
  return a === b || matchKey(a) === matchKey(b);
}
