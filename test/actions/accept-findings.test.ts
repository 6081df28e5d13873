import { expect, it } from "vitest";
import type { Actions } from "../../src/actions/actions";
import type { WorkbookModel } from "../../src/embedded/model/model";
import { createClient } from "../../src/embedded/wire/client";
import { createTroubledServer } from "../embedded/troubled-server";
import { sheetNamed, sheetNames, valueAt } from "../excel/hosts";
import { actionsOver, CONTROL, smallWorkbook, succeeded } from "./sample";

const over = (model: WorkbookModel): Actions => actionsOver(createClient(createTroubledServer(model)));

it("a warning is accepted with a reason until its cell changes, an error never, and 検査記録 says so", async () => {
  const model = smallWorkbook({}, [
    ["行政", "窓口の改善 ", "達成"],
    ["福祉", "相談の充実 ", "達成"],
    ["福祉", "配食", ""],
  ]);
  const actions = over(model);
  const first = succeeded(await actions.check({}));
  const before = first.counts;
  expect(await actions.accept(first.findings, "様式のとおり", CONTROL)).toEqual({ sheet: "確認済み", accepted: 2 });
  const second = succeeded(await actions.check({}));
  expect(second.counts).toEqual({ ...before, warning: before.warning - 2 });
  expect(second.accepted.map(({ acceptance }) => acceptance.reason)).toEqual(["様式のとおり", "様式のとおり"]);

  // Another one is added below.
  await actions.accept([], "なし", CONTROL);
  sheetNamed(model, "台帳").rows[1]![1] = "窓口の改革 ";
  const third = succeeded(await actions.check({}));
  expect(third.accepted).toHaveLength(1);
  expect(third.counts.warning).toBe(before.warning - 1);

  sheetNamed(model, "台帳").rows[3]![2] = "達成";
  const outcome = await actions.writeSubmission({}, "utf-8", CONTROL);
  expect("sheets" in outcome && outcome.sheets).toContain("検査記録");
  const record = sheetNamed(model, "検査記録");
  expect(record.rows.flat()).toContain("様式のとおり");

  await actions.takeBack([third.accepted[0]!.acceptance.row]);
  expect(succeeded(await actions.check({})).accepted).toEqual([]);
  expect(valueAt(model, "確認済み", third.accepted[0]!.acceptance.row, 6)).toBe("取り消し");
  expect(sheetNames(model)).toContain("確認済み");
});
