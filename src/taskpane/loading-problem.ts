import type { OpeningMessages } from "../messages";

/*
 * Why a file of the page's own server could not be used, told from what the server answers: the file is asked for once more,
 * and its answer compared with what a browser wants of such a file.
 */

/** A file of the page that the server does not hand over as it should, by the setting of the server that is to blame. */
export type LoadingProblem = { readonly file: string } & (
  | { readonly kind: "missing"; readonly status: number }
  | { readonly kind: "type"; readonly found: string; readonly wanted: string }
  /** A Content-Security-Policy other than the page's own, or a redirection to another server, which its own forbids. */
  | { readonly kind: "policy" }
  /** It comes as it should and yet cannot be used: cut off, or compressed otherwise than the header says. */
  | { readonly kind: "unusable" }
  | { readonly kind: "unreachable" }
);

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

/** What browsers take files of a page for, by the end of their names. Scripts: HTML, "JavaScript MIME type". */
const TYPES: Readonly<Record<string, readonly [wanted: string, accepted: RegExp]>> = {
  js: ["text/javascript", /^(?:text|application)\/(?:x-)?(?:java|ecma)script\b/i],
  css: ["text/css", /^text\/css\b/i],
  json: ["application/json", /^(?:application|text)\/json\b/i],
};

/** Addresses that a policy kept from being loaded since `watchPolicy`. */
const forbidden = new Set<string>();

/** From now on it is remembered what a policy forbids. */
export function watchPolicy(): void {
  addEventListener("securitypolicyviolation", ({ blockedURI }) => forbidden.add(blockedURI));
}

/** The address of the file that an error of webpack's runtime or of `fetchSample` is about; null where it is about none. */
export function requestOf(error: unknown): string | null {
  const isOfLoading = error instanceof Error && ["ChunkLoadError", "NotLoadedError"].includes(error.name);
  return isOfLoading && "request" in error ? String(error.request) : null;
}

/** Finds out why the file at this address, of the page's own server, could not be used. */
export async function findLoadingProblem(address: string): Promise<LoadingProblem> {
  const { href } = new URL(address, document.baseURI);
  const file = href.slice(new URL(".", document.baseURI).href.length);
  const problem = await askAgain(href, file);
  // Browsers tell what a policy forbade a moment after the request fails.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return forbidden.has(href) ? { kind: "policy", file } : problem;
}

async function askAgain(href: string, file: string): Promise<LoadingProblem> {
  let response: Response;
  try {
    response = await fetch(href, { cache: "no-store" });
  } catch {
    return { kind: "unreachable", file };
  }
  if (!response.ok) return { kind: "missing", file, status: response.status };
  const found = response.headers.get("content-type") ?? "";
  const [wanted, accepted] = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? ["", /^/];
  return accepted.test(found) ? { kind: "unusable", file } : { kind: "type", file, found, wanted };
}

/** Which setting of the server to mend, in the language of the words. */
export function describeLoadingProblem(problem: LoadingProblem, words: OpeningMessages["loading"]): string {
  const { file } = problem;
  switch (problem.kind) {
    case "missing":
      return words.missing(file, String(problem.status));
    case "type":
      return words.type(file, problem.found, problem.wanted);
    case "policy":
      return words.policy(file);
    case "unusable":
      return words.unusable(file);
    case "unreachable":
      return words.unreachable;
  }
}
