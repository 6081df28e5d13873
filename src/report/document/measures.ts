import type { Measure } from "../../ledger/ledger";
import { bracketedNumber, withDigits, type BookletSource } from "../booklet/booklet";
import { measureTree, type TreeEntry } from "../booklet/measure-tree";
import { FIELD_MISSING } from "../booklet/words";
import { bracketedStatus, statusLegend, WORDS } from "../words";
import { heading, paragraph, type Block, type EntryBlock } from "./blocks";

/** 実施状況: every measure under its 施策 and 大項目, with its status, in the ledger's order; first what the statuses mean. */
export function measuresBlocks(source: BookletSource): Block[] {
  const { tally } = source;
  return [
    ...statusLegend(tally.statuses).map((text) => paragraph(text)),
    ...tally.fields.flatMap((field): Block[] => [
      field.name === "" ? heading(2, FIELD_MISSING, "missing") : heading(2, field.name),
      ...(field.measures.length === 0 ? [paragraph(WORDS.noMeasures)] : []),
      ...measureTree(field.measures).map((entry) => entryBlock(entry, source)),
    ]),
  ];
}

function entryBlock(entry: TreeEntry, { tally, settings }: BookletSource): EntryBlock {
  const number = shownNumber(entry, settings);
  if (entry.kind === "heading") return { kind: "entry", depth: 0, number, name: entry.name, status: null };
  const { measure } = entry;
  const name = entry.kind === "policy" ? entry.name : entry.measure.name;
  return {
    kind: "entry",
    depth: entry.kind === "policy" ? 1 : 2,
    number,
    name: measure?.relisted === true && !name.includes("再掲") ? name + WORDS.relistedMark : name,
    status: measure === null ? null : bracketedStatus(statusName(measure, tally.statuses)),
    ...(measure !== null && measure.statusIndex < 0 ? { mark: "missing" } : {}),
  };
}

/** A measure's status in the vocabulary's word, or as the ledger has it where it is none. */
export function statusName(measure: Measure, statuses: BookletSource["tally"]["statuses"]): string {
  return statuses[measure.statusIndex]?.name ?? measure.status.trim();
}

function shownNumber(entry: TreeEntry, settings: BookletSource["settings"]): string {
  if (entry.kind === "measure") return "";
  if (entry.kind === "heading") return withDigits(entry.number, settings);
  return /^\d+$/.test(entry.number) ? bracketedNumber(entry.number, settings) : withDigits(entry.number, settings);
}
