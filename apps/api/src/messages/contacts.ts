import type { Keyring } from '#persistence';

/** Where somebody is reached: a number in E.164 form, or an e-mail address in small letters. */
export interface Contact {
  readonly kind: 'phone' | 'email';
  readonly address: string;
}

/** What a contact is found by in the tables, without being readable there. */
export const contactIndex = (keyring: Keyring, { kind, address }: Contact): Buffer =>
  keyring.index(address, `contact/${kind}`);

/** Enough to recognise one's own: `+855•••678`, `s•••@example.org`. */
export function hintOf({ kind, address }: Contact): string {
  if (kind === 'phone') return `${address.slice(0, 4)}•••${address.slice(-3)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
