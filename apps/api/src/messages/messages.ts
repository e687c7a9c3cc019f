import { ProblemException } from '#platform';
import type { Contact } from './contacts.js';

/** What is told, and what the text needs to know. */
export type Told =
  | { readonly kind: 'phone-code'; readonly params: { readonly code: string } }
  | {
      readonly kind: 'invitation';
      readonly params: { readonly organisation: string; readonly link: string };
    };

export type Outgoing = Told & {
  /** What happened: of one event, one recipient is told once. */
  readonly event: string;
  readonly to: Contact;
};

/** The way out for messages to people. Not to be waited for while a transaction is open. */
export abstract class Messages {
  /** @throws ProblemException 503 when there is no way out: asked before anything is done that needs one */
  abstract mustWork(): void;
  abstract send(message: Outgoing): Promise<void>;
}

/** Production until it has a gateway: nothing is sent, and whoever needs it is told. */
export class NoMessages extends Messages {
  override mustWork(): void {
    throw new ProblemException('messages-unavailable');
  }

  override async send(): Promise<void> {
    this.mustWork();
  }
}
