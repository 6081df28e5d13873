const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const cleaners = new Set<() => void>();

/**
 * Has something cleaned up should the process be told to end; it then ends by that signal, as it would have without.
 * @returns what calls that off.
 */
export function onInterruption(clean: () => void): () => void {
  // A wrapper of its own, so that the same function may be asked for twice.
  const cleaner = () => {
    clean();
  };
  if (cleaners.size === 0) for (const signal of SIGNALS) process.on(signal, interrupted);
  cleaners.add(cleaner);
  return () => {
    if (cleaners.delete(cleaner) && cleaners.size === 0) stopListening();
  };
}

function stopListening(): void {
  for (const signal of SIGNALS) process.removeListener(signal, interrupted);
}

function interrupted(signal: NodeJS.Signals): void {
  stopListening();
  for (const clean of cleaners) clean();
  cleaners.clear();
  process.kill(process.pid, signal);
}
