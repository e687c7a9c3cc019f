import { hasText, say, valueNames } from './catalogue.js';
import type { Language } from './language.js';

/** A value as a message may show it. What was erased is a dash: an explanation of somebody is told without them. */
const shown = (value: unknown): string | number =>
  typeof value === 'number' || typeof value === 'string' ? value : '-';

/**
 * Why a check judged as it did, in words. A code that has no text is told as it is, with blanks.
 * @param params the numbers, codes and dates of the explanation
 */
export function explain(code: string, params: Readonly<Record<string, unknown>>, language: Language): string {
  const id = `checks.${code}`;
  if (!hasText(id)) return code.replaceAll('-', ' ');
  const values = valueNames(language, id).map((name) => [name, shown(params[name])]);
  return say(language, id, Object.fromEntries(values));
}
