import { describeHostProblem, toHostError } from "../excel/errors";
import type { OpeningMessages } from "../messages";

declare global {
  interface Window {
    /** The guard's finding on a file of the page, in a sentence; missing where the server's policy forbids the guard. */
    explainLoading?: (address: string, language: string) => Promise<string>;
  }
}

/** An error that says which file of the page could not be loaded. */
export class NotLoadedError extends Error {
  override readonly name = "NotLoadedError";

  constructor(
    /** The file's address. */
    readonly request: string,
    cause: unknown,
  ) {
    super(request, { cause });
  }
}

/** An exception of an action in words: what Excel refused, or what the page's server did not hand over. */
export async function describeError(error: unknown, messages: OpeningMessages): Promise<string> {
  const request = requestOf(error);
  if (request === null) return describeHostProblem(toHostError(error).problem, messages);
  return (
    (await window.explainLoading?.(request, document.documentElement.lang)) ??
    messages.notLoaded(request.slice(request.lastIndexOf("/") + 1))
  );
}

/** The address of the file that an error of webpack's runtime or of `fetchSample` is about; null where it is about none. */
function requestOf(error: unknown): string | null {
  const isOfLoading = error instanceof Error && ["ChunkLoadError", "NotLoadedError"].includes(error.name);
  return isOfLoading && "request" in error ? String(error.request) : null;
}
