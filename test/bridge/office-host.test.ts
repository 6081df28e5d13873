import { describe, expect, it } from "vitest";
import { failure, serve } from "../embedded/hosts";
import { createOfficeHost, officeLibrary } from "./office-host";

describe("Microsoft's client over the embedded Excel", () => {
  it("is the unmodified library of the package", () => {
    const { OfficeExtension } = officeLibrary();
    expect(OfficeExtension.SessionBase._overrideSession ?? null).toBeNull();
  });

  it("fails with its own errors for its own rules", async () => {
    const host = createOfficeHost(serve());
    const unread = host.run((context) => Promise.resolve(context.workbook.worksheets.getFirst().getRange("A1").values));
    expect(await failure(unread)).toEqual({ code: "PropertyNotLoaded", location: "Range.values" });
    const stale = host.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1").untrack();
      await context.sync();
      range.load("values");
    });
    expect((await failure(stale)).code).toBe("InvalidObjectPath");
    const foreign = host.run(async (context) => {
      const other = await host.run(async (inner) => {
        const sheet = inner.workbook.worksheets.getFirst();
        await inner.sync();
        return sheet;
      });
      context.workbook.worksheets.getFirst().getRange("A1").copyFrom(other.getRange("A1"));
    });
    expect((await failure(foreign)).code).toBe("InvalidRequestContext");
  });

  it("hears where and in which statement a batch failed", async () => {
    const run = createOfficeHost(serve()).run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1:B1").values = [[1]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "Range.values", statement: "range.values = ...;" },
    });
  });

  it("lets go of its ranges without a round trip that counts", async () => {
    const server = serve();
    await createOfficeHost(server).run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      range.load("values");
      await context.sync();
    });
    expect(server.counters.roundTrips).toBe(1);
  });
});
