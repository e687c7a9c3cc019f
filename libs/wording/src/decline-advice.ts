import { hasText, say } from './catalogue.js';
import type { Language } from './language.js';

/**
 * What a supplier can do when a buyer does not approve, by the buyer's reason: a decline is one buyer's word alone.
 * Nothing for a reason that is not known.
 */
export function declineAdvice(reason: string, language: Language): string | undefined {
  const id = `advice.declined.${reason}`;
  return hasText(id) ? say(language, id) : undefined;
}
