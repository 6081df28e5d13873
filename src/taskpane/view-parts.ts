import { live } from "lit/directives/live.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { VERSION } from "../actions/version";
import type { OpeningMessages } from "../messages";
import type { Intents } from "./intents";
import { currentStep, type Note, type NotePlace, type PaneState, type StepId, type Task } from "./state";

/** What every view works from. */
export interface View {
  readonly state: PaneState;
  readonly messages: OpeningMessages;
  readonly intents: Intents;
  /** How a check's result is shown; null as long as it is not loaded, which a check does first. */
  readonly results: ResultsView | null;
  /** Whether the handbook lies beside the page, in guide/. */
  readonly hasGuide: boolean;
  /** Speaks another language from now on, where the page can. */
  readonly chooseLanguage?: (language: "ja" | "en") => void;
  /** Whether the self-diagnosis can be opened. */
  readonly hasDiagnosis?: boolean;
}

/** The views of a check's result. */
export interface ResultsView {
  /** Whether the ledger can be submitted, and how many findings there are. */
  verdict(view: View): Piece;
  /** The findings, what mends them, and what the result is good for. */
  details(view: View): Piece;
  /** What can be taken back. */
  history(view: View): Piece;
  /** Whether something must be mended and can be mended here, so that this comes before another check. */
  isMending(view: View): boolean;
}

/** A piece of the pane, or nothing. */
export type Piece = TemplateResult | typeof nothing;

const numberFormat = new Intl.NumberFormat("en-US");

/** A count with thousands separated, the same in both languages: 5,000. */
export function count(value: number): string {
  return numberFormat.format(value);
}

/** Says that what is shown was computed before the ledger was changed. */
export function staleNote(title: string, text: string): TemplateResult {
  return html`<div class="note" data-kind="caution">
    <p class="note-title">${title}</p>
    <p>${text}</p>
  </div>`;
}

/** How a button looks: the step's own, an ordinary one, or one that reads like a link. */
export type ButtonKind = "primary" | "ordinary" | "quiet";

/**
 * A button that asks for an action. While something runs it stays focusable, so that the keyboard does not lose its place,
 * and is only said to be disabled; the controller refuses a second action anyway.
 */
export function actionButton(
  view: View,
  text: string,
  press: () => void,
  options: { readonly kind?: ButtonKind; readonly id?: string; readonly label?: string } = {},
): TemplateResult {
  const { kind = "ordinary", id, label } = options;
  return html`<button
    type="button"
    class=${`button ${kind}`}
    id=${id ?? nothing}
    aria-label=${label ?? nothing}
    aria-disabled=${view.state.running ? "true" : nothing}
    @click=${press}
  >
    ${text}
  </button>`;
}

/** One step of the pane: its number, its name, how far it is, and what belongs to it. */
export function step(view: View, id: StepId, status: StepStatus, content: unknown): TemplateResult {
  const words = view.messages.pane.steps;
  const number = { ledger: 1, check: 2, report: 3 }[id];
  return html`<section
    class="step"
    data-status=${status}
    aria-labelledby=${`step-${id}`}
    ?data-current=${currentStep(view.state) === id}
  >
    <h2 id=${`step-${id}`} tabindex="-1">
      <span class="step-number">${number}</span>
      <span class="step-name">${words[id]}</span>
      <span class="step-status">${words[status]}</span>
    </h2>
    <div class="step-body">
      ${content} ${view.hasGuide ? guideLink(view.messages.pane.guide.step(words[id]), `clerk.html#${id}`) : nothing}
    </div>
  </section>`;
}

/** What was done before and can be taken back; its list comes with the views of a check. */
export function historyFold(view: View): Piece {
  const { survey, fix, unfolded } = view.state;
  if (survey?.hasHistory !== true && fix === null) return nothing;
  const words = view.messages.pane.history;
  return html`<details
    class="fold history"
    id="fold-history"
    ?open=${unfolded.includes("history")}
    @toggle=${(event: Event) => {
      view.intents.showHistory((event.currentTarget as HTMLDetailsElement).open);
    }}
  >
    <summary id="summary-history">${words.title}</summary>
    <div class="fold-body">
      ${progress(view, ["history"])} ${view.results?.history(view) ?? nothing} ${noteOf(view, "history")}
    </div>
  </details>`;
}

/** A link to a page of the handbook, which opens beside the pane. */
export function guideLink(text: string, page: string): TemplateResult {
  return html`<p class="guide"><a href=${`guide/${page}`} target="_blank" rel="noopener">${text}</a></p>`;
}

/** Each language by its own name. */
const LANGUAGES = { ja: "日本語", en: "English" } as const;

/** What this is, in which version, and its handbook. */
export function about({
  messages: { pane },
  hasGuide,
  chooseLanguage,
}: Pick<View, "messages" | "hasGuide" | "chooseLanguage">): TemplateResult {
  const other = document.documentElement.lang === "en" ? "ja" : "en";
  return html`<div class="about">
    <p>${pane.guide.version(pane.title, VERSION)}</p>
    ${hasGuide ? guideLink(pane.guide.book, "index.html") : nothing}
    ${
      chooseLanguage
        ? html`<button
            type="button"
            class="button quiet"
            id="language"
            lang=${other}
            @click=${() => {
              chooseLanguage(other);
            }}
          >
            ${LANGUAGES[other]}
          </button>`
        : nothing
    }
  </div>`;
}

/** How far a step is. */
export type StepStatus = "done" | "next" | "waiting" | "attention" | "outdated";

/** The primary look for the button of the step that is the next sensible one, the ordinary look for the others. */
export function mainButtonKind(view: View, id: StepId): ButtonKind {
  return currentStep(view.state) === id ? "primary" : "ordinary";
}

/** A choice among values. What it shows follows the state, also where a choice of the user could not be followed. */
export function choiceOf<Value extends string>(
  id: string,
  values: readonly (readonly [value: Value, text: string])[],
  current: Value,
  choose: (value: Value) => void,
  disabled = false,
): TemplateResult {
  // The property follows later changes, the attribute serves the first time, when the options do not exist yet.
  return html`<select
    id=${id}
    .value=${live(current)}
    ?disabled=${disabled}
    @change=${(event: Event) => {
      choose((event.currentTarget as HTMLSelectElement).value as Value);
    }}
  >
    ${values.map(([value, text]) => html`<option value=${value} ?selected=${value === current}>${text}</option>`)}
  </select>`;
}

/** What was said last at a place. A failure is announced at once; it and other sentences can take the focus. */
export function noteOf(view: View, place: NotePlace): Piece {
  const note = view.state.notes[place];
  return note ? noteBox(view, place, note) : nothing;
}

function noteBox(view: View, place: NotePlace, note: Note): TemplateResult {
  return html`<div
    class="note"
    data-kind=${note.kind}
    id=${`note-${place}`}
    tabindex="-1"
    role=${note.kind === "failure" ? "alert" : "group"}
  >
    <p>${note.text}</p>
    ${sheetLinks(view, note.sheets)}
  </div>`;
}

/** Links to sheets. */
export function sheetLinks(view: View, sheets: readonly string[]): Piece {
  if (sheets.length === 0) return nothing;
  return html`<ul class="sheets">
    ${sheets.map(
      (sheet) =>
        html`<li>
          ${actionButton(
            view,
            sheet,
            () => {
              view.intents.select(sheet, "A1");
            },
            {
              kind: "quiet",
              label: view.messages.pane.openSheet(sheet),
            },
          )}
        </li>`,
    )}
  </ul>`;
}

/** Something the user may open: its state is remembered, so that nothing closes by itself. */
export function fold(view: View, id: string, summary: unknown, content: unknown): TemplateResult {
  return html`<details
    class="fold"
    id=${`fold-${id}`}
    ?open=${view.state.unfolded.includes(id)}
    @toggle=${(event: Event) => {
      view.intents.fold(id, (event.currentTarget as HTMLDetailsElement).open);
    }}
  >
    <summary id=${`summary-${id}`}>${summary}</summary>
    <div class="fold-body">${content}</div>
  </details>`;
}

/** What runs now, for the tasks of a step; the sentence is said aloud by the pane's live region. */
export function progress(view: View, tasks: readonly Task[], cancel: Piece = nothing): Piece {
  const { running } = view.state;
  if (!running || !tasks.includes(running.task)) return nothing;
  const text = progressText(view);
  const at = running.step ? REPORT_STEPS.indexOf(running.step) : -1;
  const bar =
    at < 0
      ? html`<progress aria-label=${text}></progress>`
      : html`<progress aria-label=${text} max=${REPORT_STEPS.length} .value=${at + 0.5}></progress>`;
  return html`<div class="progress">
    <p>${text}</p>
    ${bar} ${cancel}
  </div>`;
}

/** The sentence of what runs now; "" while nothing runs. */
export function progressText(view: View): string {
  const { running } = view.state;
  if (!running) return "";
  const words = view.messages.pane;
  if (running.cancelling) return words.report.cancelling;
  if (!running.step) return words.progress[running.task];
  const at = REPORT_STEPS.indexOf(running.step);
  const name = words.progress.steps[running.step];
  return at < 0 ? name : words.progress.of(name, String(at + 1), String(REPORT_STEPS.length));
}

const REPORT_STEPS: readonly string[] = ["read", "check", "plan", "build", "swap"];
