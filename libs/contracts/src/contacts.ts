import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

const KHMER_ZERO = 0x17e0;
const latinDigits = (text: string): string =>
  text.replace(/[\u17e0-\u17e9]/gu, (digit) => String(digit.charCodeAt(0) - KHMER_ZERO));

/** A person's number in any usual form, Khmer digits too; without a country code it is Cambodian. Kept as `+85512345678` (E.164). */
export const personalPhone = z
  .string()
  .min(1)
  .max(40)
  .transform((text, context) => {
    const number = parsePhoneNumberFromString(latinDigits(text), { defaultCountry: 'KH', extract: false });
    if (number?.isValid()) return number.number as string;
    context.addIssue({ code: 'custom', message: 'must be a telephone number, for example 012 345 678' });
    return z.NEVER;
  });

/** Compared without regard to capitals: that is how mail is delivered wherever it matters here. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'must be an e-mail address' }).max(254))
  .meta({ format: 'email', pattern: z.regexes.email.source });

/** Where an invitation goes: one of the two. */
export const contact = z.union(
  [z.strictObject({ phone: personalPhone }), z.strictObject({ email })],
  'must be a telephone number or an e-mail address, not both',
);

/** What an invitation's message carries: 256 random bits. */
export const secret = z.string().regex(/^[\w-]{43}$/, 'must be the secret of an invitation');
