import { asFlag, defineClass } from "./member";
import { look } from "./range-format";
import type { RangeTarget } from "./targets";

/** Excel.FormatProtection */
export const formatProtection = defineClass<RangeTarget>({
  name: "FormatProtection",
  members: {
    locked: look("1.2", "locked", true, asFlag),
  },
});
