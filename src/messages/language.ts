/** Which of the product's languages serves a display language tag such as "ja-JP" or "en_US": Japanese for every other. */
export function messagesLanguage(language: string): "ja" | "en" {
  return /^en(?![a-z])/i.test(language) ? "en" : "ja";
}
