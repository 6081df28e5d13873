import { html, nothing, type TemplateResult } from "lit/html.js";
import type { CsvEncoding, SubmissionOutcome } from "../actions/actions";
import { quotedList } from "./quoted-list";
import { actionButton, choiceOf, count, sheetLinks, type Piece, type View } from "./view-parts";

const ENCODINGS: readonly CsvEncoding[] = ["utf-8", "cp932"];

/** The 提出用 copy: offered where nothing blocks, with its CSV both as a file and as text, since a pane may not save files. */
export function submission(view: View): Piece {
  const { check, encoding, submission: made } = view.state;
  if (!check?.submittable) return nothing;
  const words = view.messages.pane.check;
  const names: Record<CsvEncoding, string> = { "utf-8": words.utf8, cp932: words.cp932 };
  return html`<div class="offer">
      <div class="pair">
        <label for="encoding">${words.submissionEncoding}</label>
        ${choiceOf(
          "encoding",
          ENCODINGS.map((each) => [each, names[each]]),
          encoding,
          view.intents.chooseEncoding,
        )}
      </div>
      ${actionButton(view, words.submission, view.intents.writeSubmission, { id: "submission" })}
      <p class="hint">${words.submissionHelp}</p>
    </div>
    ${made ? outcome(view, made) : nothing}`;
}

function outcome(view: View, made: SubmissionOutcome): TemplateResult {
  const words = view.messages.pane.check;
  const list = (cells: readonly string[]) => cells.join(view.messages.pane.listSeparator);
  return html`<div class="note" data-kind="done" id="submission-result" tabindex="-1" role="group">
    <p>${words.submissionDone(quotedList(view, made.sheets))}</p>
    ${sheetLinks(view, made.sheets)} ${made.remarks.map((remark) => html`<p>${remark}</p>`)}
    ${
      made.unmappable.length > 0
        ? html`<p>${words.unmappable(count(made.unmappable.length))}</p>
            <ul class="plain">
              ${made.unmappable.map(
                ({ character, codePoint, cells }) =>
                  html`<li>${words.unmappableEntry(character, codePoint, list(cells))}</li>`,
              )}
            </ul>`
        : nothing
    }
    <div class="actions">
      ${actionButton(view, words.csvSave, view.intents.saveCsv)}
      ${actionButton(view, words.csvCopy, view.intents.copyCsv, { kind: "quiet" })}
    </div>
    <p class="hint">${words.csvHelp}</p>
    <textarea id="csv-text" readonly rows="4" aria-label=${words.csvText} .value=${csvText(made, view)}></textarea>
  </div>`;
}

/** The CSV as text to copy; the encoding is that of the file. */
function csvText(made: SubmissionOutcome, view: View): string {
  return new TextDecoder(view.state.encoding === "cp932" ? "shift_jis" : "utf-8").decode(made.csv);
}
