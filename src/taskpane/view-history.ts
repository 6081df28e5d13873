import { html, nothing } from "lit/html.js";
import type { HistoryRun } from "../actions/actions";
import { actionButton, count, type Piece, type View } from "./view-parts";

/** Runs that are shown; older ones stand on 変更履歴 and 作成記録. */
const MOST_RUNS = 20;
/** Places of a run that are named; the rest is counted. */
const MOST_PLACES = 4;

/** What was done at each time, the latest first, each to be taken back. */
export function historyList(view: View): Piece {
  const { history } = view.state;
  if (history === null) return nothing;
  const words = view.messages.pane.history;
  if (history.length === 0) return html`<p class="hint">${words.empty}</p>`;
  return html`<ul class="findings">
      ${history.slice(0, MOST_RUNS).map((run) => entry(view, run))}
    </ul>
    ${history.length > MOST_RUNS ? html`<p class="hint">${words.older}</p>` : nothing}`;
}

function entry(view: View, { run, at, operation, places }: HistoryRun): Piece {
  const words = view.messages.pane.history;
  const named = places.slice(0, MOST_PLACES).join(view.messages.pane.listSeparator);
  const rest = places.length - MOST_PLACES;
  const what = named + (rest > 0 ? view.messages.pane.check.andOthers(count(rest)) : "");
  return html`<li>
    <p>${words.entry(operation, what)}</p>
    <p class="hint">${at}</p>
    ${actionButton(
      view,
      words.undo,
      () => {
        view.intents.undoRun(run);
      },
      { kind: "quiet", label: words.undoOf(at, operation, what) },
    )}
  </li>`;
}
