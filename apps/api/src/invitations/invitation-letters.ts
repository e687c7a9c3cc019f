import { Inject, Injectable } from '@nestjs/common';
import type { InvitationView, InviteMember } from '#contracts';
import { hintOf, Keyring, type Contact } from '#persistence';
import type { Config } from '#platform';
import { CONFIG } from '../config.module.js';
import { Messages } from '../messages/messages.js';
import { invitationView, type InvitationRow } from './invitations.view.js';

/** An invitation that is on its way, in the name of an organisation. */
export interface Sent extends InvitationRow {
  readonly organisation: string;
}

export const contactOf = (contact: InviteMember['contact']): Contact =>
  'phone' in contact ? { kind: 'phone', address: contact.phone } : { kind: 'email', address: contact.email };

/** Knows to whom invitations go: nobody else opens that. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly keyring: Keyring,
    private readonly messages: Messages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws ProblemException 503 when nothing can be sent to contacts of this kind */
  mustWork(kind: Contact['kind']): void {
    this.messages.mustWork(kind);
  }

  get reaches(): readonly Contact['kind'][] {
    return this.messages.reaches;
  }

  seal(id: string, to: Contact): Promise<string> {
    return this.keyring.seal(JSON.stringify(to), `invitation/${id}`);
  }

  /** The secret stands in the path, so that the link works without scripts; the first answer takes it out of the address. */
  async send(
    { id, sends, organisation, language, sealedContact, expiresAt }: Sent,
    secret: string,
  ): Promise<void> {
    if (!sealedContact) return;
    const to = await this.open(id, sealedContact);
    const link = `${this.config.publicOrigin}/invitation/${secret}`;
    const params = { organisation, link, dueAt: expiresAt.toISOString() };
    await this.messages.send({
      kind: 'invitation',
      event: `invitation/${id}/${sends}`,
      to,
      language,
      params,
    });
  }

  /** As those may see it who manage invitations: of the contact only a hint. */
  async view(row: InvitationRow): Promise<InvitationView> {
    const to = row.sealedContact && (await this.open(row.id, row.sealedContact));
    return invitationView(row, to ? hintOf(to) : null);
  }

  private async open(id: string, sealed: string): Promise<Contact> {
    return JSON.parse(await this.keyring.open(sealed, `invitation/${id}`)) as Contact;
  }
}
