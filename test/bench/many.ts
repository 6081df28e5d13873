import { mkdirSync, rmSync } from "node:fs";
import type { CellValue } from "../../src/cells/cell";
import { makeLedger } from "./make-ledger";

/** As `Usage` of bench.ts: seconds and MB of a process. */
interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** What a collector's folder may be: two hundred sections, three hundred measures each. */
const LEDGERS = 200;
const MEASURES = 300;
/** Seconds and MB that each command may take. */
const LIMITS = { check: 5, collect: 4, report: 30, memory: 400 } as const;

/**
 * Measures check, collect and report over many files, a process each, once.
 * @param write writes a ledger file
 * @param run runs the command line with these words
 */
export async function measureMany(
  folder: string,
  write: (file: string, rows: CellValue[][]) => Promise<void>,
  run: (words: string[]) => Usage,
): Promise<Readonly<Record<string, Usage>>> {
  const sent = `${folder}/many`;
  const made = `${folder}/many-made`;
  for (const one of [sent, made]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one, { recursive: true });
  }
  const [header = [], ...rows] = makeLedger(LEDGERS * MEASURES);
  for (let at = 0; at < LEDGERS; at++) {
    const own = rows.slice(at * MEASURES, (at + 1) * MEASURES);
    await write(`${sent}/第${at + 1}課.xlsx`, [
      [...header, "担当課"],
      ...own.map((cells) => [...cells, `第${at + 1}課`]),
    ]);
  }
  const figures = {
    check: run(["check", sent]),
    collect: run(["collect", sent, "--out", `${made}/collected.xlsx`]),
    report: run(["report", sent, "--out-dir", `${made}/reports`]),
  };
  console.log(`\n${LEDGERS} ledgers of ${MEASURES} measures`);
  for (const [name, { wall, cpu, memory }] of Object.entries(figures)) {
    const limit = LIMITS[name as keyof typeof figures];
    console.log(
      `  ${name.padEnd(10)} ${wall.toFixed(1)} s (at most ${limit}), ${cpu.toFixed(1)} s of processors, ${memory.toFixed(0)} MB (at most ${LIMITS.memory})`,
    );
  }
  return figures;
}
