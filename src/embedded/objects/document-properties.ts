import { asNumber, asText, defineClass, navigation, property } from "./member";

/** Properties of the document by their name in the API. */
type Properties = Map<string, string>;

/** Excel.DocumentProperties */
export const documentProperties = defineClass<Properties>({
  name: "DocumentProperties",
  members: {
    custom: navigation("1.7", "CustomPropertyCollection", (_properties, host) => host.workbook.customProperties),
    author: text("author"),
    category: text("category"),
    comments: text("comments"),
    company: text("company"),
    keywords: text("keywords"),
    lastAuthor: property("1.7", (properties) => properties.get("lastAuthor") ?? ""),
    manager: text("manager"),
    revisionNumber: property(
      "1.7",
      (properties) => Number(properties.get("revisionNumber") ?? 0),
      (properties, value) => {
        properties.set("revisionNumber", String(asNumber(value)));
      },
    ),
    subject: text("subject"),
    title: text("title"),
  },
});

function text(key: string) {
  return property<Properties>(
    "1.7",
    (properties) => properties.get(key) ?? "",
    (properties, value) => {
      properties.set(key, asText(value));
    },
  );
}
