import { COLORS } from "../../report/theme";

/** The page's only style: black ink, grey rules and one accent, as on paper; it prints on A4. */
export const STYLE = `
:root{--ink:${COLORS.ink};--quiet:${COLORS.quiet};--rule:${COLORS.rule};--accent:${COLORS.accent};--header:${COLORS.header}}
*{box-sizing:border-box}
html{font-size:100%;scroll-behavior:auto}
body{margin:0;color:var(--ink);background:#fff;font-family:"游明朝","Yu Mincho",YuMincho,"Hiragino Mincho ProN","Noto Serif CJK JP",serif;line-height:1.8;line-break:strict;overflow-wrap:anywhere}
header,nav,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4,h5,table,figcaption,nav,.notes,.unit,.skip,footer,.status{font-family:"游ゴシック","Yu Gothic",YuGothic,"Hiragino Sans","Noto Sans CJK JP",sans-serif}
h1,h2,h3{color:var(--accent);line-height:1.4;text-wrap:pretty}
h1{font-size:1.75rem;margin:3rem 0 1rem}
h2{font-size:1.375rem;margin:4rem 0 1rem;padding-bottom:.375rem;border-bottom:2px solid var(--accent)}
h3{font-size:1.125rem;margin:2.5rem 0 .5rem}
h4,h5{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:0;text-align:justify}
main p.text{text-indent:1em}
.about{color:var(--quiet);margin:0}
.notice{border:1px solid var(--rule);padding:.5rem .75rem;margin:1rem 0}
.missing{background:${COLORS.missing}}
.contradicted{background:${COLORS.contradicted}}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.25rem .5rem}
nav{margin-top:2rem}
nav h2{font-size:1.125rem;margin:0 0 .5rem;border:0;padding:0}
nav ol{list-style:none;margin:0;padding:0;font-size:.9375rem}
nav ol ol{padding-left:1.5em}
ul.text{margin:0;padding-left:1em;list-style:"・"}
dl.label{display:grid;grid-template-columns:1.5em 1fr;margin:0;padding-left:1em}
dl.label dt,dl.label dd{margin:0}
ul.tree{list-style:none;margin:0;padding:0}
.tree li{display:flex;align-items:baseline}
.tree .name{padding-left:2em;text-indent:-2em}
.tree .deep{padding-left:3em;text-indent:0}
.tree .leader{flex:1;border-bottom:1px dotted var(--rule);margin:0 .375em;min-width:1em}
.tree .status{font-size:.9375rem;white-space:nowrap}
.scroll{overflow-x:auto;margin:1.5rem 0 0}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5;border-bottom:1px solid var(--accent);font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;padding:0 0 .25rem}
caption .unit{float:right;font-weight:normal;color:var(--quiet);font-size:.8125rem}
thead th{background:var(--header);border-top:1px solid var(--accent);border-bottom:1px solid var(--rule);text-align:center;font-weight:bold}
th,td{padding:.25rem .5rem;vertical-align:top}
tbody th{text-align:left;font-weight:normal}
tbody tr+tr>*{border-top:1px solid #d4d4d4}
th.count,th.rate,th.status{width:5rem}
td.count,td.rate{text-align:right;white-space:nowrap}
td.status{text-align:center;white-space:nowrap}
tr.total>*{font-weight:bold;border-top:1px solid var(--accent)!important}
.notes{font-size:.8125rem;line-height:1.6;color:var(--quiet);margin:.375rem 0 0;padding:0;list-style:none}
figure{margin:1.75rem 0}
figure svg{width:100%;height:auto;display:block}
figcaption{font-size:.875rem;font-weight:bold;text-align:center;margin-top:.5rem}
footer{margin-top:4rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--rule);font-size:.875rem}
footer h2{font-size:1rem;margin:0 0 .25rem;border:0;padding:0}
footer ul{margin:0 0 1.5rem;padding-left:1.25em}
@media print{@page{size:A4;margin:25mm 22mm}body{font-size:10.5pt}nav,.skip{display:none}header,main,footer{max-width:none;padding:0}h2{break-before:page;margin-top:0}h3,h4,h5,caption,.unit{break-after:avoid}tr,figure{break-inside:avoid}.scroll{overflow:visible}a{color:inherit;text-decoration:none}}
`;
