import { hasText, say, type Values } from './catalogue.js';
import type { Language } from './language.js';

/** A text of the page that a buyer decides by. */
export const onePageText = (code: string, language: Language, values: Values = {}): string =>
  say(language, `onePage.${code}`, values);

export const hasOnePageText = (code: string): boolean => hasText(`onePage.${code}`);

/** The title of a section of the checklist: a section that only its scheme knows is called as the scheme has it. */
export const sectionTitle = (code: string, otherwise: string, language: Language): string => {
  const id = `onePage.section.${code}`;
  return hasText(id) ? say(language, id) : otherwise;
};
