import { COUNTING_PROBES } from "./counting";
import { CHART_PROBES } from "./drawing";
import { NULL_OBJECT_PROBES } from "./null-objects";
import { PAGE_PROBES } from "./pages";
import type { Probe } from "./probe";
import { SHEET_PROBES } from "./sheets";
import { SIZE_PROBES } from "./sizes";
import { TEXT_PROBES } from "./texts";
import { WHOLE_PROBES } from "./whole";

/** Everything that is assumed about Excel and can be tried out in it. */
export const PROBES: readonly Probe[] = [
  ...NULL_OBJECT_PROBES,
  ...SIZE_PROBES,
  ...TEXT_PROBES,
  ...COUNTING_PROBES,
  ...SHEET_PROBES,
  ...PAGE_PROBES,
  ...CHART_PROBES,
  ...WHOLE_PROBES,
];
