import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import { ja } from "../../src/messages/ja";

/** Every sentence with its place, functions called with stand-ins. */
function sentences(words: unknown, path = ""): [string, string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") {
    const call = words as (...values: string[]) => unknown;
    return [[path, String(call(...Array.from({ length: call.length }, () => "◆")))]];
  }
  return Object.entries(words as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

const japanese = sentences(ja.pane);
const english = sentences(en.pane);
/** What stays Japanese in English: names of sheets and of headers, and examples of what the report writes. */
const KEPT = /変更履歴|作成記録|確認済み|設定|分野|計画|施策|個別事業|状況|項目|事業|７２|７|【要記入】/g;

describe("the pane's sentences", () => {
  it("are the same in number and place in both languages", () => {
    expect(english.map(([path]) => path)).toEqual(japanese.map(([path]) => path));
  });

  it("say all they are given, in both languages", () => {
    const parts = (list: [string, string][]) => list.map(([path, text]) => [path, text.split("◆").length]);
    expect(parts(english)).toEqual(parts(japanese));
  });

  it("are written in the language they are for", () => {
    for (const [path, text] of english) {
      expect(text.replace(KEPT, ""), path).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff\uff01-\uff5e]/);
    }
  });

  it("do not shout, and use no word of the workshop", () => {
    for (const [path, text] of [...japanese, ...english]) {
      expect(text, path).not.toMatch(/[!！]|null|undefined|API|JSON|エラー|error/);
    }
  });
});
