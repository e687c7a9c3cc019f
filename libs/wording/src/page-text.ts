import { say, type Values } from './catalogue.js';
import type { Language } from './language.js';

/** Ids of the texts of pages that everybody may read. */
export type PageTextId = `public.${string}`;

/** A text of a page that everybody may read; its values are text, whatever is in them. */
export const pageText = (language: Language, id: PageTextId, values?: Values): string =>
  say(language, id, values);
