import { en } from "./en";
import { ja, type Messages } from "./ja";
import { messagesLanguage } from "./language";

export type { Messages } from "./ja";

/** The sentences for a display language tag such as "ja-JP" or "en-US"; Japanese for every other language. */
export function messagesFor(language: string): Messages {
  return messagesLanguage(language) === "en" ? en : ja;
}
