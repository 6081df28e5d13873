import type { OpeningMessages } from "../messages";

/** Names of sheets as sentences quote them. */
export function quotedList(
  { messages: { pane } }: { readonly messages: OpeningMessages },
  names: readonly string[],
): string {
  return names.map((name) => pane.quoted(name)).join(pane.listSeparator);
}
