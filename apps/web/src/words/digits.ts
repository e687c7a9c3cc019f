const KHMER_ZERO = 0x17e0;
const WIDE_ZERO = 0xff10;

/** Text with Khmer and full-width digits as the digits that everybody reads; all else as it was typed. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u17e0-\u17e9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= WIDE_ZERO ? WIDE_ZERO : KHMER_ZERO));
  });

/** A number as somebody typed it, with digits of any of our languages and with or without commas; undefined when it is none. */
export function numberTyped(text: string): number | undefined {
  const plain = latinDigits(text).replaceAll(/[\s,]/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
