import { createHash } from 'node:crypto';
import type { LetterView } from '#contracts';
import { sayDay, sayFrame } from '#wording';
import { escaped } from '../http/html.js';

const STYLE =
  'body{font-family:"Noto Serif","Noto Serif Khmer","Khmer OS","Noto Serif CJK SC",serif;max-width:42em;margin:2em auto;padding:0 1em;' +
  'line-height:1.6}h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.4em}@page{margin:2cm}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing is loaded and nothing runs; of styles only the one that stands in the page. */
export const LETTER_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join(';');

/** The letter as a page to print: every text is escaped, whoever wrote it. */
export function letterPage(letter: LetterView): string {
  const { language, supplier, site, seq, decidedAt, signedBy, fourEyes } = letter;
  const heading = (code: string): string => escaped(sayFrame(code, language));
  const list = (code: 'reasons' | 'restsOn' | 'next'): string =>
    letter[code].length === 0
      ? ''
      : `<h2>${heading(code)}</h2><ul>${letter[code].map(({ text }) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
  const signed = [...new Set(signedBy.map(({ text }) => text))].join(', ');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(letter.title)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escaped(letter.title)}</h1>`,
    ...(letter.draftTranslation ? [`<p role="note">${heading('draft')}</p>`] : []),
    `<p>${heading('to')}: ${escaped([supplier.name, ...(site ? [site] : [])].join(', '))}<br>`,
    `${heading('on')}: <time datetime="${escaped(decidedAt)}">${escaped(sayDay(decidedAt, language))}</time><br>`,
    `${heading('entry')}: ${seq}</p>`,
    `<h2>${heading('decision')}</h2>${letter.decisions.map(({ text }) => `<p>${escaped(text)}</p>`).join('')}`,
    list('reasons'),
    list('restsOn'),
    list('next'),
    `<h2>${heading('signed')}</h2><p>${escaped(signed)}${fourEyes ? `<br>${heading('fourEyes')}` : ''}</p>`,
    '</body></html>',
  ].join('\n');
}
