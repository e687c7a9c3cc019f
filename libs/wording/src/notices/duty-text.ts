import { hasText, say } from '../catalogue.js';
import type { Language } from '../language.js';

/** A sentence begins with a capital letter, where the writing has any. */
export const capitalised = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** Told of a code without words: the code with blanks, as elsewhere. */
const said = (language: Language, id: string, code: string): string =>
  capitalised(hasText(id) ? say(language, id) : code.replaceAll('-', ' '), language);

/**
 * What somebody must do, in a few words: the title of a task or of an entry in a calendar.
 * @param what as `ballHolders` gives it, `answer-visit-proposal` say
 */
export const dutyText = (language: Language, what: string): string =>
  said(language, `duties.do.${what}`, what);

/** The name of a deadline. @param key its kind, or its whole key, `certificate:GOTS` say */
export function deadlineText(language: Language, key: string): string {
  const [kind = key] = key.split(':');
  return said(language, `deadlines.${kind}`, kind);
}
