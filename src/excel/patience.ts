import { toHostError } from "./errors";
import type { ExcelHost } from "./host";

/*
 * Somebody who has begun to type in a cell, or has another workbook in front, is back within seconds as a rule. What has to
 * be done before a run may end waits that long.
 */

/** Milliseconds between attempts; about eight seconds in all. */
const PAUSES = [50, 100, 200, 400, 700, 1000, 1500, 2000, 2000];

/**
 * Does something again and again, with growing pauses, until Excel lets it.
 *
 * @param onWait told before each pause
 * @throws HostError of the last attempt
 */
export async function persist<T>(host: ExcelHost, act: () => Promise<T>, onWait?: () => void): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await act();
    } catch {
      onWait?.();
      await (host.pause ?? sleep)(pause);
    }
  }
  try {
    return await act();
  } catch (error) {
    throw toHostError(error);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
