import type { InputCategory } from '#domain';
import type { Language } from '../../words/languages.js';

interface Named {
  /** As the section of the API calls it; its texts are `supplier.field.<section>.<name>`. */
  readonly name: string;
  /** An entry of a list cannot be sent without it. */
  readonly needed?: boolean;
}
export interface TextField extends Named {
  readonly kind: 'text';
  readonly max: number;
  readonly rows?: number;
  /** A number or a code on a paper: its digits are kept as everybody reads them. */
  readonly onPaper?: boolean;
  /** As the browser knows it, so that it can fill it in. */
  readonly autoComplete?: string;
}
export interface FormattedField extends Named {
  readonly kind: 'phone' | 'email' | 'url' | 'date' | 'month' | 'code';
}
export interface NumberField extends Named {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** The least itself is not enough. */
  readonly above?: boolean;
}
/** How codes are called: by a text of the catalogue, or by names of their own. */
export type Called =
  | { readonly text: (code: string) => string }
  | { readonly name: (code: string, language: Language) => string };
type Codes = readonly string[] | ((category: InputCategory) => readonly string[]);
export interface ChoiceField extends Named {
  /** One of them, or any number. */
  readonly kind: 'choice' | 'many';
  readonly from: Codes;
  readonly called: Called;
}
export interface PlainField extends Named {
  readonly kind: 'yes-no' | 'tick' | 'hs' | 'place';
}
export interface ListField extends Named {
  /** Lines of text. */
  readonly kind: 'list';
  readonly max: number;
  readonly most: number;
}
export interface EntriesField extends Named {
  readonly kind: 'entries';
  readonly of: readonly Field[];
  readonly most: number;
  /** What the ids of entries begin with, where they have any. */
  readonly ids?: string;
  /** None at all is an answer of its own: no certificates, no permits. */
  readonly noneAllowed: boolean;
}
export type Field =
  TextField | FormattedField | NumberField | ChoiceField | PlainField | ListField | EntriesField;

/** What somebody wrote into a section, whole or not: text that is no number yet stands where the number belongs. */
export type Content = Readonly<Record<string, unknown>>;

export const codesOf = ({ from }: ChoiceField, category: InputCategory): readonly string[] =>
  typeof from === 'function' ? from(category) : from;

/** Names of the fields of the API that a field writes. */
export const namesOf = ({ kind, name }: Field): readonly string[] =>
  kind === 'place' ? ['latitude', 'longitude'] : [name];

export const text = (name: string, max: number, more: Partial<TextField> = {}): TextField => ({
  ...{ kind: 'text', name, max },
  ...more,
});
export const formatted = (name: string, kind: FormattedField['kind'], needed = false): FormattedField => ({
  ...{ kind, name, needed },
});
export const whole = (name: string, min: number, max: number, needed = false): NumberField => ({
  ...{ kind: 'number', name, min, max, whole: true, needed },
});
export const amount = (name: string, max: number, more: Partial<NumberField> = {}): NumberField => ({
  ...{ kind: 'number', name, min: 0, max },
  ...more,
});
export const choice = (name: string, from: Codes, called: Called, needed = false): ChoiceField => ({
  kind: 'choice',
  name,
  from,
  called,
  needed,
});
export const many = (name: string, from: Codes, called: Called, needed = false): ChoiceField => ({
  ...{ kind: 'many', name, from, called, needed },
});
export const plain = (name: string, kind: PlainField['kind'], needed = false): PlainField => ({
  ...{ kind, name, needed },
});
