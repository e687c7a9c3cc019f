import { FORMS, isFormSection, type FormSection } from '../apply/forms.js';

/** What the office asks about, by section: the fields it named, or all of it. */
export function askedSections(
  items: readonly string[],
): readonly (readonly [FormSection, readonly string[] | undefined])[] {
  const sections = [...new Set(items.map((item) => item.split('.')[0] ?? ''))].filter(isFormSection);
  return sections.map((section) => {
    const fields = items
      .filter((item) => item.startsWith(`${section}.`))
      .map((item) => item.slice(section.length + 1).replace('longitude', 'latitude'));
    const known = FORMS[section].map(({ name }) => name);
    const whole = items.includes(section) || fields.some((name) => !known.includes(name));
    return [section, whole ? undefined : [...new Set(fields)]] as const;
  });
}
