const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has something cleaned up should the process be told to end; it then ends by that signal, as it would have without.
 * @returns what calls that off.
 */
export function onInterruption(clean: () => void): () => void {
  const callOff = () => {
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
  };
  const interrupted = (signal: NodeJS.Signals) => {
    callOff();
    clean();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return callOff;
}
