import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/embedded/wire/client";
import type { ResponseBody } from "../../../src/embedded/wire/protocol";
import { serve } from "../hosts";

describe("the own client", () => {
  it("sends no more than it was asked", async () => {
    const server = serve();
    const requests: { Actions: { ActionType: number }[] }[] = [];
    const execute = server.execute.bind(server);
    server.execute = (request) => {
      requests.push(JSON.parse(request) as (typeof requests)[0]);
      return execute(request);
    };
    await createClient(server).run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.format.font.bold = true;
      range.format.font.color = "#FF0000";
      await context.sync();
      await context.sync();
    });
    expect(requests.map((request) => request.Actions.map((action) => action.ActionType))).toEqual([[4, 4]]);
  });

  it("makes objects in the order of the calls", async () => {
    const host = createClient(serve());
    const address = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const before = sheet.getUsedRange();
      sheet.getRange("C3").values = [["x"]];
      before.load("address");
      await context.sync();
      return before.address;
    });
    expect(address).toBe("Sheet1!A1");
  });

  it("shows properties that were set without loading them", async () => {
    await createClient(serve()).run((context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.name = "新";
      expect(sheet.name).toBe("新");
      return Promise.resolve();
    });
  });

  it("knows the members of a class by name, as feature checks ask", async () => {
    await createClient(serve()).run((context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      expect("getMergedAreasOrNullObject" in range).toBe(true);
      expect("noSuchMember" in range).toBe(false);
      return Promise.resolve();
    });
  });

  it("leaves it to others how batches are taken to the server", async () => {
    const server = serve();
    let batches = 0;
    const client = createClient(server, {
      exchange: (request) => {
        batches += 1;
        return JSON.parse(server.execute(JSON.stringify(request))) as ResponseBody;
      },
    });
    await client.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
      await context.sync();
    });
    expect([batches, server.workbook.sheets[0]!.rows]).toEqual([1, [[1]]]);
  });

  it("ends a run with the error of its batch", async () => {
    const run = createClient(serve()).run(async (context) => {
      context.workbook.worksheets.getItem("x").load("name");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      name: "RichApi.Error",
      code: "ItemNotFound",
      debugInfo: { code: "ItemNotFound", errorLocation: "WorksheetCollection.getItem" },
    });
  });
});
