import type { OnePageView } from '#contracts';
import type { PageWords } from './words.js';

/** A page and the words that it is told in. */
export interface Printed {
  readonly page: OnePageView;
  readonly words: PageWords;
}

/**
 * A part of the page under its heading. Everything given here is ready to stand in a page.
 * @param kind over both columns when it is `wide`; `long` ones may go on overleaf
 */
export const part = (heading: string, body: string, kind: '' | 'wide' | 'wide long' = ''): string =>
  `<section class="${kind}"><h2>${heading}</h2>${body}</section>`;

/** Names with what they are, one below the other; those without a value are left out. */
export const facts = (rows: readonly (readonly [label: string, value: string])[]): string =>
  `<dl>${rows.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('')}</dl>`;

export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string => {
  const cell = (tag: string, text: string, i: number): string =>
    `<${tag}${numbers.includes(i) ? ' class="n"' : ''}>${text}</${tag}>`;
  const line = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((text, i) => cell(tag, text, i)).join('')}</tr>`;
  return `<table><thead>${line('th', heads)}</thead><tbody>${rows.map((row) => line('td', row)).join('')}</tbody></table>`;
};

/**
 * What stands in place of a part that there is nothing of.
 * @param sections what it is made of: where one was not opened, that is said
 * @param otherwise why else there is nothing
 */
export const missing = (
  { page, words }: Printed,
  sections: OnePageView['notOpened'],
  otherwise: 'nothing' | 'notTold' = 'nothing',
): string => {
  const closed = sections.some((section) => page.notOpened.includes(section));
  return `<p class="none">${words.text(closed ? 'none.notOpened' : `none.${otherwise}`)}</p>`;
};

const SHAPES = {
  clear: '<circle cx="8" cy="8" r="7"/><path class="in" d="M4.5 8.2 7 10.6l4.5-5"/>',
  attention: '<path d="M8 1.5 15.2 14.5H.8z"/><path class="in" d="M8 6v4M8 11.8v.9"/>',
  stop: '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="in" d="m5.5 5.5 5 5m0-5-5 5"/>',
  open: '<circle class="hollow" cx="8" cy="8" r="6.2"/>',
} as const;
export type Shape = keyof typeof SHAPES;
/** A sign beside a word that says the same. */
export const sign = (shape: Shape): string =>
  `<svg class="sign ${shape}" viewBox="0 0 16 16" aria-hidden="true">${SHAPES[shape]}</svg>`;
