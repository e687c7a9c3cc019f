import { pathOfCase, type MessageChannelKind } from '#domain';
import {
  addressPlace,
  keepUnsubscribeSecret,
  messagePlace,
  unsubscribeSecret,
  type ClaimedDelivery,
  type Contact,
  type Database,
  type Keyring,
} from '#persistence';
import { hashToken } from '#platform';
import type { OutgoingMessage } from './channel.js';
import { isLegal } from './dispatch.js';
import { noticeText } from '#wording';

/** What the API sealed for somebody who may not be known here yet. */
interface Letter {
  readonly to: Contact;
  readonly subject: string;
  readonly text: string;
}

/** Writes messages as they go out: opens where they go, and finds the words. */
export class Letters {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly publicOrigin: string,
  ) {}

  /** @returns undefined when there is no address that works any more */
  async write(delivery: ClaimedDelivery, channel: MessageChannelKind): Promise<OutgoingMessage | undefined> {
    return delivery.messageId === null ? this.notice(delivery, channel) : this.letter(delivery);
  }

  private async letter({
    id,
    messageId,
    sealedMessage,
  }: ClaimedDelivery): Promise<OutgoingMessage | undefined> {
    if (!messageId || !sealedMessage) return undefined;
    const opened = await this.keyring.open(sealedMessage, messagePlace(messageId));
    const { to, subject, text } = JSON.parse(opened) as Letter;
    return { id, to: to.address, subject, text };
  }

  private async notice(
    delivery: ClaimedDelivery,
    channel: MessageChannelKind,
  ): Promise<OutgoingMessage | undefined> {
    const { id, kind, personId, sealedAddress, notice, caseNumber, qualificationId, language } = delivery;
    if (!personId || !sealedAddress || !notice) return undefined;
    const to = await this.keyring.open(sealedAddress, addressPlace(personId, channel));
    const link = this.publicOrigin + (qualificationId ? pathOfCase(qualificationId) : '/notifications');
    const words = noticeText(language ?? 'en', { ...notice, kind, caseNumber, link });
    if (channel !== 'email' || isLegal(kind)) return { id, to, ...words };
    return { id, to, ...words, unsubscribe: await this.unsubscribeAddress(personId, kind) };
  }

  private async unsubscribeAddress(personId: string, kind: string): Promise<string> {
    const secret = unsubscribeSecret(this.keyring, personId, kind);
    await keepUnsubscribeSecret(this.db, hashToken(secret), personId, kind);
    return `${this.publicOrigin}/v1/unsubscribe/${secret}`;
  }
}
