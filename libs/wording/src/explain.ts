import { IntlMessageFormat } from 'intl-messageformat';
import { FIRM_EXPLANATIONS } from './explanations/firm.js';
import { PAPER_EXPLANATIONS } from './explanations/papers.js';
import { SUBSTANCE_EXPLANATIONS } from './explanations/substances.js';
import type { Language, Messages } from './message.js';

/** Why a check judged as it did, in words, by the code of the explanation. */
export const EXPLANATIONS: Messages = {
  ...FIRM_EXPLANATIONS,
  ...PAPER_EXPLANATIONS,
  ...SUBSTANCE_EXPLANATIONS,
};

const made = new Map<string, IntlMessageFormat>();

function formatOf(code: string, text: string, language: Language): IntlMessageFormat {
  const key = `${language}/${code}`;
  const format = made.get(key) ?? new IntlMessageFormat(text, language);
  made.set(key, format);
  return format;
}

const LITERAL = 0;
/** A value as a message may show it. What was erased is a dash: an explanation of somebody is told without them. */
const shown = (value: unknown): string | number =>
  typeof value === 'number' || typeof value === 'string' ? value : '-';

/** Values for all that the message asks for. */
const valuesFor = (format: IntlMessageFormat, params: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    format
      .getAst()
      .flatMap((part) => ('value' in part && part.type !== LITERAL ? [String(part.value)] : []))
      .map((name) => [name, shown(params[name])]),
  );

/**
 * An explanation in words of this language. A code that has no message is told as it is, with blanks.
 * @param params the numbers, codes and dates of the explanation
 */
export function explain(code: string, params: Readonly<Record<string, unknown>>, language: Language): string {
  const text = EXPLANATIONS[code]?.[language];
  if (text === undefined) return code.replaceAll('-', ' ');
  const format = formatOf(code, text, language);
  return String(format.format(valuesFor(format, params)));
}
