import { html, nothing } from "lit/html.js";
import { choiceOf, fold, type Piece, type View } from "./view-parts";

/** Value of the choice of a sheet while a file is chosen, which no sheet can have as its name. */
const FILE = "/";

/** Last year's ledger, to set this one beside: a sheet of this workbook, or another file. */
export function earlierYear(view: View): Piece {
  const { survey, earlier, running } = view.state;
  if (!survey?.ledger) return nothing;
  const words = view.messages.pane.report.earlier;
  const own = survey.ledger.sheet;
  const file = earlier?.workbook?.fileName;
  const sheets = survey.sheets.filter((sheet) => sheet !== own);
  const current = file === undefined ? (earlier?.choice.sheet ?? "") : FILE;
  return fold(
    view,
    "earlier",
    html`<span>${words.title}</span>
      <span class="fold-detail">${file ?? (current === "" ? words.none : current)}</span>`,
    html`<p class="hint">${words.help}</p>
      <div class="field">
        <label for="earlier-sheet">${words.sheet}</label>
        ${choiceOf(
          "earlier-sheet",
          [
            ["", words.none] as const,
            ...(file === undefined ? [] : [[FILE, file] as const]),
            ...sheets.map((sheet) => [sheet, sheet] as const),
          ],
          current,
          (sheet) => {
            if (sheet !== FILE) view.intents.chooseEarlierSheet(sheet);
          },
          running !== null,
        )}
      </div>
      <div class="field">
        <label for="earlier-file">${words.file}</label>
        <input
          id="earlier-file"
          type="file"
          accept=".xlsx,.xlsm"
          ?disabled=${running !== null}
          @change=${(event: Event) => {
            const [chosen] = (event.currentTarget as HTMLInputElement).files ?? [];
            if (chosen !== undefined) view.intents.chooseEarlierFile(chosen);
          }}
        />
      </div>`,
  );
}
