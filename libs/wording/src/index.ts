export { declineAdvice } from './decline-advice.js';
export { explain, EXPLANATIONS } from './explain.js';
export { LANGUAGES, type Language, type Message, type Messages } from './message.js';
export {
  DRAFT_LETTER_LANGUAGES,
  LETTER_LANGUAGES,
  type LetterLanguage,
  type LetterText,
  type LetterTexts,
} from './letters/letter-text.js';
export { LETTER_FRAME, LETTER_TEXTS, sayDay, sayFrame, sayLine, sayName } from './letters/say.js';
