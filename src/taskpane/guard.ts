import { loading as en } from "../messages/en";
import { loading as ja } from "../messages/ja";
import { messagesLanguage } from "../messages/language";
import { describeLoadingProblem, findLoadingProblem, watchPolicy } from "./loading-problem";
import type {} from "./not-loaded";

/*
 * Stands in the pages themselves, before everything they load: says which of their files the server did not hand over as it
 * should. Once the pane is there it says so itself, at the step concerned, and asks the guard for the sentence.
 */

const wordsFor = (language: string) => (messagesLanguage(language) === "en" ? en : ja);
/** The sentences shown, by what is the matter, each for all files that the same setting keeps away. */
const notes = new Map<string, { readonly files: Set<string>; readonly note: HTMLElement }>();

watchPolicy();
window.explainLoading = async (address, language) =>
  describeLoadingProblem(await findLoadingProblem(address), wordsFor(language));
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
    if (target instanceof HTMLScriptElement) void say(target.src, false);
    else if (target instanceof HTMLLinkElement && target.rel === "stylesheet") void say(target.href, true);
    // A page instead of the file, as servers answer that know no "not found", ends as a script with an error in it.
    else if (event instanceof ErrorEvent && event.error instanceof SyntaxError) void say(event.filename, false);
  },
  true,
);

/** Says why a file cannot be used; a script's only as long as the page shows nothing but that it is loading. */
async function say(address: string, isStyle: boolean): Promise<void> {
  const problem = await findLoadingProblem(address);
  await whole;
  const loading = document.querySelector<HTMLElement>("#pane > .loading");
  if (!isStyle) {
    if (!loading) return;
    loading.hidden = true;
  }
  const kind = JSON.stringify({ ...problem, file: "" });
  const { files, note } = notes.get(kind) ?? { files: new Set(), note: newNote() };
  files.add(problem.file);
  notes.set(kind, { files, note });
  note.textContent = describeLoadingProblem({ ...problem, file: [...files].join(", ") }, wordsFor(navigator.language));
}

function newNote(): HTMLElement {
  const note = document.createElement("p");
  note.className = "note";
  note.dataset.kind = "failure";
  note.role = "alert";
  document.querySelector("#pane")!.before(note);
  return note;
}
