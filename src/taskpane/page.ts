import type { SampleWorkbook } from "../actions/write-sheets";
import type { OpeningMessages, WorkingMessages } from "../messages";
import { notLoaded } from "./not-loaded";
import type { PaneState } from "./state";
import { themeFor, type OfficeColors } from "./theme";
import type { ResultsView } from "./view-parts";

/*
 * What a page that shows the pane does with its browser, whether Excel is around it or not.
 */

/** The sentences the pane opens with; only the language that is shown is loaded. */
export async function loadOpening(language: "ja" | "en"): Promise<OpeningMessages> {
  return language === "en"
    ? (await import(/* webpackChunkName: "opening-en", webpackExports: ["opening"] */ "../messages/en?opening")).opening
    : (await import(/* webpackChunkName: "opening-ja", webpackExports: ["opening"] */ "../messages/ja?opening"))
        .opening;
}

/** The sentences of a check and a report, loaded once one of them is asked for. */
export async function loadWorking(language: "ja" | "en"): Promise<WorkingMessages> {
  return language === "en"
    ? (await import(/* webpackChunkName: "working-en", webpackExports: ["working"] */ "../messages/en?working")).working
    : (await import(/* webpackChunkName: "working-ja", webpackExports: ["working"] */ "../messages/ja?working"))
        .working;
}

const LANGUAGE_KEY = "measure-ledger.language";
const UNFOLDED_KEY = "measure-ledger.unfolded";

/** What the browser keeps for the person at this PC; it may be forbidden to, and then forgets. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // The page works all the same.
  }
}

/** The language that the person has chosen for the pane; null where none has been. */
export function chosenLanguage(): "ja" | "en" | null {
  const language = kept(LANGUAGE_KEY);
  return language === "ja" || language === "en" ? language : null;
}

/** From now on the pane speaks another language. */
export function chooseLanguage(language: "ja" | "en"): void {
  keep(LANGUAGE_KEY, language);
  location.reload();
}

/** The folds that the person had open. */
export const person = {
  unfolded: (): string | null => kept(UNFOLDED_KEY),
  keepUnfolded: (text: string): void => {
    keep(UNFOLDED_KEY, text);
  },
};

/** The views of a check's result, loaded with their words. */
export async function loadResults(words: () => Promise<WorkingMessages>): Promise<ResultsView> {
  const [{ resultsView }, { rules }] = await Promise.all([
    import(/* webpackChunkName: "results" */ "./view-results"),
    words(),
  ]);
  return resultsView(rules);
}

/** Moves the keyboard focus where the state asks for it, once: `turn` is the last one that was followed, the result the new one. */
export function followFocus(state: PaneState, turn: number): number {
  if (!state.focus || state.focus.turn === turn) return turn;
  const element = document.getElementById(state.focus.id);
  element?.focus();
  // What was made is seen from its beginning, with what to do next.
  if (state.focus.id === "report-result") element?.scrollIntoView({ block: "start" });
  return state.focus.turn;
}

/** Keeps the page's theme that of Office, where it tells one, or the system's. */
export function followTheme(told?: () => OfficeColors | undefined): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = themeFor(told?.(), system.matches);
  };
  apply();
  system.addEventListener("change", apply);
}

const SAMPLE = "assets/sample-ledger.json";

/** The sample, which the page itself has in it or its own origin. */
export async function fetchSample(): Promise<SampleWorkbook> {
  const within = document.getElementById("sample-ledger")?.textContent;
  if (within !== undefined) return JSON.parse(within) as SampleWorkbook;
  try {
    const response = await fetch(SAMPLE);
    return (await response.json()) as SampleWorkbook;
  } catch (error) {
    throw notLoaded(SAMPLE, error);
  }
}

const SAMPLE_WORKBOOK = "assets/sample-ledger.xlsx";

/** The sample as a workbook's file, in base64. */
export async function fetchSampleWorkbook(): Promise<string> {
  try {
    const bytes = new Uint8Array(await (await fetch(SAMPLE_WORKBOOK)).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
  } catch (error) {
    throw notLoaded(SAMPLE_WORKBOOK, error);
  }
}

/** Offers bytes as a download. */
export function saveFile(name: string, bytes: Uint8Array, type = "text/csv"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** Selects the text of a text field and copies it; false where the browser does not let the page copy. */
export async function copyFrom(id: string): Promise<boolean> {
  const field = document.getElementById(id) as HTMLTextAreaElement;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}
