import type { StuckReason } from '#domain';
import { say } from './catalogue.js';
import type { Language } from './language.js';

/** Why a case does not go on, and what helps, in one or two sentences. */
export const stuckText = (language: Language, reason: StuckReason): string =>
  say(language, `stuck.${reason}`);
