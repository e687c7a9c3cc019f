import type { RefusalCode } from '#domain';
import { say } from './catalogue.js';
import type { Language } from './language.js';

/** Why a rule said no, in one sentence; what is in the way stands in the refusal's `items`. */
export const refusalText = (language: Language, code: RefusalCode): string =>
  say(language, `refusals.${code}`);
