import { describe, expect, it } from '@jest/globals';
import { INPUT_CATEGORIES } from '#domain';
import { messages as en } from '../../../../libs/wording/locales/web/supplier.en.po';
import { messages as km } from '../../../../libs/wording/locales/web/supplier.km.po';
import { messages as zh } from '../../../../libs/wording/locales/web/supplier.zh.po';
import { codesOf, type Field } from './apply/fields.js';
import { FORMS, type FormSection } from './apply/forms.js';
import { NAMED_HEADINGS } from './apply/hs-headings.js';
import { PAPERS, STEPS } from './apply/steps.js';

const SECTIONS = Object.keys(FORMS) as FormSection[];
const CATEGORIES = INPUT_CATEGORIES.map(({ code }) => code);

function textsOf(section: string, field: Field): readonly string[] {
  const own = `supplier.field.${section}.${field.name}`;
  if (field.kind === 'entries') return [own, ...field.of.flatMap((one) => textsOf(section, one))];
  if ((field.kind === 'choice' || field.kind === 'many') && 'text' in field.called) {
    const { text } = field.called;
    return [own, ...CATEGORIES.flatMap((category) => codesOf(field, category).map(text))];
  }
  return [own];
}
const withEntries = SECTIONS.filter((section) => FORMS[section].some(({ kind }) => kind === 'entries'));

const ASKED = [
  ...SECTIONS.flatMap((section) => FORMS[section].flatMap((field) => textsOf(section, field))),
  ...withEntries.flatMap((section) =>
    ['one', 'add', 'remove'].map((what) => `supplier.entries.${section}.${what}`),
  ),
  ...[...STEPS, ...PAPERS].flatMap(({ id }) => [`supplier.step.${id}`, `supplier.step-hint.${id}`]),
  ...NAMED_HEADINGS.map((code) => `supplier.hs.${code}`),
  ...CATEGORIES.flatMap((code) => [`supplier.category.${code}`, `supplier.category-hint.${code}`]),
];

describe.each(Object.entries({ en, km, zh }))('what a supplier reads in %s', (_language, messages) => {
  it('has words for every field, choice, heading and step', () => {
    expect([...new Set(ASKED)].filter((id) => !(id in messages))).toEqual([]);
  });
});
