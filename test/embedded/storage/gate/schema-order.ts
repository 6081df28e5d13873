import { CHART, childrenOf, DRAWING, MAIN, SHEET_DRAWING } from "./xml-tree";
import type { Element } from "./xml-tree";

/*
 * Which children an element may have and in which order (ECMA-376 part 1, annexes A and B: sml.xsd, dml-chart.xsd,
 * dml-spreadsheetDrawing.xsd, dml-main.xsd). Excel repairs, that is throws away, what stands in another order. Names in
 * order; `a|b` is a choice; at most one unless marked: `!` must be there, `*` any number, `+` one or
 * more. Elements without a line are not judged.
 */

const SHEET_ML: Readonly<Record<string, string>> = {
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets! functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr* webPublishObjects extLst",
  bookViews: "workbookView+ extLst",
  sheets: "sheet+",
  definedNames: "definedName+",
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols* sheetData! sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  chartsheet:
    "sheetPr sheetViews! sheetProtection customSheetViews pageMargins pageSetup headerFooter drawing! legacyDrawing legacyDrawingHF drawingHF picture webPublishItems extLst",
  sheetPr: "tabColor outlinePr pageSetUpPr",
  sheetViews: "sheetView+ extLst",
  sheetView: "pane selection* pivotSelection* extLst",
  cols: "col+",
  sheetData: "row*",
  row: "c* extLst",
  c: "f v is extLst",
  is: "t r* rPh* phoneticPr",
  si: "t r* rPh* phoneticPr",
  r: "rPr t!",
  rPh: "t!",
  mergeCells: "mergeCell+",
  autoFilter: "filterColumn* sortState extLst",
  filterColumn: "filters|top10|customFilters|dynamicFilter|colorFilter|iconFilter extLst",
  conditionalFormatting: "cfRule+ extLst",
  cfRule: "formula* colorScale dataBar iconSet extLst",
  colorScale: "cfvo+ color+",
  dataValidations: "dataValidation+",
  dataValidation: "formula1 formula2",
  hyperlinks: "hyperlink+",
  headerFooter: "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
  rowBreaks: "brk*",
  colBreaks: "brk*",
  tableParts: "tablePart*",
  table: "autoFilter sortState tableColumns! tableStyleInfo extLst",
  tableColumns: "tableColumn+",
  tableColumn: "calculatedColumnFormula totalsRowFormula xmlColumnPr extLst",
  sst: "si* extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  numFmts: "numFmt+",
  fonts: "font*",
  fills: "fill*",
  fill: "patternFill|gradientFill!",
  patternFill: "fgColor bgColor",
  borders: "border*",
  border: "start end left right top bottom diagonal vertical horizontal",
  cellStyleXfs: "xf+",
  cellXfs: "xf+",
  xf: "alignment protection extLst",
  cellStyles: "cellStyle+ extLst",
  dxfs: "dxf*",
  dxf: "font numFmt fill alignment border protection extLst",
  tableStyles: "tableStyle*",
  comments: "authors! commentList! extLst",
  calcChain: "c+ extLst",
};

const OBJECT = "sp|grpSp|graphicFrame|cxnSp|pic|contentPart!";
const DRAWING_ML: Readonly<Record<string, string>> = {
  wsDr: "twoCellAnchor|oneCellAnchor|absoluteAnchor*",
  twoCellAnchor: `from! to! ${OBJECT} clientData!`,
  oneCellAnchor: `from! ext! ${OBJECT} clientData!`,
  absoluteAnchor: `pos! ext! ${OBJECT} clientData!`,
  from: "col! colOff! row! rowOff!",
  to: "col! colOff! row! rowOff!",
  graphicFrame: "nvGraphicFramePr! xfrm!",
  nvGraphicFramePr: "cNvPr! cNvGraphicFramePr!",
  pic: "nvPicPr! blipFill! spPr! style",
  nvPicPr: "cNvPr! cNvPicPr!",
  sp: "nvSpPr! spPr! style txBody",
};

const SERIES_HEAD = "idx! order! tx spPr";
const LABEL =
  "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator";
const AXIS =
  "axId! scaling! delete axPos! majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx! crosses|crossesAt";
const CHART_ML: Readonly<Record<string, string>> = {
  chartSpace:
    "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart! spPr txPr externalData printSettings userShapes extLst",
  chart:
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea! legend plotVisOnly dispBlanksAs showDLblsOverMax extLst",
  plotArea:
    "layout areaChart|area3DChart|lineChart|line3DChart|stockChart|radarChart|scatterChart|pieChart|pie3DChart|doughnutChart|barChart|bar3DChart|ofPieChart|surfaceChart|surface3DChart|bubbleChart+ valAx|catAx|dateAx|serAx* dTable spPr extLst",
  title: "tx layout overlay spPr txPr extLst",
  legend: "legendPos legendEntry* layout overlay spPr txPr extLst",
  barChart: "barDir! grouping varyColors ser* dLbls gapWidth overlap serLines* axId+ extLst",
  lineChart: "grouping! varyColors ser* dLbls dropLines hiLowLines upDownBars marker smooth axId+ extLst",
  areaChart: "grouping varyColors ser* dLbls dropLines axId+ extLst",
  pieChart: "varyColors ser* dLbls firstSliceAng extLst",
  doughnutChart: "varyColors ser* dLbls firstSliceAng holeSize! extLst",
  scatterChart: "scatterStyle! varyColors ser* dLbls axId+ extLst",
  "barChart/ser": `${SERIES_HEAD} invertIfNegative pictureOptions dPt* dLbls trendline* errBars cat val shape extLst`,
  "lineChart/ser": `${SERIES_HEAD} marker dPt* dLbls trendline* errBars cat val smooth extLst`,
  "areaChart/ser": `${SERIES_HEAD} pictureOptions dPt* dLbls trendline* errBars* cat val extLst`,
  "pieChart/ser": `${SERIES_HEAD} explosion dPt* dLbls cat val extLst`,
  "doughnutChart/ser": `${SERIES_HEAD} explosion dPt* dLbls cat val extLst`,
  "scatterChart/ser": `${SERIES_HEAD} marker dPt* dLbls trendline* errBars* xVal yVal smooth extLst`,
  dPt: "idx! invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
  dLbls: `dLbl* delete ${LABEL} showLeaderLines leaderLines extLst`,
  dLbl: `idx! delete layout tx ${LABEL} extLst`,
  catAx: `${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst`,
  valAx: `${AXIS} crossBetween majorUnit minorUnit dispUnits extLst`,
  dateAx: `${AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst`,
  scaling: "logBase orientation max min extLst",
  cat: "multiLvlStrRef|numRef|numLit|strRef|strLit!",
  val: "numRef|numLit!",
  strRef: "f! strCache extLst",
  numRef: "f! numCache extLst",
  strCache: "ptCount pt* extLst",
  numCache: "formatCode ptCount pt* extLst",
  rich: "bodyPr! lstStyle p+",
  txPr: "bodyPr! lstStyle p+",
};

const FILL = "noFill|solidFill|gradFill|blipFill|pattFill|grpFill";
const TEXT = `ln ${FILL} effectLst|effectDag highlight uLnTx|uLn uFillTx|uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst`;
const SHAPE = `xfrm custGeom|prstGeom ${FILL} ln effectLst|effectDag scene3d sp3d extLst`;
const MAIN_DRAWING: Readonly<Record<string, string>> = {
  p: "pPr r|br|fld* endParaRPr",
  pPr: "lnSpc spcBef spcAft buClrTx|buClr buSzTx|buSzPct|buSzPts buFontTx|buFont buNone|buAutoNum|buChar|buBlip tabLst defRPr extLst",
  r: "rPr t!",
  rPr: TEXT,
  defRPr: TEXT,
  endParaRPr: TEXT,
  ln: "noFill|solidFill|gradFill|pattFill prstDash|custDash round|bevel|miter headEnd tailEnd extLst",
};

const TABLES = new Map([
  [MAIN, SHEET_ML],
  [SHEET_DRAWING, DRAWING_ML],
  [CHART, CHART_ML],
  [DRAWING, MAIN_DRAWING],
]);

interface Slot {
  readonly names: readonly string[];
  readonly many: boolean;
  readonly required: boolean;
}

/** What is wrong with the children of this element; those below them are not looked at. */
export function orderFaults(element: Element): string[] {
  const slots = slotsOf(element);
  if (slots === null) return [];
  const faults: string[] = [];
  const seen = new Map<number, number>();
  let last = 0;
  // spPr and its like hold elements of another namespace than their own.
  const uri = isShape(element) ? DRAWING : childUri(element);
  for (const each of childrenOf(element)) {
    if (each.uri !== uri) continue;
    const at = slots.findIndex(({ names }) => names.includes(each.local));
    if (at < 0) {
      faults.push(`<${element.local}> may not have <${each.local}>`);
      continue;
    }
    if (at < last) faults.push(`in <${element.local}>, <${each.local}> comes too late`);
    last = Math.max(last, at);
    seen.set(at, (seen.get(at) ?? 0) + 1);
  }
  slots.forEach(({ names, many, required }, at) => {
    const count = seen.get(at) ?? 0;
    if (required && count === 0) faults.push(`<${element.local}> lacks <${names.join("> or <")}>`);
    if (!many && count > 1) faults.push(`<${element.local}> has <${names.join("> or <")}> ${count} times`);
  });
  return faults;
}

function isShape({ uri, local }: Element): boolean {
  return local === "spPr" && (uri === CHART || uri === SHEET_DRAWING);
}

function childUri({ uri, local }: Element): string {
  return uri === CHART && (local === "rich" || local === "txPr") ? DRAWING : uri;
}

const parsed = new Map<string, readonly Slot[]>();

function slotsOf(element: Element): readonly Slot[] | null {
  const table = TABLES.get(element.uri);
  if (!table) return null;
  const line = isShape(element)
    ? SHAPE
    : (table[`${element.parent?.local ?? ""}/${element.local}`] ?? table[element.local]);
  // The `r` of a chart's text and of a cell's text have one name in two namespaces, the `c` of a chain and a row in one.
  if (line === undefined || (element.local === "c" && element.parent?.local === "calcChain")) return null;
  // In a drawing, c:chart is no chart but the place of one.
  if (element.local === "chart" && element.parent?.local !== "chartSpace") return null;
  let slots = parsed.get(line);
  if (!slots) {
    slots = line.split(" ").map((word) => {
      const mark = /[!*+]$/.exec(word)?.[0] ?? "";
      return {
        names: word.slice(0, word.length - mark.length).split("|"),
        many: mark === "*" || mark === "+",
        required: mark === "!" || mark === "+",
      };
    });
    parsed.set(line, slots);
  }
  return slots;
}
