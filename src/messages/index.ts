import { en } from "./en";
import { ja, type Messages } from "./ja";
import { messagesLanguage } from "./language";

export type { LoadingMessages, Messages, OpeningMessages, WorkingMessages } from "./ja";

/** The sentences for a language tag such as "ja-JP" or "en_US"; Japanese for every language but English. */
export function messagesFor(language: string): Messages {
  return messagesLanguage(language) === "en" ? en : ja;
}
