import type { Ledger, Measure } from "../ledger/ledger";

/** Which 大項目 and 施策 each measure belongs to, as numbers that are equal for equal places; indexes follow `measures`. */
interface Hierarchy {
  /** By field and 大項目番号, or the 大項目 itself where it has no number. */
  readonly heading: Int32Array;
  /** By heading and 施策. */
  readonly policy: Int32Array;
  /** 1 where field, 大項目番号 and 大項目 are the row's above. */
  readonly headingGoesOn: Uint8Array;
  /** 1 where 施策番号 and 施策 are the row's above, too. */
  readonly policyGoesOn: Uint8Array;
}

const remembered = new WeakMap<Ledger, Hierarchy>();

/** The hierarchy of a ledger; rows that follow one another mostly share their place, which makes this cheap. */
export function hierarchyOf(ledger: Ledger): Hierarchy {
  let answer = remembered.get(ledger);
  if (!answer) remembered.set(ledger, (answer = findHierarchy(ledger.measures)));
  return answer;
}

function findHierarchy(measures: readonly Measure[]): Hierarchy {
  const count = measures.length;
  const heading = new Int32Array(count);
  const policy = new Int32Array(count);
  const headingGoesOn = new Uint8Array(count);
  const policyGoesOn = new Uint8Array(count);
  const headings = new Map<string, number>();
  const policies = new Map<string, number>();
  let above: Measure | undefined;
  for (let index = 0; index < count; index++) {
    const measure = measures[index]!;
    if (
      above?.fieldIndex === measure.fieldIndex &&
      above.headingNumber === measure.headingNumber &&
      above.heading === measure.heading
    ) {
      headingGoesOn[index] = 1;
      heading[index] = heading[index - 1]!;
    } else {
      const name = measure.headingNumber === "" ? measure.heading : `\n${measure.headingNumber}`;
      heading[index] = numberOf(`${measure.fieldIndex}\n${name}`, headings);
    }
    if (
      above !== undefined &&
      heading[index] === heading[index - 1] &&
      above.policyNumber === measure.policyNumber &&
      above.policy === measure.policy
    ) {
      policyGoesOn[index] = 1;
      policy[index] = policy[index - 1]!;
    } else policy[index] = numberOf(`${heading[index]!}\n${measure.policy}`, policies);
    above = measure;
  }
  return { heading, policy, headingGoesOn, policyGoesOn };
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
