import { html, type TemplateResult } from "lit/html.js";
import { checkStep } from "./view-check";
import { ledgerStep } from "./view-ledger";
import { about, historyFold, progressText, type View } from "./view-parts";
import { reportStep } from "./view-report";

/** The whole pane as a function of its state. */
export function pane(view: View): TemplateResult {
  return html`<h1 class="visually-hidden">${view.messages.pane.title}</h1>
    <p class="visually-hidden" role="status">${progressText(view)}</p>
    ${ledgerStep(view)} ${checkStep(view)} ${reportStep(view)} ${historyFold(view)} ${about(view)}`;
}
