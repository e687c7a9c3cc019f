import type { FigureId } from '#domain';
import { say } from './catalogue.js';
import type { Language } from './language.js';

/** What a figure of the programme is called, what it says and what it does not. */
export const figureText = (
  language: Language,
  figure: FigureId,
): { readonly title: string; readonly definition: string } => ({
  title: say(language, `figures.${figure}.title`),
  definition: say(language, `figures.${figure}.definition`),
});
