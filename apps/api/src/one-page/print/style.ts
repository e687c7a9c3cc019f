import type { Language } from '#wording';

const FONTS = '"Noto Sans","Noto Sans Khmer",sans-serif';
/** Khmer stacks signs above and below its letters: it needs more room between lines than Latin. */
const LINE_HEIGHT: Readonly<Record<Language, number>> = { en: 1.5, km: 1.7, zh: 1.55 };
const COUNTER: Readonly<Record<Language, string>> = { en: 'decimal', km: 'khmer', zh: 'decimal' };

/** A4 with the number of each page below it, and whose page it is. @param foot plain text */
export const pageStyle = (language: Language, foot: string): string => `
@page { size: A4; margin: 12mm 13mm 15mm;
  @bottom-left { content: ${JSON.stringify(foot)}; white-space: nowrap; font: 400 7.5pt ${FONTS}; color: #555; }
  @bottom-right { content: counter(page, ${COUNTER[language]}) " / " counter(pages, ${COUNTER[language]}); font: 400 7.5pt ${FONTS}; color: #555; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { font: 400 8.5pt/${LINE_HEIGHT[language]} ${FONTS}; color: #1d2426; font-variant-numeric: tabular-nums; }
header { display: grid; grid-template-columns: 1fr auto 36mm; gap: 5mm; align-items: start; border-bottom: 1.5pt solid #0b5d5e; padding-bottom: 3mm; }
h1 { font-size: 16pt; line-height: ${LINE_HEIGHT[language] - 0.1}; }
h2 { font-size: 10pt; color: #0b5d5e; border-bottom: .5pt solid #b9c4c4; margin-bottom: 1.2mm; break-after: avoid; }
h3 { font-size: 8.5pt; margin-top: 1.5mm; break-after: avoid; }
.sub { color: #444; }
.small { font-size: 7.5pt; color: #555; }
.note { border: .5pt solid #b9c4c4; padding: 1mm 2mm; margin-top: 2mm; font-size: 7.5pt; }
.grade { text-align: center; border: 1pt solid #0b5d5e; padding: 1mm 4mm; min-width: 26mm; }
.grade strong { display: block; font-size: 20pt; line-height: 1.2; color: #0b5d5e; }
.qr svg { width: 22mm; height: 22mm; display: block; }
.qr p { overflow-wrap: anywhere; line-height: 1.35; margin-top: 1mm; }
main { display: grid; grid-template-columns: 1fr 1fr; gap: 2.4mm 6mm; margin-top: 2.4mm; align-items: start; }
section { min-width: 0; break-inside: avoid; }
section.wide { grid-column: 1 / -1; }
section.long { break-inside: auto; }
dl div { display: grid; grid-template-columns: 38% 1fr; gap: 2mm; }
section.wide dl { display: grid; grid-template-columns: repeat(3, 1fr); column-gap: 6mm; }
section.wide dl div { grid-template-columns: 46% 1fr; }
dt { color: #555; }
dd { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin-top: .8mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; font-weight: 700; font-size: 7.5pt; color: #444; vertical-align: bottom; }
th, td { padding: .5mm 1.2mm .5mm 0; border-bottom: .3pt solid #dde3e3; }
td { vertical-align: top; }
.n { text-align: right; padding-right: 3.5mm; }
td.n { white-space: nowrap; }
.none { color: #555; }
.order { break-inside: avoid; }
.bar { position: relative; width: 20mm; height: 2.4mm; margin-top: .12em; background: #e6ebeb; top: .45em; }
.bar i { position: absolute; inset: 0 auto 0 0; background: #0b5d5e; }
.bar b { position: absolute; top: -.7mm; bottom: -.7mm; width: .5mm; background: #1d2426; }
.sign { width: 2.9mm; height: 2.9mm; margin-right: 1mm; vertical-align: -.4mm; }
.sign .in { fill: none; stroke: #fff; stroke-width: 1.8; }
.sign .hollow { fill: none; stroke: #5b6669; stroke-width: 1.6; }
.clear { fill: #1b7a3d; } .attention { fill: #a96a00; } .stop { fill: #b3261e; }
.history { list-style: none; columns: 3; column-gap: 6mm; }
.history li { break-inside: avoid; }
.history time { color: #555; }
`;
