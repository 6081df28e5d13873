import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/embedded/wire/client";
import { createTroubledServer } from "../troubled-server";
import { newWorkbookModel } from "../../../src/embedded/model/workbook";
import { CLIENTS, failure, plain, serve } from "../hosts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe.each(CLIENTS)("the server through the $client", ({ connect }) => {
  it("counts round trips and bytes of UTF-8", async () => {
    const server = serve();
    let sent = 0;
    let received = 0;
    const execute = server.execute.bind(server);
    server.execute = (request) => {
      const before = server.counters.roundTrips;
      const response = execute(request);
      if (server.counters.roundTrips > before) {
        sent += bytes(request);
        received += bytes(response);
      }
      return response;
    };
    await connect(server).run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.values = [["施策😀é"]];
      await context.sync();
      range.load("values");
      await context.sync();
    });
    expect(server.counters).toEqual({ roundTrips: 2, requestBytes: sent, responseBytes: received });
  });

  it("has no member above its level", async () => {
    const host = connect(serve(undefined, { level: "1.9" }));
    expect([host.isSetSupported("1.9"), host.isSetSupported("1.10"), host.isSetSupported("1.14")]).toEqual([
      true,
      false,
      false,
    ]);
    const run = host.run(async (context) => {
      context.workbook.worksheets.getFirst().customProperties.add("a", "b");
      await context.sync();
    });
    expect(await failure(run)).toEqual({ code: "ApiNotFound", location: "Worksheet.customProperties" });
    const load = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").load("top");
      await context.sync();
    });
    expect(await failure(load)).toEqual({ code: "ApiNotFound", location: "Range.top" });
    const merged = host.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").getMergedAreasOrNullObject();
      await context.sync();
    });
    expect((await failure(merged)).code).toBe("ApiNotFound");
  });

  it("loading everything leaves out what the level does not have", async () => {
    const names: Record<string, string[]> = {};
    for (const level of ["1.9", "1.14"]) {
      await connect(serve(undefined, { level })).run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1");
        range.load();
        await context.sync();
        names[level] = Object.keys(range.toJSON());
      });
    }
    expect(names["1.9"]).toContain("values");
    expect(names["1.9"]).not.toContain("top");
    expect(names["1.14"]).toContain("top");
  });

  it("refuses a request that is too large, and does nothing of it", async () => {
    const server = serve(undefined, { limits: { request: 5000 } });
    const run = connect(server).run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["あ".repeat(2000)]];
      await context.sync();
    });
    expect((await failure(run)).code).toBe("RequestPayloadSizeLimitExceeded");
    expect(server.workbook.sheets[0]!.rows).toEqual([]);
  });

  it("refuses an answer that is too large", async () => {
    const server = serve([{ name: "a", values: [["あ".repeat(2000)]] }], { limits: { response: 5000 } });
    const run = connect(server).run(async (context) => {
      context.workbook.worksheets.getFirst().getUsedRange().load("values");
      await context.sync();
    });
    expect((await failure(run)).code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  it("does nothing while a cell is being edited", async () => {
    const server = serve();
    const host = connect(server);
    server.cellEditing = true;
    const write = () =>
      host.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [["x"]];
        await context.sync();
      });
    expect((await failure(write())).code).toBe("InvalidOperationInCellEditMode");
    expect(server.workbook.sheets[0]!.rows).toEqual([]);
    server.cellEditing = false;
    await write();
    expect(server.workbook.sheets[0]!.rows).toEqual([["x"]]);
  });

  const twoWrites = (context: Excel.RequestContext): Promise<void> => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [["x"]];
    sheet.getRange("A2").values = [["y"]];
    return context.sync();
  };

  it.each([
    ["before the batch", { when: "before" as const }, []],
    ["after the batch", { when: "after" as const }, [["x"], ["y"]]],
  ])("fails %s when ordered to", async (_name, fault, rows) => {
    const server = serve();
    server.inject({ roundTrip: 1, code: "GeneralException", ...fault });
    expect((await failure(connect(server).run(twoWrites))).code).toBe("GeneralException");
    expect(server.workbook.sheets[0]!.rows).toEqual(rows);
    await connect(server).run(twoWrites);
    expect(server.workbook.sheets[0]!.rows).toEqual([["x"], ["y"]]);
  });

  it("fails for good when ordered to, until told otherwise", async () => {
    const server = serve();
    server.inject({ roundTrip: 2, code: "AccessDenied", permanent: true });
    const host = connect(server);
    await host.run(twoWrites);
    expect((await failure(host.run(twoWrites))).code).toBe("AccessDenied");
    expect((await failure(host.run(twoWrites))).code).toBe("AccessDenied");
    server.clearFaults();
    await host.run(twoWrites);
  });

  it("serves several clients at once", async () => {
    const [one, two] = [serve([{ name: "一" }]), serve([{ name: "二" }])];
    const names = await Promise.all(
      [connect(one), connect(two)].map((host) =>
        host.run(async (context) => {
          const sheet = context.workbook.worksheets.getFirst();
          sheet.load("name");
          await context.sync();
          return sheet.name;
        }),
      ),
    );
    expect(names).toEqual(["一", "二"]);
  });
});

describe("the server", () => {
  const root = { Id: 1, ObjectPathType: 1, Name: "" };
  const ask = (actions: unknown[], paths: unknown[] = []): { Results: unknown[]; Error?: Record<string, unknown> } => {
    const body = { Actions: actions, ObjectPaths: Object.fromEntries([root, ...paths].map((path) => [(path as { Id: number }).Id, path])) };
    return JSON.parse(serve().execute(JSON.stringify(body))) as { Results: unknown[] };
  };

  it("names an unknown member, and the action that asked for it", () => {
    const answer = ask([
      { Id: 3, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["name"] } },
      { Id: 4, ActionType: 3, Name: "Frobnicate", ObjectPathId: 1, ArgumentInfo: { Arguments: [] } },
    ]);
    expect(answer.Results).toEqual([{ ActionId: 3, Value: { Name: "Book1" } }]);
    expect(answer.Error).toMatchObject({ Code: "ApiNotFound", ActionIndex: 1, Location: "Workbook.frobnicate" });
    expect(answer.Error!["Message"]).toContain("Workbook.frobnicate");
  });

  it.each(["constructor", "toString", "__proto__"])("does not take %s for a member", (name) => {
    expect(ask([{ Id: 3, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: [name] } }]).Error).toMatchObject({ Code: "ApiNotFound" });
  });

  it("fails at one action of a batch when ordered to", () => {
    for (const [when, expected] of [["before", [["a"]]], ["after", [["a"], ["b"]]]] as const) {
      const server = serve();
      server.inject({ roundTrip: 1, action: 1, when, code: "AccessDenied" });
      const range = (id: number, address: string) => ({ Id: id, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 3, ArgumentInfo: { Arguments: [address] } });
      const set = (id: number, path: number, value: string) => ({ Id: id, ActionType: 4, Name: "Values", ObjectPathId: path, ArgumentInfo: { Arguments: [[[value]]] } });
      const paths = [root, { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 }, { Id: 3, ObjectPathType: 3, Name: "GetFirst", ParentObjectPathId: 2 }, range(4, "A1"), range(6, "A2"), range(8, "A3")];
      const body = { Actions: [set(5, 4, "a"), set(7, 6, "b"), set(9, 8, "c")], ObjectPaths: Object.fromEntries(paths.map((path) => [path.Id, path])) };
      const answer = JSON.parse(server.execute(JSON.stringify(body))) as { Error: unknown };
      expect(answer.Error).toMatchObject({ Code: "AccessDenied", ActionIndex: 1 });
      expect(server.workbook.sheets[0]!.rows).toEqual(expected);
    }
  });

  it("notes which cells of an opened file changed", async () => {
    const workbook = newWorkbookModel([{ name: "a", values: [["x", "y"], ["z", "w"]] }]);
    const sheet = workbook.sheets[0]!;
    sheet.part = "xl/worksheets/sheet1.xml";
    await createClient(createTroubledServer(workbook)).run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.getRange("A1:B2").values = [["x", "new"], [null, ""]];
      await context.sync();
    });
    expect([...sheet.changed.cells].sort((a, b) => a - b)).toEqual([1, 16385]);
    expect(sheet.changed.other).toBe(false);
  });

  it("reading changes nothing", async () => {
    const workbook = newWorkbookModel([{ name: "a", values: [["x"]] }]);
    workbook.sheets[0]!.part = "xl/worksheets/sheet1.xml";
    const before = plain(workbook);
    await createClient(createTroubledServer(workbook)).run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.load();
      first.getUsedRange().load();
      first.getRange("A1:Z50").load("format/fill/color,format/font/bold,format/borders/items/style");
      first.charts.load("items/name");
      first.pageLayout.load();
      await context.sync();
    });
    expect(plain(workbook)).toEqual(before);
  });
}); // prettier-ignore
