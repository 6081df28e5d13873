import type { LoadingMessages } from "../messages";

/*
 * Why a file of the page's own server could not be used, told from what the server answers: the file is asked for once more,
 * and its answer compared with what a browser wants of such a file.
 */

/** A file of the page that the server does not hand over as it should. */
export interface LoadingProblem {
  /**
   * The setting of the server that is to blame. "policy": a Content-Security-Policy other than the page's own, or a
   * redirection to another server, which its own forbids. "unusable": the file comes as it should and yet cannot be used,
   * because it is cut off or compressed otherwise than the header says.
   */
  readonly kind: "missing" | "type" | "policy" | "unusable" | "unreachable";
  readonly file: string;
  /** The HTTP status where it is missing, the Content-Type where that is wrong. */
  readonly found?: string;
  /** The Content-Type it should have. */
  readonly wanted?: string;
}

/** What servers should call files of a page, by the end of their names. */
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", json: "application/json" };

/** Addresses that a policy kept from being loaded since `watchPolicy`. */
const forbidden = new Set<string>();

/** From now on it is remembered what a policy forbids. */
export function watchPolicy(): void {
  addEventListener("securitypolicyviolation", ({ blockedURI }) => forbidden.add(blockedURI));
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
  if (!response.ok) return { kind: "missing", file, found: String(response.status) };
  const found = response.headers.get("content-type") ?? "-";
  const wanted = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "";
  // Browsers take application/javascript, text/x-javascript and the like as well.
  const isRight = found.includes(wanted.slice(wanted.indexOf("/") + 1));
  return isRight ? { kind: "unusable", file } : { kind: "type", file, found, wanted };
}

/** Which setting of the server to mend, in the language of the words. */
export function describeLoadingProblem(
  { kind, file, found = "", wanted = "" }: LoadingProblem,
  words: LoadingMessages,
): string {
  return words[kind](file, found, wanted);
}
