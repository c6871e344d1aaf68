/**
 * The style of the page. Words have 4.5 : 1 against their ground or more in both schemes, lines and dots 3 : 1; series
 * differ by shape or dash as well as by colour.
 */
export const pageStyle = `
:root{--ground:#fcfbf8;--panel:#f3f1ea;--ink:#1c1b18;--soft:#5d5a52;--rule:#d9d5ca;--link:#1c55a8;
--good:#1a6b34;--warning:#7d5200;--alarm:#b3201a;--measured:#1c63c4;--limit:#b0520a;--expected:#1c63c426}
@media (prefers-color-scheme:dark){:root{--ground:#161718;--panel:#222426;--ink:#ebe8e1;--soft:#a9a69e;--rule:#3b3d40;
--link:#8ab8ff;--good:#73d18f;--warning:#f0c058;--alarm:#ff8f85;--measured:#74adff;--limit:#f2a34e;--expected:#74adff33}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:76rem;background:var(--ground);color:var(--ink);
font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 .25rem}h2{font-size:1.3rem;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:0}header p{margin:0;color:var(--soft)}a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.75rem 0 0;padding:0;list-style:none}
nav a{display:inline-block;padding:.25rem 0}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;margin:0}
dl div{background:var(--panel);border-radius:.5rem;padding:.6rem .8rem}dt{color:var(--soft);font-size:.85rem}
dd{margin:0;font-size:1.1rem;font-weight:600}
.dim{color:var(--soft)}.good{color:var(--good)}.warning{color:var(--warning)}.alarm{color:var(--alarm);font-weight:600}
.findings{padding-left:1.6rem;margin:0}.findings li{padding-left:.2rem;margin:.3rem 0;color:var(--ink);font-weight:400}
.findings li.alarm::marker{content:"\\25B2  ";color:var(--alarm)}.findings li.warning::marker{content:"\\25B3  ";color:var(--warning)}
.scroll{overflow-x:auto;margin:1rem 0}.scroll:focus-visible{outline:2px solid var(--link)}
table{border-collapse:collapse;min-width:min(100%,56rem)}caption{text-align:left;color:var(--soft);padding-bottom:.3rem}
th,td{padding:.3rem .75rem .3rem 0;text-align:left;border-bottom:1px solid var(--rule);white-space:nowrap}
th{color:var(--soft);font-weight:400;font-size:.85rem;vertical-align:bottom}.right{text-align:right}
tr.marked td:first-child{box-shadow:inset 3px 0 var(--warning)}tbody td:first-child{padding-left:.6rem}
.charts{display:grid;gap:1.5rem;margin:1rem 0}.charts.many{grid-template-columns:repeat(auto-fill,minmax(18rem,1fr))}
figure{margin:0}figcaption{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;margin-bottom:.25rem}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:0;padding:0;list-style:none;font-size:.85rem;color:var(--soft)}
.key{display:inline-block;margin-right:.4rem;vertical-align:middle}
.key.line,.key.steps{width:1.4rem;border-top:2px solid var(--measured)}.key.limit{border-top:3px dashed var(--limit)}
.key.band{width:1.4rem;height:.8rem;background:var(--expected)}
.key.dots{width:.5rem;height:.5rem;border-radius:50%;background:var(--measured)}
.key.over,.key.doubted{border-radius:0;background:var(--alarm)}
.plot{display:grid;grid-template-columns:3rem 1fr;grid-template-rows:1.4rem 15rem 1.5rem 1.3rem;font-size:.8rem;color:var(--soft)}
.small .plot{grid-template-rows:1.4rem 8rem 1.5rem 1.3rem}
.plot p{margin:0}.unit{grid-column:1;text-align:right;padding-right:.5rem;white-space:nowrap}.along{grid-area:4/2;text-align:right}
.ys{grid-area:2/1;position:relative}.ys span{position:absolute;right:.5rem;transform:translateY(-50%)}
.xs{grid-area:3/2;position:relative}.xs span{position:absolute;top:.2rem;transform:translateX(-50%)}
svg{grid-area:2/2;width:100%;height:100%;overflow:visible;display:block}
svg path{vector-effect:non-scaling-stroke;fill:none}.grid{stroke:var(--rule);stroke-width:1}
svg .line{stroke:var(--measured);stroke-width:1.5;stroke-linejoin:round}svg .line.limit{stroke:var(--limit);stroke-width:3;stroke-dasharray:7 4}
svg .band{fill:var(--expected)}svg .dot{stroke:var(--measured);stroke-width:6;stroke-linecap:round}
svg .dot.over,svg .dot.doubted{stroke:var(--alarm);stroke-width:8;stroke-linecap:square}
@media (max-width:40rem){.xs .odd{display:none}.plot,.small .plot{grid-template-columns:2.6rem 1fr}h1{font-size:1.4rem}dl{grid-template-columns:1fr 1fr}}
@media print{:root{--ground:#fff;--panel:#fff;--ink:#000;--soft:#444;--rule:#bbb;--link:#000;--good:#1a6b34;--warning:#7d5200;
--alarm:#b3201a;--measured:#1c63c4;--limit:#b0520a;--expected:#1c63c426}
body{padding:0;font-size:9.5pt;max-width:none;print-color-adjust:exact}nav{display:none}figure,dl div,tr{break-inside:avoid}
h2,h3,caption,thead{break-after:avoid}h2{margin-top:1.5rem}thead{display:table-header-group}.short,.findings li{break-inside:avoid}
tbody tr:nth-child(-n+3),tbody tr:last-child{break-before:avoid}th,td{padding-top:.08rem;padding-bottom:.08rem}@page{margin:14mm}
dl div{border:1px solid var(--rule)}.scroll{overflow:visible}
.plot{grid-template-rows:1.4rem 11rem 1.5rem 1.3rem}.charts.many{grid-template-columns:1fr 1fr}}
`;
