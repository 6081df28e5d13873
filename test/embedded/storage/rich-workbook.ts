import { minimalParts, pack, relationships } from "./package";
import type { Parts } from "./package";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const XDR = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
const PACKAGE = "application/vnd.openxmlformats-package";
const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * A workbook as Excel saves one that was worked on for years: a ledger with rich text, readings, comments, an image,
 * conditional formats, validations, a table, a chart and printer settings; a second sheet with formulas, shared ones
 * among them; a chart sheet; custom XML, document properties and an extension in the workbook part.
 */
export const RICH_PARTS: Parts = minimalParts("", {
  "[Content_Types].xml":
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Default Extension="rels" ContentType="${PACKAGE}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    [
      ["xl/workbook.xml", `${SHEET_ML}.sheet.main+xml`],
      ["xl/worksheets/sheet1.xml", `${SHEET_ML}.worksheet+xml`],
      ["xl/worksheets/sheet2.xml", `${SHEET_ML}.worksheet+xml`],
      ["xl/chartsheets/sheet1.xml", `${SHEET_ML}.chartsheet+xml`],
      ["xl/styles.xml", `${SHEET_ML}.styles+xml`],
      ["xl/sharedStrings.xml", `${SHEET_ML}.sharedStrings+xml`],
      ["xl/calcChain.xml", `${SHEET_ML}.calcChain+xml`],
      ["xl/comments1.xml", `${SHEET_ML}.comments+xml`],
      ["xl/tables/table1.xml", `${SHEET_ML}.table+xml`],
      ["xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"],
      ["xl/drawings/drawing2.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"],
      ["xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
      ["xl/charts/chart2.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
      ["docProps/core.xml", `${PACKAGE}.core-properties+xml`],
      ["docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"],
      ["customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"],
    ]
      .map(([part, type]) => `<Override PartName="/${part!}" ContentType="${type!}"/>`)
      .join("") +
    "</Types>",
  "_rels/.rels": relationships([
    ["rId1", "officeDocument", "xl/workbook.xml"],
    [
      "rId2",
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    ],
    ["rId3", "custom-properties", "docProps/custom.xml"],
  ]),
  "xl/workbook.xml":
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook ${MAIN} ${R} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">` +
    '<fileVersion appName="xl"/><workbookPr defaultThemeVersion="166925"/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\計画\\"/></mc:Choice></mc:AlternateContent>' +
    '<bookViews><workbookView xWindow="0" yWindow="0" activeTab="0"/></bookViews>' +
    '<sheets><sheet name="台帳" sheetId="3" r:id="rId1"/><sheet name="グラフ1" sheetId="5" r:id="rId7"/><sheet name="集計 旧" sheetId="4" state="hidden" r:id="rId2"/></sheets>' +
    '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">台帳!$A$2:$C$6</definedName>' +
    '<definedName name="_xlnm.Print_Area" localSheetId="0">台帳!$A$1:$D$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">台帳!$A:$A,台帳!$1:$2</definedName>' +
    '<definedName name="合計" localSheetId="2">\'集計 旧\'!$B$2</definedName><definedName name="旧表">\'集計 旧\'!$A$1:$B$4</definedName><definedName name="状況" comment="達成の欄">台帳!$C$3:$C$6</definedName></definedNames>' +
    '<calcPr calcId="191029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>',
  "xl/_rels/workbook.xml.rels": relationships([
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
    ["rId3", "styles", "styles.xml"],
    ["rId4", "sharedStrings", "sharedStrings.xml"],
    ["rId5", "calcChain", "calcChain.xml"],
    ["rId6", "customXml", "../customXml/item1.xml"],
    ["rId7", "chartsheet", "chartsheets/sheet1.xml"],
  ]),
  "xl/worksheets/sheet1.xml":
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet ${MAIN} ${R} xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
    '<sheetPr codeName="Sheet1" filterMode="1"><tabColor theme="4" tint="-0.25"/></sheetPr><dimension ref="A1:D6"/>' +
    '<sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C4" sqref="C4"/></sheetView></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="18.75"/><cols><col min="1" max="1" width="6.625" customWidth="1"/><col min="2" max="2" width="40" style="1" customWidth="1"/><col min="5" max="6" width="9" hidden="1" customWidth="1"/></cols>' +
    '<sheetData><row r="1" spans="1:4" ht="30" customHeight="1"><c r="A1" s="2" t="s"><v>0</v></c></row>' +
    '<row r="2" spans="1:4"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="1" t="s"><v>2</v></c><c r="C2" s="1" t="s"><v>3</v></c><c r="D2" t="s"><v>9</v></c></row>' +
    '<row r="3" spans="1:4"><c r="A3"><v>1</v></c><c r="B3" s="1" t="s"><v>4</v></c><c r="C3" t="s"><v>5</v></c><c r="D3" s="3"><v>44286</v></c></row>' +
    '<row r="4" spans="1:4" hidden="1"><c r="A4"><v>2</v></c><c r="B4" s="1" t="s"><v>6</v></c><c r="C4" t="s"><v>7</v></c><c r="D4" s="3"/></row>' +
    '<row r="5"><c r="A5"><v>3</v></c><c r="B5" s="1" t="s"><v>8</v></c><c r="C5" t="s"><v>5</v></c></row>' +
    '<row r="6"><c r="A6"><v>4</v></c><c r="C6" t="e"><v>#N/A</v></c></row></sheetData>' +
    '<sheetProtection sheet="1" objects="1" scenarios="1" password="CC1A"/><autoFilter ref="A2:C6"><filterColumn colId="2"><filters><filter val="達成"/></filters></filterColumn></autoFilter>' +
    '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><phoneticPr fontId="1"/>' +
    '<conditionalFormatting sqref="C3:C6 E3"><cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>$C3="未達成"</formula></cfRule><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FFFF0000"/></colorScale></cfRule></conditionalFormatting>' +
    '<dataValidations count="2"><dataValidation type="list" imeMode="off" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="状況" error="一覧から選ぶ" sqref="C3:C6"><formula1>"達成,未達成,中止"</formula1></dataValidation>' +
    '<dataValidation type="whole" operator="greaterThanOrEqual" showErrorMessage="1" sqref="A3:A6"><formula1>1</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="B3" r:id="rId5" tooltip="説明"/><hyperlink ref="B4" location="\'集計 旧\'!A1" display="旧"/></hyperlinks>' +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="80" orientation="landscape" firstPageNumber="5" useFirstPageNumber="1" r:id="rId1"/>' +
    '<headerFooter><oddHeader>&amp;L&amp;"游ゴシック,標準"計画&amp;R&amp;D</oddHeader><oddFooter>- &amp;P / &amp;N -</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks>' +
    '<drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId6"/></tableParts>' +
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="0"/></ext></extLst></worksheet>',
  "xl/worksheets/_rels/sheet1.xml.rels": relationships([
    ["rId1", "printerSettings", "../printerSettings/printerSettings1.bin"],
    ["rId2", "drawing", "../drawings/drawing1.xml"],
    ["rId3", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rId4", "comments", "../comments1.xml"],
    ["rId5", "hyperlink", "https://example.jp/?a=1&amp;b=2"],
    ["rId6", "table", "../tables/table1.xml"],
  ]),
  "xl/worksheets/sheet2.xml":
    `<worksheet ${MAIN} ${R}><sheetViews><sheetView showGridLines="0" showRowColHeaders="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c><c r="B1"><f>COUNTIF(台帳!C:C,A1)</f><v>2</v></c></row>' +
    '<row r="2"><c r="A2" t="s"><v>7</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">COUNTIF(台帳!$C$3:$C$6,A2)</f><v>1</v></c></row>' +
    '<row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row><row r="4"><c r="B4"><f t="shared" si="0"/><v>0</v></c></row></sheetData>' +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></worksheet>',
  "xl/worksheets/_rels/sheet2.xml.rels": relationships([["rId1", "drawing", "../drawings/drawing2.xml"]]),
  "xl/chartsheets/sheet1.xml": `<chartsheet ${MAIN} ${R}><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
  "xl/styles.xml":
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<styleSheet ${MAIN} xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">` +
    '<numFmts count="1"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
    '<fonts count="2" x14ac:knownFonts="1"><font><sz val="11"/><color theme="1"/><name val="游ゴシック"/><family val="2"/><charset val="128"/><scheme val="minor"/></font><font><b/><sz val="14"/><color rgb="FFFF0000"/><name val="ＭＳ Ｐゴシック"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.15"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color indexed="64"/></bottom><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>' +
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"><alignment horizontal="center" textRotation="255"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0"><protection locked="0"/></xf></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>' +
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2"/><extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}"/></extLst></styleSheet>',
  "xl/sharedStrings.xml":
    `<sst ${MAIN} count="12" uniqueCount="10"><si><t>計画の台帳</t></si><si><t>番号</t></si><si><t>個別事業</t></si><si><t>状況</t></si>` +
    '<si><r><t>健康</t></r><r><rPr><b/></rPr><t>まつり</t></r><rPh sb="0" eb="2"><t>ケンコウ</t></rPh><phoneticPr fontId="1"/></si><si><t>達成</t></si><si><t xml:space="preserve"> 図書館 </t></si><si><t>未達成</t></si><si><t>_x005F_x0041_&amp;</t></si><si><t>期日</t></si></sst>',
  "xl/calcChain.xml": `<calcChain ${MAIN}><c r="B1" i="4"/><c r="B2" i="4"/></calcChain>`,
  "xl/comments1.xml": `<comments ${MAIN}><authors><author>企画課</author></authors><commentList><comment ref="C3" authorId="0"><text><t>確認済み</t></text></comment></commentList></comments>`,
  "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
  "xl/tables/table1.xml": `<table ${MAIN} id="7" name="台帳表" displayName="台帳表" ref="A2:C6" totalsRowShown="0"><autoFilter ref="A2:C6"/><tableColumns count="3"><tableColumn id="1" name="番号"/><tableColumn id="2" name="個別事業"/><tableColumn id="3" name="状況"/></tableColumns><tableStyleInfo name="TableStyleLight9" showRowStripes="1"/></table>`,
  "xl/drawings/drawing1.xml":
    `<xdr:wsDr ${XDR} ${A}><xdr:oneCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="127000" cy="127000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="市章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip ${R} r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>` +
    chartAnchor("円", 3, "rId1") +
    "</xdr:wsDr>",
  "xl/drawings/_rels/drawing1.xml.rels": relationships([
    ["rId1", "chart", "../charts/chart1.xml"],
    ["rId2", "image", "../media/image1.png"],
  ]),
  "xl/drawings/drawing2.xml": `<xdr:wsDr ${XDR} ${A}>${chartAnchor("旧グラフ", 2, "rId1")}</xdr:wsDr>`,
  "xl/drawings/_rels/drawing2.xml.rels": relationships([["rId1", "chart", "../charts/chart2.xml"]]),
  "xl/charts/chart1.xml":
    `<c:chartSpace ${C} ${A} ${R}><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="ja-JP" sz="1400" b="1"><a:solidFill><a:srgbClr val="333333"/></a:solidFill><a:ea typeface="メイリオ"/></a:rPr><a:t>状況の</a:t></a:r><a:r><a:t>割合</a:t></a:r></a:p></c:rich></c:tx></c:title>` +
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>\'集計 旧\'!$A$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>達成</c:v></c:pt></c:strCache></c:strRef></c:tx>' +
    '<c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="0;;;" sourceLinked="0"/><c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/></c:dLbls>' +
    '<c:cat><c:strRef><c:f>\'集計 旧\'!$A$1:$A$2</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>\'集計 旧\'!$B$1:$B$2</c:f></c:numRef></c:val></c:ser><c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>' +
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="10"/></c:scaling><c:delete val="1"/><c:majorGridlines/><c:crossAx val="1"/></c:valAx></c:plotArea>' +
    '<c:legend><c:legendPos val="b"/></c:legend></c:chart></c:chartSpace>',
  "xl/charts/chart2.xml": `<c:chartSpace ${C}><c:chart><c:plotArea><c:pieChart/></c:plotArea></c:chart></c:chartSpace>`,
  "xl/media/image1.png": "not really an image",
  "xl/printerSettings/printerSettings1.bin": "\u0001\u0002printer",
  "customXml/item1.xml": "<plan><year>令和3</year></plan>",
  "customXml/_rels/item1.xml.rels": relationships([["rId1", "customXmlProps", "itemProps1.xml"]]),
  "customXml/itemProps1.xml":
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1}"/>',
  "docProps/core.xml":
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>総合計画</dc:title><dc:creator>企画課</dc:creator></cp:coreProperties>',
  "docProps/custom.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{1}" pid="2" name="年度"><vt:i4>2021</vt:i4></property><property fmtid="{1}" pid="3" name="確定"><vt:bool>true</vt:bool></property></Properties>',
});

function chartAnchor(name: string, id: number, relationship: string): string {
  return (
    "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>12700</xdr:rowOff></xdr:from><xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>" +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart ${C} ${R} r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

/** The rich workbook as a file. */
export function richWorkbook(more: Parts = {}): Uint8Array {
  return pack({ ...RICH_PARTS, ...more });
}
