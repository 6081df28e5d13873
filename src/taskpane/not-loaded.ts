import { describeHostProblem, toHostError } from "../excel/errors";
import type { OpeningMessages } from "../messages";

declare global {
  interface Window {
    /** The guard's finding on a file of the page, in a sentence; missing where the server's policy forbids the guard. */
    explainLoading?: (address: string, language: string) => Promise<string>;
  }
}

/** An error that says, as those of webpack's runtime do, which file of the page could not be loaded. */
export function notLoaded(request: string, cause: unknown): Error {
  return Object.assign(new Error(request, { cause }), { request });
}

/** An exception of an action in words: what Excel refused, or what the page's server did not hand over. */
export async function describeError(error: unknown, messages: OpeningMessages): Promise<string> {
  if (!(error instanceof Error && "request" in error)) return describeHostProblem(toHostError(error).problem, messages);
  const request = String(error.request);
  return (
    (await window.explainLoading?.(request, document.documentElement.lang)) ??
    messages.notLoaded(request.slice(request.lastIndexOf("/") + 1))
  );
}
