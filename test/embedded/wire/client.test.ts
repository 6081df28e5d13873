import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/embedded/wire/client";
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

  it("says how long the host took, apart from the caller", async () => {
    let now = 0;
    const server = serve();
    const execute = server.execute.bind(server);
    server.execute = (request) => {
      now += 100;
      return execute(request);
    };
    const client = createClient(server, { clock: () => (now += 1) });
    await client.run(async (context) => {
      now += 1000;
      context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(client.elapsed).toEqual({ serialization: 2, server: 101 });
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
