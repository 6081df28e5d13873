import type { Rule } from "../rule";
import { actualGap } from "./actual-gap";
import { cellRequired } from "./cell-required";
import { cellsMerged } from "./cells-merged";
import { characterControl } from "./character-control";
import { characterDecomposed } from "./character-decomposed";
import { characterEmoji } from "./character-emoji";
import { characterGarbled } from "./character-garbled";
import { characterPlatform } from "./character-platform";
import { characterPrivate } from "./character-private";
import { characterRadical } from "./character-radical";
import { characterVariation } from "./character-variation";
import { columnBlank } from "./column-blank";
import { columnHidden } from "./column-hidden";
import { columnRequired } from "./column-required";
import { dateDistant } from "./date-distant";
import { dateEra } from "./date-era";
import { dateImpossible } from "./date-impossible";
import { dateNotation } from "./date-notation";
import { datePeriod } from "./date-period";
import { dateText } from "./date-text";
import { departmentSimilar } from "./department-similar";
import { directionOdd } from "./direction-odd";
import { fieldShort } from "./field-short";
import { fieldSimilar } from "./field-similar";
import { fieldUnknown } from "./field-unknown";
import { fieldUnused } from "./field-unused";
import { fieldsRepeated } from "./fields-repeated";
import { filterActive } from "./filter-active";
import { headerBlank } from "./header-blank";
import { headerDuplicate } from "./header-duplicate";
import { kanaHalfwidth } from "./kana-halfwidth";
import { ledgerEmpty } from "./ledger-empty";
import { levelContinued } from "./level-continued";
import { levelUnclear } from "./level-unclear";
import { measureDuplicate } from "./measure-duplicate";
import { measureSimilar } from "./measure-similar";
import { moneyNegative } from "./money-negative";
import { moneyOver } from "./money-over";
import { moneyScale } from "./money-scale";
import { noteOutside } from "./note-outside";
import { numberBlank } from "./number-blank";
import { numberConflict } from "./number-conflict";
import { numberDate } from "./number-date";
import { numberDuplicate } from "./number-duplicate";
import { numberGap } from "./number-gap";
import { numberText } from "./number-text";
import { parentMissing } from "./parent-missing";
import { planNumber } from "./plan-number";
import { planWording } from "./plan-wording";
import { rateScale } from "./rate-scale";
import { rateSlip } from "./rate-slip";
import { rateWrong } from "./rate-wrong";
import { reasonColumn } from "./reason-column";
import { reasonMissing } from "./reason-missing";
import { reasonsSum } from "./reasons-sum";
import { regressionReason } from "./regression-reason";
import { relistedName } from "./relisted-name";
import { relistedOriginal } from "./relisted-original";
import { relistedStatus } from "./relisted-status";
import { resultMissing } from "./result-missing";
import { reviewOdd } from "./review-odd";
import { rowBlank } from "./row-blank";
import { rowColor } from "./row-color";
import { rowHidden } from "./row-hidden";
import { rowTotal } from "./row-total";
import { settingsValue } from "./settings-value";
import { spaceDoubled } from "./space-doubled";
import { spaceEdge } from "./space-edge";
import { spaceInvisible } from "./space-invisible";
import { statusBlank } from "./status-blank";
import { statusColumns } from "./status-columns";
import { statusFormula } from "./status-formula";
import { statusMultiple } from "./status-multiple";
import { statusRate } from "./status-rate";
import { statusUnknown } from "./status-unknown";
import { statusVariant } from "./status-variant";
import { tableSecond } from "./table-second";
import { targetDirection } from "./target-direction";
import { targetMissing } from "./target-missing";
import { textDitto } from "./text-ditto";
import { textFormula } from "./text-formula";
import { textLength } from "./text-length";
import { textLetterSpaced } from "./text-letter-spaced";
import { textLineBreak } from "./text-line-break";
import { unitMissing } from "./unit-missing";
import { unitMixed } from "./unit-mixed";
import { valueError } from "./value-error";
import { vocabularyUnset } from "./vocabulary-unset";
import { waveMixed } from "./wave-mixed";

/** Every rule, in the order in which findings are shown: structure, status, hierarchy, re-listed, totals, columns, text. */
export const RULES: readonly Rule[] = Object.freeze([
  columnRequired,
  statusColumns,
  ledgerEmpty,
  headerDuplicate,
  headerBlank,
  columnBlank,
  rowBlank,
  rowTotal,
  tableSecond,
  noteOutside,
  cellsMerged,
  rowHidden,
  columnHidden,
  filterActive,
  valueError,
  rowColor,
  statusFormula,
  vocabularyUnset,
  settingsValue,
  statusBlank,
  statusUnknown,
  statusMultiple,
  statusVariant,
  reasonMissing,
  reasonColumn,
  regressionReason,
  resultMissing,
  cellRequired,
  levelUnclear,
  levelContinued,
  fieldUnknown,
  fieldSimilar,
  fieldsRepeated,
  fieldUnused,
  fieldShort,
  parentMissing,
  departmentSimilar,
  textDitto,
  numberConflict,
  numberDuplicate,
  numberGap,
  numberDate,
  measureDuplicate,
  measureSimilar,
  relistedOriginal,
  relistedStatus,
  relistedName,
  planNumber,
  planWording,
  reasonsSum,
  dateImpossible,
  dateEra,
  dateNotation,
  datePeriod,
  dateDistant,
  dateText,
  numberText,
  numberBlank,
  moneyNegative,
  moneyScale,
  moneyOver,
  rateScale,
  rateSlip,
  unitMissing,
  unitMixed,
  targetMissing,
  targetDirection,
  actualGap,
  rateWrong,
  statusRate,
  directionOdd,
  reviewOdd,
  textLength,
  textFormula,
  spaceEdge,
  spaceDoubled,
  spaceInvisible,
  textLineBreak,
  textLetterSpaced,
  characterPlatform,
  kanaHalfwidth,
  characterRadical,
  characterDecomposed,
  characterPrivate,
  characterGarbled,
  characterVariation,
  characterEmoji,
  characterControl,
  waveMixed,
]);
