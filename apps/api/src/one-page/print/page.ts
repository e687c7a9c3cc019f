import { renderSVG } from 'uqr';
import type { OnePageView } from '#contracts';
import { onePageText, sayDay, sayTime } from '#wording';
import { escaped } from '../../http/html.js';
import { certificatesPart, goodsPart, originPart, ownersPart, whoPart } from './application.js';
import { checksPart, findingsPart, scorePart } from './assessment.js';
import { facts, sign, type Printed } from './blocks.js';
import { decisionPart, historyPart, pilotsPart } from './deals.js';
import { pageStyle } from './style.js';
import { pageWords } from './words.js';

/** What the page says first: whose it is, how it stands, until when, and where anybody can check that. */
function head({ page, words }: Printed): string {
  const { supplier, site, caseNumber, grade, suspension } = page;
  const stands = suspension ? 'suspended' : page.substate === 'conditional' ? 'conditional' : page.stage;
  const counts = page.stage === 'qualified' && !suspension;
  const valid = facts([
    [
      words.text('label.stage'),
      `${sign(counts ? 'clear' : suspension ? 'stop' : 'open')}${words.text(`stage.${stands}`)}`,
    ],
    [words.text('label.validFrom'), words.day(page.validFrom)],
    [words.text('label.validTo'), words.day(page.validUntil)],
    [words.text('label.case'), words.plain(caseNumber)],
  ]);
  const where = [site.name, page.place?.address].filter((one) => typeof one === 'string').join(' · ');
  return `<header><div><p class="sub">${words.text('title')}</p><h1>${words.plain(supplier.name)}</h1>
<p class="sub">${words.plain(where)}</p>${valid}</div>
<div class="grade">${words.text('label.grade')}<strong>${words.plain(grade)}</strong></div>
<div class="qr">${renderSVG(page.checkAddress, { border: 0 })}<p class="small">${words.text('check')}<br>${words.plain(page.checkAddress)}</p></div></header>`;
}

/** What the reader should know of the page itself. */
function notes({ page, words }: Printed): string {
  const draft = page.language === 'en' ? '' : ` ${words.text('draft')}`;
  return `<p class="note" role="note">${words.text(`readAs.${page.readAs}`)}${draft}</p>`;
}

/**
 * One page as HTML to print: the same page gives the same text. Every text is escaped, whoever wrote it; nothing is loaded.
 * @param fontFaces style that brings the fonts with it
 */
export function onePageHtml(page: OnePageView, fontFaces = ''): string {
  const words = pageWords(page.language);
  const printed: Printed = { page, words };
  const { language, asOf } = page;
  const foot = onePageText('foot', language, {
    caseNumber: page.caseNumber,
    date: sayDay(asOf, language),
    time: sayTime(asOf, language),
  });
  const parts = [
    ...[whoPart, goodsPart, scorePart, checksPart, ownersPart, certificatesPart],
    ...[findingsPart, pilotsPart, originPart, decisionPart, historyPart],
  ];
  const title = `${page.supplier.name} · ${page.caseNumber}`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<style>${fontFaces}${pageStyle(language, foot)}</style></head><body>`,
    head(printed),
    notes(printed),
    `<main>${parts.map((make) => make(printed)).join('\n')}</main>`,
    '</body></html>',
  ].join('\n');
}
