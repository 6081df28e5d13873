import type { Measure } from "./ledger";
import { matchKey } from "./match-key";
import type { FieldProfile } from "./settings";

/** The fields of a ledger: those of the 分野 sheet in its order, then the others as they appear, and "" always last. */
export class FieldList {
  private readonly list: string[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly byText = new Map<string, number>();
  private lastText: string | undefined;
  private lastIndex = 0;
  private unnamed = -1;

  constructor(order: readonly Pick<FieldProfile, "name" | "shortName">[]) {
    for (const { name } of order) this.add(name);
    // A name always beats another field's short name.
    for (const [index, { shortName }] of order.entries()) {
      const key = matchKey(shortName);
      if (key !== "" && !this.byKey.has(key))
        this.byKey.set(key, this.byKey.get(matchKey(order[index]?.name ?? "")) ?? index);
    }
  }

  indexOf(text: string): number {
    if (text === this.lastText) return this.lastIndex;
    let index = this.byText.get(text);
    if (index === undefined) {
      index = this.byKey.get(matchKey(text)) ?? this.add(text);
      this.byText.set(text, index);
    }
    this.lastText = text;
    this.lastIndex = index;
    return index;
  }

  names(): readonly string[] {
    const named = this.list.filter((_, index) => index !== this.unnamed);
    return this.unnamed < 0 ? named : [...named, ""];
  }

  /** The measures with indexes into `names()`, once all fields are known. */
  inOrder(measures: readonly Measure[]): readonly Measure[] {
    const { unnamed } = this;
    const last = this.list.length - 1;
    if (unnamed < 0 || unnamed === last) return measures;
    return measures.map((measure) => ({
      ...measure,
      fieldIndex: measure.fieldIndex === unnamed ? last : measure.fieldIndex - (measure.fieldIndex > unnamed ? 1 : 0),
    }));
  }

  private add(text: string): number {
    const key = matchKey(text);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.list.push(text) - 1;
    this.byKey.set(key, index);
    if (key === "") this.unnamed = index;
    return index;
  }
}
