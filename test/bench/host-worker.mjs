/* In Node 20 a worker does not inherit the loader of TypeScript. */
import { register } from "tsx/esm/api";

register();
await import("./host-thread.ts");
