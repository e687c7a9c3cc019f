import { z } from 'zod';

/** One line of text for people: trimmed, in one Unicode form, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, 'must not hold control characters');

/** Text of several lines. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/, 'must not hold control characters');

/** What an officer, auditor or buyer writes beside a command; kept apart from it, never sent to Temporal. */
export const note = paragraph(4000);
export const id = z.uuid();
/** A local date, `YYYY-MM-DD`, of a year that people alive have to do with. */
export const date = z.iso.date().regex(/^(?:19|20|21)/, 'must be a date from 1900 to 2199');
export const instant = z.iso.datetime();
/** Id of a checklist item, of a section or `section.field`. */
export const code = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/);
/** HS 2022, with or without points. */
export const hsCode = z
  .string()
  .regex(/^\d{4}(?:\.?\d{2}(?:\.?\d{2})?)?$/, 'must be an HS code of 4, 6 or 8 digits');
export const wholeNumber = (min: number, max: number) => z.number().int().min(min).max(max);
/** ISO 3166-1, and EU for the single market. */
export const market = z.string().regex(/^[A-Z]{2}$/, 'must be a code of two capitals, for example US or EU');
/** A Cambodian number, kept as `+855...` or `0...` without spaces. */
export const phone = z
  .string()
  .max(30)
  .regex(
    /^(?:\+855|0)[\s()./-]*[1-9](?:[\s()./-]*\d){7,8}[\s()./-]*$/,
    'must be a Cambodian number, for example +855 12 345 678',
  )
  .transform((value) => value.replace(/[\s()./-]/g, ''));
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);
/** A list without repetitions. */
export const distinct = <T extends z.ZodType<string | number>>(item: T, min: number, max: number) =>
  z
    .array(item)
    .min(min)
    .max(max)
    .refine((values) => new Set(values).size === values.length, 'must not repeat an entry')
    .meta({ uniqueItems: true });
/** In an address: one of them, or several by repeating the name. */
export const oneOrMore = <T extends z.ZodType<string>>(item: T, max: number) =>
  z.union([item, distinct(item, 1, max)]);
