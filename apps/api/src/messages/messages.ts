import type { MessageChannelKind } from '#domain';
import type { Contact } from '#persistence';
import type { Language } from '#wording';

/** What is told, and what the text needs to know. */
export type Told =
  | { readonly kind: 'phone-code' | 'address-code'; readonly params: { readonly code: string } }
  | {
      readonly kind: 'invitation';
      readonly params: { readonly organisation: string; readonly link: string; readonly dueAt: string };
    };

export type Outgoing = Told & {
  /** What happened: of one event, one recipient is told once. */
  readonly event: string;
  readonly to: Contact;
  readonly language: Language;
};

/** The way out for messages to people. Not to be waited for while a transaction is open. */
export abstract class Messages {
  /** Contacts that can be reached from here. */
  abstract readonly reaches: readonly Contact['kind'][];
  /** @throws ProblemException 503 when contacts of this kind cannot be reached: asked before anything is done that needs it */
  abstract mustWork(kind: Contact['kind']): void;
  abstract send(message: Outgoing): Promise<void>;
}

/** A code is of no use later; functions of the database that keep codes go by the same. */
export const CODE_LASTS_S = 600;
const LETTER_LASTS_S = 26 * 3600;
/** For how long it is worth sending, and whether it goes before others. */
export const haste = (kind: Told['kind']): { readonly urgent: boolean; readonly seconds: number } =>
  kind === 'invitation'
    ? { urgent: false, seconds: LETTER_LASTS_S }
    : { urgent: true, seconds: CODE_LASTS_S };

/** Contacts that these channels reach; on a machine of development all of them, in its outbox. */
export function reached(channels: readonly MessageChannelKind[], production: boolean): Contact['kind'][] {
  const kinds = [
    ['phone', 'sms'],
    ['email', 'email'],
  ] as const;
  return kinds.flatMap(([kind, channel]) => (!production || channels.includes(channel) ? [kind] : []));
}
