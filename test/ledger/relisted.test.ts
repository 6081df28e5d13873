import { expect, test } from "vitest";
import { editDistance } from "../../src/ledger/edit-distance";
import { originalNameKey } from "../../src/ledger/relisted";

test.each([
  "健康管理システムの更新(再掲)",
  "健康管理システムの更新（再掲）",
  "【再掲】健康管理システムの更新",
  "健康管理システムの更新 ※再掲",
  "健康管理システムの更新（※再掲 3-4）",
])("%s is found by its name without the mark", (name) => {
  expect(originalNameKey(name)).toBe(originalNameKey("健康管理システムの更新"));
  expect(editDistance(originalNameKey(name), originalNameKey("健康管理システム更新"), 2)).toBe(1);
});
