import type { InformationQuestion } from '#domain';
import { say } from './catalogue.js';
import type { Language } from './language.js';

/** What the office asks a supplier about a part of the application. */
export const questionText = (language: Language, question: InformationQuestion): string =>
  say(language, `questions.${question}`);
