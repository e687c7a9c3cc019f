import { describe, expect, it } from '@jest/globals';
import { latinDigits, numberTyped } from './digits.js';

describe('digits', () => {
  it('of Khmer and Chinese keyboards are read as numbers', () => {
    expect(latinDigits('០១២៣៤៥៦៧៨៩ ០១២/２０２６')).toBe('0123456789 012/2026');
    expect(numberTyped('១២,៥០០')).toBe(12_500);
    expect(numberTyped('-៣.៥')).toBe(-3.5);
  });

  it('are no number with anything else among them', () => {
    for (const text of ['', 'ច្រើន', '12 kg', '1.2.3', '--1']) expect(numberTyped(text)).toBeUndefined();
  });
});
