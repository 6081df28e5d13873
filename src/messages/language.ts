/** Which of the product's languages serves a display language tag such as "ja-JP" or "en-US": Japanese for every other. */
export function messagesLanguage(language: string): "ja" | "en" {
  return /^en\b/i.test(language) ? "en" : "ja";
}
