/** Something that has to go to Excel in one batch together with others, with its size in bytes of the request. */
interface Sized {
  readonly bytes: number;
}

/**
 * Packs steps, in order, into batches of at most `limit` bytes each; a step larger than that gets a batch of its own.
 */
export function packBatches<T extends Sized>(steps: readonly T[], limit: number): T[][] {
  const batches: T[][] = [];
  let size = 0;
  for (const step of steps) {
    const batch = batches[batches.length - 1];
    if (batch === undefined || size + step.bytes > limit) {
      batches.push([step]);
      size = step.bytes;
    } else {
      batch.push(step);
      size += step.bytes;
    }
  }
  return batches;
}
