import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorisationPage, PAGE } from './support/authorisation-page.js';

/** Without what only pads the columns of a table. */
const words = (page: string): string[] =>
  page.split('\n').map((line) =>
    line
      .replace(/ *\| */g, '|')
      .replace(/-{3,}/g, '---')
      .trimEnd(),
  );

describe('the page of who may do what', () => {
  it('says what the authorisation table says', () => {
    const written = readFileSync(join(import.meta.dirname, '..', PAGE), 'utf8');
    expect(words(written)).toEqual(words(authorisationPage()));
  });
});
