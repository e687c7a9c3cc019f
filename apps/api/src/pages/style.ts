/**
 * The one stylesheet of the public pages. Fonts are the reader's own: nothing is loaded for them. Colours are the second
 * signal, after words; each is readable (WCAG 2.2, AA) on what it stands on, in light and in dark.
 */
export const STYLE = `
:root{color-scheme:light dark;--ground:#faf8f5;--surface:#fff;--text:#1f2624;--quiet:#55605c;--line:#8b948f;--soft:#e2ddd5;
--accent:#0b5f5a;--on-accent:#fff;--good:#1d6b34;--attention:#8a5300;--stop:#a3231b}
@media (prefers-color-scheme:dark){:root{--ground:#151a19;--surface:#1e2524;--text:#eceae6;--quiet:#b0b8b5;--line:#7d8885;
--soft:#36403d;--accent:#7bd3c8;--on-accent:#06201e;--good:#7fd69a;--attention:#f0b65c;--stop:#ff9d92}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.6 system-ui,"Noto Sans","Noto Sans Khmer","Khmer OS Siemreap",
"Khmer UI","Leelawadee UI","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:break-word}
:lang(km){line-height:1.8}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 1rem;padding-top:.5rem}
header nav{display:flex;margin-right:-.5rem}
a{color:var(--accent);text-underline-offset:.2em}
.brand{font-weight:700;font-size:1.25rem;text-decoration:none;padding:.5rem 0}
header nav a{display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem;justify-content:center;padding:0 .5rem}
header nav a[aria-current]{color:var(--text);font-weight:700;text-decoration:none}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--surface);padding:.5rem 1rem}
main{padding-bottom:2rem}
main:focus{outline:none}
h1{font-size:1.75rem;line-height:1.3;margin:1rem 0}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem}
h1:lang(km),h2:lang(km){line-height:1.6}
p,ul,ol{margin:.5rem 0 1rem}
li{margin:.25rem 0}
.lead{font-size:1.125rem}
.whole{white-space:nowrap}
.quiet{color:var(--quiet)}
.card{background:var(--surface);border:1px solid var(--soft);border-radius:6px;padding:1rem;margin:1rem 0}
.card>:first-child{margin-top:0}.card>:last-child{margin-bottom:0}
p>a:only-child:not(.button),.row a:not(.button){display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem}
form{margin:1rem 0}
label{display:block;font-weight:600}
.hint{color:var(--quiet);margin:0 0 .25rem}
.error{color:var(--stop);font-weight:600;margin:.25rem 0}
input{display:block;width:100%;max-width:24rem;min-height:2.75rem;margin:.25rem 0 1rem;padding:.5rem .75rem;font:inherit;
color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:6px}
input[aria-invalid]{border:2px solid var(--stop)}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;
font-weight:600;line-height:1.4;color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:6px;
text-decoration:none;cursor:pointer}
.second{color:var(--accent);background:transparent}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.row form{margin:0}
:focus-visible{outline:3px solid var(--attention);outline-offset:2px}
.standing{border-left:.5rem solid var(--line)}
.standing p:first-child{font-size:1.25rem;font-weight:700;display:flex;gap:.5rem;align-items:center}
.standing svg{width:1.5rem;height:1.5rem;flex:none}
.valid{border-left-color:var(--good)}.valid svg{color:var(--good)}
.conditional{border-left-color:var(--attention)}.conditional svg{color:var(--attention)}
.suspended,.ended{border-left-color:var(--stop)}.suspended svg,.ended svg{color:var(--stop)}
dl{margin:1rem 0;display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.5rem 1rem}
dt{color:var(--quiet)}dd{margin:0;font-weight:600}
dd ul{margin:0;padding:0;list-style:none}
ol.steps{padding-left:1.5rem}
ol.steps li{margin:.75rem 0}
ol.steps strong{display:block}
.qr svg{display:block;width:14rem;max-width:100%;height:auto;background:#fff;border-radius:6px}
.codes{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:1.125rem}
ul.codes{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.25rem 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:start;font-weight:600}
thead th,td{text-align:end}
tbody th{text-align:start;font-weight:400}
th,td{padding:.375rem .5rem;border-bottom:1px solid var(--soft);vertical-align:bottom}
summary{min-height:2.75rem;padding:.5rem 0;cursor:pointer}
footer{border-top:1px solid var(--soft);color:var(--quiet);padding-top:.5rem;padding-bottom:2rem}
footer nav{display:flex;flex-wrap:wrap;gap:0 1.25rem}
footer nav a{display:inline-flex;align-items:center;min-height:2.75rem;min-width:2.75rem}
@media (max-width:24rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.75rem}}
@media print{header nav,footer nav,.skip,form{display:none}}
`;
