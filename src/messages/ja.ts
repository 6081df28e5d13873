import { rules } from "./rules.ja";

/*
 * Every sentence the user can see in Japanese, by the part of the product that says it. Polite, short, what to do next.
 * The wording of the printed report itself (headings, narrative) is not here: it is Japanese in every language of the pane
 * and lives beside the code that lays it out (report/words.ts, narrative/phrases.ts).
 */
export const ja = {
  ledger: {},
  rules,
  report: {},
  host: {},
  actions: {},
  pane: {},
  commandLine: {},
};

type Widen<T> = T extends (...args: infer A) => string ? (...args: A) => string : T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };

/** The shape every language has: the same keys with the same parameters. */
export type Messages = Widen<typeof ja>;
