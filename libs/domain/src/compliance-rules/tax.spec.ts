import { describe, expect, it } from '@jest/globals';
import { checkPatentTax } from './patent-tax.js';
import { checkVatTin } from './vat-tin.js';

const codes = (result: { readonly explanation: readonly { readonly code: string }[] }) =>
  result.explanation.map((e) => e.code);

describe('a VAT taxpayer number', () => {
  it.each(['L001-123456789', 'K001-123456789', ' K123-000000001 '])('passes in its usual form: %p', (tin) => {
    expect(checkVatTin({ tin })).toMatchObject({ verdict: 'PASS', explanation: [{ code: 'usual-form' }] });
  });

  it.each(['E001-1234567890', 'B001-123456789', 'L001-1234567890'])('warns of an unusual form: %p', (tin) => {
    expect(checkVatTin({ tin })).toEqual({
      verdict: 'WARN',
      explanation: [{ code: 'unusual-form', params: {} }],
    });
  });

  it.each([
    '001-123456789',
    'L001123456789',
    'l001-123456789',
    'L001-12345678',
    'xL001-123456789',
    'L001-123456789x',
  ])('fails in any other form: %p', (tin) => {
    expect(checkVatTin({ tin })).toMatchObject({ verdict: 'FAIL', explanation: [{ code: 'not-a-vat-tin' }] });
  });

  it('fails when it is missing', () => {
    expect(codes(checkVatTin({}))).toEqual(['tin-missing']);
    expect(checkVatTin({ tin: '  ' })).toMatchObject({ verdict: 'FAIL' });
  });

  it('notes a letter that differs from the declared taxpayer class', () => {
    const result = checkVatTin({ tin: 'L001-123456789', sizeClass: 'medium' });
    expect(result.verdict).toBe('PASS');
    expect(result.explanation[1]).toEqual({
      code: 'size-class-differs',
      params: { letter: 'L', declared: 'medium' },
    });
    expect(codes(checkVatTin({ tin: 'K001-123456789', sizeClass: 'medium' }))).toEqual(['usual-form']);
    expect(codes(checkVatTin({ tin: 'K001-123456789', sizeClass: 'small' }))).toEqual(['usual-form']);
  });
});

describe('a patent tax certificate', () => {
  it('passes in its calendar year and expires with it', () => {
    const result = checkPatentTax({ year: 2026, at: '2026-11-22T03:00:00.000Z' });
    expect(result).toMatchObject({ verdict: 'PASS', expiresAt: '2026-12-31T16:59:59.999Z' });
  });

  it('belongs to the year it is in Phnom Penh, not in London', () => {
    const at = '2026-12-31T17:00:00.000Z';
    expect(checkPatentTax({ year: 2027, at })).toMatchObject({ verdict: 'PASS' });
    expect(checkPatentTax({ year: 2026, at })).toMatchObject({ verdict: 'WARN' });
  });

  it('of last year is accepted with a warning until 31 March', () => {
    const last = checkPatentTax({ year: 2025, at: '2026-03-31T16:59:59.999Z' });
    expect(last).toMatchObject({ verdict: 'WARN', expiresAt: '2026-03-31T16:59:59.999Z' });
    expect(codes(last)).toEqual(['patent-in-grace']);
    const after = checkPatentTax({ year: 2025, at: '2026-03-31T17:00:00.000Z' });
    expect(after).toMatchObject({ verdict: 'FAIL', explanation: [{ code: 'patent-expired' }] });
  });

  it('fails when it is older, of the future or missing', () => {
    const at = '2026-02-01T03:00:00.000Z';
    expect(codes(checkPatentTax({ year: 2024, at }))).toEqual(['patent-expired']);
    expect(codes(checkPatentTax({ year: 2027, at }))).toEqual(['patent-year-in-future']);
    expect(codes(checkPatentTax({ at }))).toEqual(['patent-year-missing']);
    expect(checkPatentTax({ at })).toMatchObject({ verdict: 'FAIL' });
  });
});
