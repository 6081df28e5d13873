import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take longest, the longest first: begun late, one of them would leave the other workers without work. */
const LONGEST = [
  "browser/states",
  "browser/standalone",
  "cli/start",
  "cli/output",
  "embedded/storage/producers",
  "browser/flow",
  "validation/recall",
  "browser/trouble",
  "browser/server-settings",
  "cli/manners",
  "embedded/storage/hostile",
  "browser/single-file",
  "excel/races",
  "bridge/whole-report",
  "excel/write-report",
];

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/config/judge-saved-packages.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes when the machine has time for it; a second is too little beside other work.
    expect: { poll: { timeout: 20_000 } },
    // No file leaves anything behind, so that those which follow in the same process need not load everything anew.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
  },
});
