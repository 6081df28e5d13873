import { html, nothing, type TemplateResult } from "lit/html.js";
import {
  actionButton,
  count,
  mainButtonKind,
  noteOf,
  progress,
  step,
  type Piece,
  type StepStatus,
  type View,
} from "./view-parts";

/** Step 2: whether the ledger can be submitted, what to mend, and mending it. */
export function checkStep(view: View): TemplateResult {
  const { survey, check } = view.state;
  const { results } = view;
  const words = view.messages.pane.check;
  if (!survey?.ledger) return step(view, "check", "waiting", html`<p class="hint">${words.intro}</p>`);
  return step(
    view,
    "check",
    status(view),
    html`${
        check
          ? results?.verdict(view)
          : html`<p class="hint">${words.intro}</p>
              ${lastCheck(view)}`
      }
      <div class="actions">
        ${actionButton(view, check ? words.again : words.run, view.intents.check, {
          kind: results?.isMending(view) === true ? "ordinary" : mainButtonKind(view, "check"),
          id: "check",
        })}
      </div>
      ${progress(view, ["check", "fix", "undoFix", "proposal", "accept"])} ${noteOf(view, "check")}
      ${results?.details(view) ?? nothing}
      ${view.hasDiagnosis === true ? actionButton(view, words.diagnose, view.intents.diagnose, { kind: "quiet" }) : nothing}`,
  );
}

/** How the last check ended, as long as there is no newer one. */
function lastCheck(view: View): Piece {
  const { lastCheck: last, survey } = view.state;
  if (!last) return nothing;
  const words = view.messages.pane.check;
  const isSame = survey?.ledger?.fingerprint === last.fingerprint;
  return html`<p class="hint">
    ${words.lastCheck(last.at, count(last.errors), count(last.warnings))}${isSame ? words.lastCheckHolds : words.lastCheckOld}
  </p>`;
}

function status(view: View): StepStatus {
  const { check, stale } = view.state;
  if (!check) return "next";
  if (stale.check) return "outdated";
  return check.submittable ? "done" : "attention";
}
