import { planName, withDigits, type BookletSource } from "../booklet/booklet";
import { madeBy, missing, publishedBy, REPORT_TITLE } from "../booklet/words";
import type { FrameLine } from "./blocks";

/** 表紙: the plan's name and what this is; at its foot when and by whom. */
export function coverFrame(source: BookletSource): { readonly head: FrameLine[]; readonly foot: FrameLine[] } {
  const { plan } = source;
  return {
    head: [
      plan.name === ""
        ? { kind: "text", text: missing("計画", "計画名", "計画の名称"), mark: "missing" }
        : { kind: "title", text: plan.name },
      { kind: "title", text: REPORT_TITLE },
    ],
    foot: [
      publicationLine(source),
      plan.municipality === ""
        ? { kind: "text", text: missing("計画", "自治体名", "市区町村の名称"), mark: "missing" }
        : { kind: "text", text: plan.municipality },
    ],
  };
}

/** 奥付: what this is, when and by whom it was made. */
export function colophonFrame(source: BookletSource): FrameLine[] {
  const { plan } = source;
  const made = plan.author.startsWith(plan.municipality) ? [] : [plan.municipality];
  return [
    { kind: "title", text: `${planName(plan)}　${REPORT_TITLE}` },
    publicationLine(source),
    ...made.filter((name) => name !== "").map((name): FrameLine => ({ kind: "text", text: publishedBy(name) })),
    plan.author === ""
      ? { kind: "text", text: missing("計画", "作成課", "作成した課の名称"), mark: "missing" }
      : { kind: "text", text: madeBy(plan.author) },
  ];
}

/** 発行年月 as written; the day the report is made is not its publication. */
function publicationLine({ plan, settings }: BookletSource): FrameLine {
  const text = plan.published === "" ? missing("計画", "発行年月", "発行した年と月") : plan.published;
  return { kind: "text", text: withDigits(text, settings), ...(plan.published === "" ? { mark: "missing" } : {}) };
}
