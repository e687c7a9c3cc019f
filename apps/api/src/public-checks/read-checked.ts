import { foldKhmer } from '#domain';
import { readLetters } from '#platform';
import type { Checked } from '#persistence';

const NUMBER = /^SQ(\d{4})(\d{1,9})$/;
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** What somebody typed or scanned, as number, code or both: with or without dashes, capitals and leading zeros, in Khmer digits too. */
export function readChecked(typed: string): Checked {
  const text = foldKhmer(typed);
  const [, year, rest] = NUMBER.exec(text.toUpperCase().replace(/[^0-9A-Z]/g, '')) ?? [];
  const code = readLetters(text);
  return {
    number: rest === undefined ? null : `SQ-${year}-${rest.padStart(9, '0')}`,
    code: CODE.test(code) ? code : null,
  };
}
