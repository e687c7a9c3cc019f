export {
  DRAFT_LETTER_LANGUAGES,
  LETTER_LANGUAGES,
  type LetterLanguage,
  type LetterText,
  type LetterTexts,
} from './letters/letter-text.js';
export { LETTER_FRAME, LETTER_TEXTS, sayDay, sayFrame, sayLine, sayName } from './letters/say.js';
