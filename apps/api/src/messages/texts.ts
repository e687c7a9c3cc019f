import type { Told } from './messages.js';

export type LetterLanguage = 'km' | 'en' | 'zh';

/** The words of a message. No names: whoever picks up a telephone may read them. */
export function textOf(told: Told, _language: LetterLanguage): { subject: string; text: string } {
  switch (told.kind) {
    case 'phone-code':
    case 'address-code':
      return {
        subject: 'Your Selvedge code',
        text: `${told.params.code} is your Selvedge code. It works once, for 10 minutes. Give it to nobody.`,
      };
    case 'invitation':
      return {
        subject: 'An invitation to Selvedge',
        text: `${told.params.organisation} invites you to Selvedge: ${told.params.link} The link works once, for 14 days.`,
      };
  }
}
