import type { Answer, Probe } from "./probe";
import type { Diagnosis, ProbeResult } from "./run-probes";

/*
 * The result as text that survives a mail: one line for each fact and each probe, their parts between tabs. What a person
 * reads stands above and is not read back.
 */

const OUTCOMES: readonly ProbeResult["outcome"][] = ["as expected", "different", "not supported"];

/** A diagnosis as text. @param heading sentences for the one who reads it */
export function diagnosisText({ facts, results }: Diagnosis, heading: readonly string[]): string {
  const lines = [
    ...heading.map((sentence) => `# ${sentence}`),
    ...Object.entries(facts).map(([name, value]) => ["fact", name, value].join("\t")),
    ...results.map(({ id, outcome, expected, got, milliseconds }) =>
      ["probe", id, outcome, JSON.stringify(expected), JSON.stringify(got), milliseconds].join("\t"),
    ),
    `end\t${results.length}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A diagnosis read from its text; null where the text is none, or is not whole. */
export function parseDiagnosis(text: string): Diagnosis | null {
  const facts: Record<string, string> = {};
  const results: ProbeResult[] = [];
  let count: number | null = null;
  for (const line of text.split(/\r?\n/)) {
    const [kind, name = "", ...rest] = line.split("\t");
    if (kind === "fact") facts[name] = rest.join("\t");
    else if (kind === "end") count = Number(name);
    else if (kind === "probe") {
      const result = parseResult(name, rest);
      if (result === null) return null;
      results.push(result);
    }
  }
  return count === results.length && count > 0 ? { facts, results } : null;
}

function parseResult(id: string, [word, expected = "", got = "", time = ""]: readonly string[]): ProbeResult | null {
  const outcome = OUTCOMES.find((one) => one === word);
  try {
    if (outcome === undefined) return null;
    return {
      id,
      outcome,
      expected: JSON.parse(expected) as Answer,
      got: JSON.parse(got) as Answer,
      milliseconds: Number(time),
    };
  } catch {
    return null;
  }
}

/** What a diagnosis says of what is assumed today. */
export interface Judgement {
  readonly confirmed: readonly string[];
  readonly refuted: readonly { readonly id: string; readonly expected: Answer; readonly got: Answer }[];
  /** Not tried there: unsupported, or younger than the diagnosis. */
  readonly open: readonly string[];
  /** Tried there, and no longer among the probes. */
  readonly unknown: readonly string[];
}

/** Compares what Excel did with what the probes expect now, whatever they expected then. */
export function judge({ results }: Diagnosis, probes: readonly Probe[]): Judgement {
  const tried = new Map(results.filter(({ outcome }) => outcome !== "not supported").map((one) => [one.id, one]));
  const known = new Set(probes.map(({ id }) => id));
  const holds = ({ id, expected }: Probe): boolean => JSON.stringify(tried.get(id)?.got) === JSON.stringify(expected);
  return {
    confirmed: probes.filter(holds).map(({ id }) => id),
    refuted: probes
      .filter((probe) => tried.has(probe.id) && !holds(probe))
      .map(({ id, expected }) => ({ id, expected, got: tried.get(id)!.got })),
    open: probes.filter(({ id }) => !tried.has(id)).map(({ id }) => id),
    unknown: results.map(({ id }) => id).filter((id) => !known.has(id)),
  };
}
