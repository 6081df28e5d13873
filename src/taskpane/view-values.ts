import { html, nothing, type TemplateResult } from "lit/html.js";
import { valueEdits, type ValueEntry, type ValueList } from "../validation/value-lists";
import { shortened, visibleText } from "./cell-text";
import { actionButton, choiceOf, count, fold, type Piece, type View } from "./view-parts";

/** Characters of a value that the list shows. */
const VALUE_LENGTH = 40;
/** From so many known values on they are offered as a list beside the field instead of buttons. */
const MOST_BUTTONS = 8;

/** Every different value of a column with what it was taken for; one of them can be changed in all its cells at once. */
export function valuesFold(view: View, preview: (place: string) => Piece): Piece {
  const { check, values } = view.state;
  const lists = check?.values ?? [];
  if (!check || lists.length === 0) return nothing;
  const words = view.messages.pane.check;
  const list = lists.find(({ key }) => key === values.key) ?? lists[0]!;
  return fold(
    view,
    "values",
    words.valuesTitle,
    html`<p class="hint">${words.valuesIntro}</p>
      <div class="pair">
        <label for="values-column">${words.valuesColumn}</label>
        ${choiceOf(
          "values-column",
          lists.map(({ key, header }) => [key, header] as const),
          list.key,
          view.intents.chooseValues,
        )}
      </div>
      <h4 id="values-title" tabindex="-1">${words.valuesOf(list.header)}</h4>
      <ul class="values">
        ${list.entries.map((entry) => valueEntry(view, check.sheet, list, entry, preview))}
      </ul>`,
  );
}

function valueEntry(
  view: View,
  sheet: string,
  list: ValueList,
  entry: ValueEntry,
  preview: (place: string) => Piece,
): TemplateResult {
  const words = view.messages.pane.check;
  const { text, rows, takenAs, isKnown } = entry;
  const name = text === "" ? words.valueBlank : shortened(visibleText(text), VALUE_LENGTH);
  const open = view.state.values.open === text;
  const taken = takenAs === null ? words.valueNotTaken : words.valueTaken(takenAs);
  return html`<li data-known=${isKnown ? "true" : "false"}>
    <span class="value">${name}</span> <span class="value-count">${words.valueCells(count(rows.length))}</span>
    ${actionButton(
      view,
      words.valueChange,
      () => {
        view.intents.openValue(open ? null : text);
      },
      { kind: "quiet", label: words.valueChangeOf(name) },
    )}
    ${isKnown || (list.known.length === 0 && takenAs !== null) ? nothing : html`<p class="hint">${taken}</p>`}
    ${open ? changeForm(view, sheet, list, entry, preview) : nothing}
  </li>`;
}

function changeForm(
  view: View,
  sheet: string,
  list: ValueList,
  entry: ValueEntry,
  preview: (place: string) => Piece,
): TemplateResult {
  const words = view.messages.pane.check;
  const show = (after: string) => {
    view.intents.preview("values", valueEdits({ name: sheet }, list, entry, after));
  };
  const others = list.known.filter((each) => each !== entry.text);
  const isStatus = list.key === "status" && entry.text !== "" && entry.takenAs === null;
  return html`${valueForm(view, { label: words.valueTo, known: others, id: "values-input", take: show, submit: words.valueShow })}
  ${
    isStatus
      ? html`<div class="stack">
          ${others.map((status) =>
            actionButton(
              view,
              words.valueSynonym(entry.text, status),
              () => {
                view.intents.addSynonym(status, entry.text);
              },
              { kind: "quiet" },
            ),
          )}
        </div>`
      : nothing
  }
  ${preview("values")}`;
}

/** What a form for a new value says and does. */
interface ValueFormPlan {
  readonly label: string;
  readonly known: readonly string[];
  /** What a button of a known value is called where its text alone says too little. */
  readonly name?: (text: string) => string;
  readonly id: string;
  /** What stands in the field at first. */
  readonly text?: string;
  readonly take: (after: string) => void;
  readonly submit: string;
}

/** A new text for a cell: known values as buttons, anything else in a field. */
export function valueForm(view: View, plan: ValueFormPlan): TemplateResult {
  const { label, known, name, id, text = "", take, submit } = plan;
  const words = view.messages.pane.check;
  const asButtons = known.length <= MOST_BUTTONS;
  return html`<form
    class="value-form"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (view.state.running) return;
      const input = (event.currentTarget as HTMLFormElement).querySelector("input")!;
      const typed = input.value;
      input.value = "";
      take(typed);
    }}
  >
    ${
      asButtons && known.length > 0
        ? html`<div class="choices" role="group" aria-label=${label}>
            ${known.map((each) =>
              actionButton(
                view,
                each === "" ? words.valueBlank : each,
                () => {
                  take(each);
                },
                name ? { label: name(each === "" ? words.valueBlank : each) } : {},
              ),
            )}
          </div>`
        : nothing
    }
    <div class="field-row">
      <input
        id=${id}
        type="text"
        aria-label=${label}
        list=${asButtons ? nothing : `${id}-known`}
        autocomplete="off"
        .value=${text}
        @focus=${selectWrong}
      />
      <button
        type="submit"
        class="button ordinary"
        aria-label=${`${label} ${submit}`}
        aria-disabled=${view.state.running ? "true" : nothing}
      >
        ${submit}
      </button>
    </div>
    ${asButtons ? nothing : html`<datalist id=${`${id}-known`}>${known.map((each) => html`<option value=${each}></option>`)}</datalist>`}
  </form>`;
}

/** Characters that stand for lost ones. */
const LOST = /[\uFFFD?？]+/;

/** Selects what is to be typed anew: the lost characters of a text, or all of it. */
function selectWrong(event: FocusEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  const found = LOST.exec(input.value);
  // The click that focuses the field would otherwise undo the selection.
  setTimeout(() => {
    if (found === null) input.select();
    else input.setSelectionRange(found.index, found.index + found[0].length);
  });
}
