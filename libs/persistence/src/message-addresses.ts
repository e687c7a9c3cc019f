import type { MessageChannelKind } from '#domain';
import type { Keyring } from './sealing.js';

/** Where somebody is reached: a number in E.164 form, or an e-mail address in small letters. */
export interface Contact {
  readonly kind: 'phone' | 'email';
  readonly address: string;
}

/** What a contact is found by in the tables, without being readable there. */
export const contactIndex = (keyring: Keyring, { kind, address }: Contact): Buffer =>
  keyring.index(address, `contact/${kind}`);
/** The same of a chat with our bot. */
export const chatIndex = (keyring: Keyring, chat: string): Buffer => keyring.index(chat, 'contact/telegram');

/** The channel by which a contact is reached. */
export const channelOfContact = ({ kind }: Pick<Contact, 'kind'>): MessageChannelKind =>
  kind === 'phone' ? 'sms' : 'email';

/** Where the number of a person is sealed; it opens nowhere else. */
export const phonePlace = (personId: string): string => `contact/${personId}`;
/** Where the address of a person on a channel is sealed. */
export const addressPlace = (personId: string, channel: MessageChannelKind): string =>
  channel === 'sms' ? phonePlace(personId) : `address/${personId}/${channel}`;
/** Where an outgoing message is sealed: to whom, and the text. */
export const messagePlace = (messageId: string): string => `message/${messageId}`;

/** Enough to recognise one's own: `+855•••678`, `s•••@example.org`. */
export function hintOf({ kind, address }: Contact): string {
  if (kind === 'phone') return `${address.slice(0, 4)}•••${address.slice(-3)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}

/** With this somebody says no to more messages of a kind; always the same one, so that every letter's link works. */
export const unsubscribeSecret = (keyring: Keyring, personId: string, kind: string): string =>
  keyring.index(`${personId}/${kind}`, 'unsubscribe').toString('base64url');
