import { html, nothing, type TemplateResult } from "lit/html.js";
import { actionButton, mainButtonKind, noteOf, progress, step, type StepStatus, type View } from "./view-parts";

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
    html`${check ? results?.verdict(view) : html`<p class="hint">${words.intro}</p>`}
      <div class="actions">
        ${actionButton(view, check ? words.again : words.run, view.intents.check, {
          kind: results?.isMending(view) === true ? "ordinary" : mainButtonKind(view, "check"),
          id: "check",
        })}
      </div>
      ${progress(view, ["check", "fix", "undoFix", "proposal", "accept"])} ${noteOf(view, "check")}
      ${results?.details(view) ?? nothing}`,
  );
}

function status(view: View): StepStatus {
  const { check, stale } = view.state;
  if (!check) return "next";
  if (stale.check) return "outdated";
  return check.submittable ? "done" : "attention";
}
