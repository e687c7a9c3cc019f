import { ID_FORMATS } from '../reference/id-formats.js';
import { because, type RuleResult } from './result.js';

export interface VatTinInput {
  readonly tin?: string;
  /** The taxpayer class the firm declares. */
  readonly sizeClass?: 'large' | 'medium' | 'small';
}

const STRICT = new RegExp(ID_FORMATS.VAT_TIN.pattern);
const LENIENT = new RegExp(ID_FORMATS.VAT_TIN.lenientPattern);
/** First letter of the number by taxpayer class; none is certain for small taxpayers. */
const LETTERS = { large: 'L', medium: 'K' } as const;

/**
 * Form of a VAT taxpayer number (General Department of Taxation): L or K, three digits, hyphen, nine digits. There is
 * no public check digit. Other letters and ten digits are seen, so they only warn; a letter that differs from the
 * declared class is a note.
 */
export function checkVatTin({ tin, sizeClass }: VatTinInput): RuleResult {
  const value = (tin ?? '').trim();
  if (value === '') return { verdict: 'FAIL', explanation: [because('tin-missing')] };
  if (!STRICT.test(value)) {
    return LENIENT.test(value)
      ? { verdict: 'WARN', explanation: [because('unusual-form')] }
      : { verdict: 'FAIL', explanation: [because('not-a-vat-tin')] };
  }
  const letter = value.charAt(0);
  const expected = sizeClass && sizeClass !== 'small' ? LETTERS[sizeClass] : undefined;
  const differs = expected !== undefined && expected !== letter;
  const note = differs ? [because('size-class-differs', { letter, declared: sizeClass ?? '' })] : [];
  return { verdict: 'PASS', explanation: [because('usual-form', { letter }), ...note] };
}
