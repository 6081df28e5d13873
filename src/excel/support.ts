import type { ExcelHost } from "./host";

/**
 * What the product asks of Excel at least: the requirement set of ExcelApi, and the first Excel that is sold once and has it.
 * The manifest, the README, the messages and the page for an older Excel say the same.
 */
export const LEAST_EXCEL = { api: "1.9", name: "Excel 2021" } as const;

/**
 * Whether this Excel has a member of the API: the host must have the requirement set *and* the client library must know
 * the member. One without the other happens: a self-hosted library is older than the Excel it runs in.
 *
 * @param version requirement set of the member, e.g. "1.13"
 * @param object the proxy that has the member
 */
export function supports(host: ExcelHost, version: string, object: object, member: string): boolean {
  return host.isSetSupported(version) && member in object;
}

/**
 * Lets go of a range as soon as it is made. `Excel.run` otherwise keeps every range alive for later batches: two more
 * actions and an answer each, and one more round trip at the end to release them all.
 *
 * @returns the same range, usable until the next sync
 */
export function untracked<T extends { untrack(): T }>(range: T): T {
  range.untrack();
  return range;
}
