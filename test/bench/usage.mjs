/* Preloaded into a measured process: writes its processor time and peak memory to the file named in MEASURE_USAGE when it ends. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const usage = process.resourceUsage();
  writeFileSync(
    process.env.MEASURE_USAGE,
    JSON.stringify({ cpu: (usage.userCPUTime + usage.systemCPUTime) / 1e6, memory: usage.maxRSS / 1024 }),
  );
});
