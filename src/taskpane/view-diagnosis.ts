import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { diagnose, writeDiagnosis, type DiagnosisOutcome } from "../actions/diagnosing";
import type { ExcelHost } from "../excel/host";
import type { WorkingMessages } from "../messages";

/*
 * The self-diagnosis has the page's end to itself: it is no step of the work, and what it needs is loaded when it is opened.
 */

/** What the view needs of the world around it. */
export interface DiagnosisPorts {
  readonly host: ExcelHost;
  readonly words: WorkingMessages;
  /** What only the page knows of this Excel. */
  readonly facts: Readonly<Record<string, string>>;
  readonly today: () => Date;
  readonly describeError: (error: unknown) => string | Promise<string>;
  readonly copyFrom: (id: string) => Promise<boolean>;
  /** Ends the view. */
  readonly close: () => void;
}

interface State {
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly outcome: DiagnosisOutcome | null;
  readonly note: string;
}

const TITLE = "diagnosis-title";
const TEXT = "diagnosis-text";

/** Shows the self-diagnosis in an element of its own. */
export function openDiagnosis(root: HTMLElement, ports: DiagnosisPorts): void {
  const { host, words, facts, today } = ports;
  let state: State = { progress: null, outcome: null, note: "" };
  let abort = new AbortController();
  const show = (change: Partial<State>): void => {
    state = { ...state, ...change };
    render(view(state, words, intents), root);
  };
  const guarded = (run: () => Promise<void>) => (): void => {
    run().catch(async (error: unknown) => {
      show({ progress: null, note: await ports.describeError(error) });
    });
  };
  const intents: Intents = {
    run: guarded(async () => {
      abort = new AbortController();
      const onProgress = (done: number, all: number): void => {
        show({ progress: { done, all } });
      };
      onProgress(0, 1);
      const outcome = await diagnose(
        host,
        { now: today(), clock: () => performance.now(), facts, signal: abort.signal, onProgress },
        words,
      );
      show({ progress: null, outcome, note: "" });
    }),
    cancel: () => {
      abort.abort();
    },
    copy: guarded(async () => {
      const { diagnosis } = words;
      show({ note: (await ports.copyFrom(TEXT)) ? diagnosis.copied : diagnosis.copyByHand });
    }),
    write: guarded(async () => {
      const { outcome } = state;
      if (outcome === null) return;
      const { sheet } = await writeDiagnosis(host, outcome, { today: today() }, words);
      show({ note: words.diagnosis.written(sheet) });
    }),
    close: () => {
      abort.abort();
      ports.close();
    },
  };
  show({});
  document.getElementById(TITLE)?.focus();
}

interface Intents {
  readonly run: () => void;
  readonly cancel: () => void;
  readonly copy: () => void;
  readonly write: () => void;
  readonly close: () => void;
}

function view(
  { progress, outcome, note }: State,
  { diagnosis: words }: WorkingMessages,
  intents: Intents,
): TemplateResult {
  return html`<section class="step" aria-labelledby=${TITLE}>
    <h2 id=${TITLE} tabindex="-1">${words.title}</h2>
    <p class="hint">${words.intro}</p>
    <div class="actions">
      ${
        progress === null
          ? html`${button(outcome === null ? words.run : words.again, intents.run)}
            ${button(words.close, intents.close)}`
          : button(words.cancel, intents.cancel)
      }
    </div>
    ${progress === null ? nothing : progressOf(progress, words)}
    <p role="status">${note}</p>
    ${outcome === null || progress !== null ? nothing : result(outcome, words, intents)}
  </section>`;
}

type Words = WorkingMessages["diagnosis"];

function button(text: string, act: () => void): TemplateResult {
  return html`<button type="button" @click=${act}>${text}</button>`;
}

function progressOf({ done, all }: NonNullable<State["progress"]>, words: Words): TemplateResult {
  const text = words.progress(String(done), String(all));
  return html`<p>${text}</p>
    <progress aria-label=${text} max=${all} .value=${done}></progress>`;
}

function result({ results, text }: DiagnosisOutcome, words: Words, intents: Intents): TemplateResult {
  const different = results.filter(({ outcome }) => outcome === "different");
  const asExpected = results.filter(({ outcome }) => outcome === "as expected").length;
  return html`<p>${words.summary(String(results.length), String(asExpected), String(different.length))}</p>
    ${
      different.length === 0
        ? nothing
        : html`<ul>
            ${different.map(({ id }) => html`<li>${id}</li>`)}
          </ul>`
    }
    <label for=${TEXT}>${words.textLabel}</label>
    <textarea id=${TEXT} readonly rows="8" .value=${text}></textarea>
    <div class="actions">${button(words.copy, intents.copy)} ${button(words.write, intents.write)}</div>`;
}
