import type { MessageChannelKind } from '#domain';

/** A message as it goes out. The text has neither names nor addresses in it. */
export interface OutgoingMessage {
  /** The same for every attempt, so that a repeat is recognised wherever that is possible. */
  readonly id: string;
  /** An e-mail address, the id of a chat, or a number in E.164 form. */
  readonly to: string;
  /** E-mail alone has one. */
  readonly subject: string;
  readonly text: string;
  /** Address at which one POST says no to messages of this kind (RFC 8058); absent where the law wants them told. */
  readonly unsubscribe?: string;
}

/**
 * What a provider answered: `bounced` when the address takes no messages, for good; `failed` when it may take them later;
 * `unknown` when it was asked and nobody knows what it did. `code` is short and says nothing of the person.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly providerId?: string }
  | { readonly outcome: 'bounced' | 'unknown'; readonly code: string }
  | { readonly outcome: 'failed'; readonly code: string; readonly retryAfterS?: number };

/** A way to people. It never throws for what a provider may answer, and keeps nobody waiting for ever. */
export interface MessageChannel {
  readonly kind: MessageChannelKind;
  send(message: OutgoingMessage): Promise<SendOutcome>;
  close(): void;
}
