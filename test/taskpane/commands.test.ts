import { describe, expect, it, vi } from "vitest";
import { associateCommands, type RibbonEvent } from "../../src/commands/commands";

function ribbon(show: boolean) {
  const calls: string[] = [];
  const functions = new Map<string, (event: RibbonEvent) => void>();
  const request = (name: string) => () => (calls.push(name), Promise.resolve(show));
  associateCommands(
    {
      associate: (name, run) => functions.set(name, run),
      showAsTaskpane: () => (calls.push("show"), Promise.resolve()),
    },
    { check: request("check"), makeReport: request("report"), openSettings: request("settings") },
  );
  const press = async (name: string) => {
    functions.get(name)!({ completed: () => calls.push("completed") });
    await vi.waitFor(() => {
      expect(calls.length).toBeGreaterThan(1);
    });
    await Promise.resolve();
    return calls;
  };
  return { press, names: [...functions.keys()].sort() };
}

describe("associateCommands", () => {
  it("knows every function of the manifest", () => {
    expect(ribbon(true).names).toEqual(["checkLedger", "makeReport", "openSettings"]);
  });

  it.each([
    ["checkLedger", "check"],
    ["openSettings", "settings"],
  ])("%s is completed before the pane is shown", async (name, request) => {
    expect(await ribbon(true).press(name)).toEqual(["completed", "show", request]);
  });

  it("shows the pane after makeReport only where the user is needed", async () => {
    expect(await ribbon(true).press("makeReport")).toEqual(["completed", "report", "show"]);
    expect(await ribbon(false).press("makeReport")).toEqual(["completed", "report"]);
  });
});
