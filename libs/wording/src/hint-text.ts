import type { AssignmentHint, RefusalCode } from '#domain';
import { hasText, say } from './catalogue.js';
import type { Language } from './language.js';
import { refusalText } from './refusal-text.js';

/** What speaks against giving an audit to somebody, in one sentence: of a tie, which one. */
export function hintText(language: Language, { code, subject }: AssignmentHint): string {
  const own = [`hints.tie.${subject}`, `hints.${code}`].find(hasText);
  return own ? say(language, own) : refusalText(language, code as RefusalCode);
}
