import { describe, expect, it } from "vitest";
import { themeFor } from "../../src/taskpane/theme";

describe("themeFor", () => {
  it.each([
    ["Office says so", { isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" }, false, "dark"],
    ["Office says otherwise than the system", { isDarkTheme: false, bodyBackgroundColor: "#262626" }, true, "light"],
    [
      "the library made a colour of the boolean",
      { isDarkTheme: "#000001", bodyBackgroundColor: "#ffffff" },
      true,
      "light",
    ],
    ["black theme", { bodyBackgroundColor: "#262626" }, false, "dark"],
    ["dark grey theme", { bodyBackgroundColor: "#444444" }, false, "dark"],
    ["white theme", { bodyBackgroundColor: "#ffffff" }, true, "light"],
    ["Office says nothing", undefined, true, "dark"],
    ["Office says nothing useful", { bodyBackgroundColor: "" }, false, "light"],
  ])("%s", (_case, office, system, expected) => {
    expect(themeFor(office, system)).toBe(expected);
  });
});
