/*
 * Radical → ideograph pairs of the block CJK Radicals Supplement (U+2E80–2EF3), which no normalisation form resolves.
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt. Text copied from a PDF is full of them (⻄暦, ⻑寿).
 */
const SUPPLEMENT = [
  "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母",
  "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑",
  "⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风",
  "⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟",
];

/* Kangxi radicals whose compatibility form is the old shape, although Japanese PDFs mean the modern one. */
const MODERN_SHAPES = ["⼾戸⿆麦⿈黄⿊黒"];

const IDEOGRAPHS = new Map<string, string>();
for (const pairs of [...SUPPLEMENT, ...MODERN_SHAPES]) {
  const characters = Array.from(pairs);
  for (let at = 0; at + 1 < characters.length; at += 2) {
    IDEOGRAPHS.set(characters[at] ?? "", characters[at + 1] ?? "");
  }
}

const RADICALS = /[\u2E80-\u2EF3\u2F3E\u2FC6\u2FC8\u2FCA]/g;

/** The text with radicals replaced by the ideographs they stand for; the other Kangxi radicals are left to NFKC. */
export function resolveRadicals(text: string): string {
  return text.replace(RADICALS, (radical) => IDEOGRAPHS.get(radical) ?? radical);
}
