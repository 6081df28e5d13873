import type { Collection } from "../../collect/collect";
import type { SectionState } from "../../collect/section-state";
import { COLLECTION_WORDS as WORDS } from "./words";

/** How much was collected, and in one sentence what is not in it: it stands beside every total. */
export function totalSentence({ sections, hasRoster, total }: Collection): string {
  const expected = sections.filter(({ isExpected }) => isExpected);
  const sent = expected.filter(({ state }) => state !== "missing" && state !== "unread");
  return hasRoster ? WORDS.ofRoster(sent.length, expected.length, total) : WORDS.whole(sent.length, total);
}

/** What is missing in a total or not settled; 「不足なし」 where nothing is. */
export function lackSentence(collection: Collection): string {
  const { sections, unread, conflicts, kept } = collection;
  const namesOf = (wanted: SectionState["state"]) =>
    sections.filter(({ state }) => state === wanted).map(({ section }) => section);
  const missing = namesOf("missing");
  const failed = unread.filter(({ isSkipped }) => !isSkipped).length;
  const blocked = sections.filter(({ state }) => state === "blocked").length;
  const open = conflicts.filter(({ state }) => state === "open");
  const vanished = open.filter(({ kind }) => kind === "vanished").length;
  const parts = [
    ...(missing.length > 0 ? [WORDS.lacks.missing(missing)] : []),
    ...(failed > 0 ? [WORDS.lacks.unread(failed, namesOf("unread"))] : []),
    ...(kept > 0 ? [WORDS.lacks.kept(kept, vanished > 0)] : []),
    ...(open.length > vanished ? [WORDS.lacks.open(open.length - vanished)] : []),
    ...(blocked > 0 ? [WORDS.lacks.blocked(blocked)] : []),
  ];
  return parts.length === 0 ? WORDS.complete : WORDS.lacking(parts);
}
