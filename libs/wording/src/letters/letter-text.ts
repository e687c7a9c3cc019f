import { LANGUAGES, message, type Language, type Message, type Messages } from '../message.js';

/** Languages that letters are written in. Khmer is a draft until a person who speaks it has reviewed it. */
export const LETTER_LANGUAGES = LANGUAGES;
export type LetterLanguage = Language;
export const DRAFT_LETTER_LANGUAGES: readonly LetterLanguage[] = ['km'];

export type LetterText = Message;
export type LetterTexts = Messages;
export const letterText = message;
