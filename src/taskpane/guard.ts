import { loading as en } from "../messages/en";
import { loading as ja } from "../messages/ja";
import { messagesLanguage } from "../messages/language";
import { describeLoadingProblem, findLoadingProblem, watchPolicy } from "./loading-problem";
import type {} from "./not-loaded";

/*
 * Stands in the pages themselves, before everything they load: says which of their files the server did not hand over as it
 * should. Once the pane is there it says so itself, at the step concerned, and asks the guard for the sentence.
 */

/** The sentences, and what is between files, for a display language. */
const wordsFor = (language: string) =>
  messagesLanguage(language) === "en" ? { words: en, separator: ", " } : { words: ja, separator: "、" };
const said = new Set<string>();
/** The sentences shown, by what is the matter. */
const notes = new Map<string, { readonly files: string[]; readonly note: HTMLElement }>();

watchPolicy();
window.explainLoading = async (address, language) =>
  describeLoadingProblem(await findLoadingProblem(address), wordsFor(language).words);
const whole = new Promise<void>((resolve) => {
  document.addEventListener("DOMContentLoaded", () => {
    // What is said where no script runs is not wanted where this one does.
    document.querySelector("#pane > .stuck")?.remove();
    resolve();
  });
});
addEventListener(
  "error",
  (event) => {
    const { target } = event;
    if (target instanceof HTMLScriptElement) void say(target.src, isWaiting);
    else if (target instanceof HTMLLinkElement && target.rel === "stylesheet") void say(target.href, () => true);
    // A page instead of the file, as servers answer that know no "not found", ends as a script with an error in it.
    else if (event instanceof ErrorEvent && event.error instanceof SyntaxError) void say(event.filename, isWaiting);
  },
  true,
);

/** Whether the page still shows nothing but that it is loading. */
function isWaiting(): boolean {
  return document.querySelector("#pane > .loading") !== null;
}

async function say(address: string, isToBeSaid: () => boolean): Promise<void> {
  if (said.has(address)) return;
  said.add(address);
  const problem = await findLoadingProblem(address);
  await whole;
  if (!isToBeSaid()) return;
  // One sentence for all files that the same setting keeps away.
  const kind = JSON.stringify({ ...problem, file: "" });
  const { files, note } = notes.get(kind) ?? { files: [], note: newNote() };
  files.push(problem.file);
  notes.set(kind, { files, note });
  const { words, separator } = wordsFor(navigator.language);
  note.textContent = describeLoadingProblem({ ...problem, file: files.join(separator) }, words);
}

function newNote(): HTMLElement {
  const note = document.createElement("p");
  note.className = "note";
  note.dataset.kind = "failure";
  note.setAttribute("role", "alert");
  document.querySelector("#pane")!.before(note);
  return note;
}
