import { latinDigits } from '../../words/digits.js';
import type { Content, EntriesField, Field, ListField, NumberField } from './fields.js';

/** One thing that is wrong with what was written: where, by its JSON pointer from `#`, and why. */
export interface Wrong {
  readonly pointer: string;
  /** Its text is `supplier.wrong.<code>`. */
  readonly code: string;
  readonly values?: Readonly<Record<string, number>>;
}
type Reason = Omit<Wrong, 'pointer'>;

const PHONE = /^(?:\+855|0)[1-9]\d{7,8}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const HS = /^\d{4}(?:\.?\d{2}(?:\.?\d{2})?)?$/;
const FORMS: Readonly<Record<string, RegExp>> = {
  phone: PHONE,
  email: EMAIL,
  url: /^https?:\/\/[^\s.]+\.\S+$/,
  date: /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/,
  month: /^20\d{2}-(?:0[1-9]|1[0-2])$/,
  code: /^[A-Za-z0-9][A-Za-z0-9._:-]*$/,
};
const plainPhone = (value: string): string => latinDigits(value).replace(/[\s()./-]/g, '');

export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

function numberWrong({ min, max, whole, above }: NumberField, value: unknown): Reason | undefined {
  if (typeof value !== 'number') return { code: 'number' };
  if (whole && !Number.isInteger(value)) return { code: 'whole' };
  if (value < min || (above && value === min)) return { code: above ? 'above' : 'low', values: { min } };
  return value > max ? { code: 'high', values: { max } } : undefined;
}
const tooLong = (value: unknown, max: number): Reason | undefined =>
  String(value).length > max ? { code: 'long', values: { max } } : undefined;

function listWrong({ max, most }: ListField, value: readonly unknown[]): Reason | undefined {
  if (value.length > most) return { code: 'many', values: { max: most } };
  return value.map((line) => tooLong(line, max)).find(Boolean);
}

/** Why one value cannot stand; nothing for one that was not given. */
export function wrongWith(field: Field, value: unknown): Reason | undefined {
  if (isNothing(value)) return undefined;
  switch (field.kind) {
    case 'number':
      return numberWrong(field, value);
    case 'text':
      return tooLong(value, field.max);
    case 'phone':
      return PHONE.test(plainPhone(String(value))) ? undefined : { code: 'phone' };
    case 'email':
    case 'url':
    case 'date':
    case 'month':
    case 'code':
      return FORMS[field.kind]?.test(String(value)) ? undefined : { code: field.kind };
    case 'list':
      return listWrong(field, value as readonly unknown[]);
    case 'hs':
      return (value as readonly string[]).every((line) => HS.test(line)) ? undefined : { code: 'hs' };
    default:
      return undefined;
  }
}

const at = (where: string, name: string): string => `${where}/${name}`;

function entryWrongs(field: EntriesField, entry: Content, where: string): readonly Wrong[] {
  const missing = field.of
    .filter((one) => one.needed && isNothing(entry[one.name]))
    .map((one): Wrong => ({ pointer: at(where, one.name), code: 'needed' }));
  return [...missing, ...wrongsIn(field.of, entry, where)];
}
function entriesWrongs(field: EntriesField, value: unknown, where: string): readonly Wrong[] {
  const list = (value ?? []) as readonly Content[];
  return list.flatMap((entry, nth) => entryWrongs(field, entry, `${where}/${nth}`));
}

/** Two values that do not go together. */
function togetherWrong(
  { validFrom, validTo, workers, womenWorkers }: Content,
  where: string,
): readonly Wrong[] {
  const order = typeof validFrom === 'string' && typeof validTo === 'string' && validTo < validFrom;
  const women = typeof workers === 'number' && typeof womenWorkers === 'number' && womenWorkers > workers;
  return [
    ...(order ? [{ pointer: at(where, 'validTo'), code: 'order' }] : []),
    ...(women ? [{ pointer: at(where, 'womenWorkers'), code: 'women' }] : []),
  ];
}

function placeWrongs({ latitude, longitude }: Content, where: string): readonly Wrong[] {
  const outside = (value: unknown, most: number): boolean =>
    !isNothing(value) && (typeof value !== 'number' || Math.abs(value) > most);
  return [
    ...(outside(latitude, 90) ? [{ pointer: at(where, 'latitude'), code: 'latitude' }] : []),
    ...(outside(longitude, 180) ? [{ pointer: at(where, 'longitude'), code: 'longitude' }] : []),
  ];
}

/** Everything that keeps a section from being sent; half of it may always wait until later. */
export function wrongsIn(fields: readonly Field[], content: Content, where = '#'): readonly Wrong[] {
  const each = fields.flatMap((field): readonly Wrong[] => {
    const pointer = at(where, field.name);
    if (field.kind === 'entries') return entriesWrongs(field, content[field.name], pointer);
    if (field.kind === 'place') return placeWrongs(content, where);
    const reason = wrongWith(field, content[field.name]);
    return reason ? [{ pointer, ...reason }] : [];
  });
  return [...each, ...togetherWrong(content, where)];
}
