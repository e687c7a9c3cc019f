import type { Told } from './messages.js';

/** The words of a message. No names: whoever picks up a telephone may read them. */
export function textOf(told: Told): string {
  switch (told.kind) {
    case 'phone-code':
      return `${told.params.code} is your Selvedge code. It works once, for 10 minutes. Give it to nobody.`;
    case 'invitation':
      return `${told.params.organisation} invites you to Selvedge: ${told.params.link} The link works once, for 14 days.`;
  }
}
