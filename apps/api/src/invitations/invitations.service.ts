import { Injectable } from '@nestjs/common';
import type {
  AcceptedInvitationView,
  InvitationView,
  InviteMember,
  InviteOrganisation,
  PageQuery,
} from '#contracts';
import { normaliseName, type Person } from '#domain';
import { contactIndex, Database, Keyring, NOBODY, type Statement } from '#persistence';
import {
  alreadyExists,
  hashToken,
  idAfter,
  isUniqueViolation,
  mintSessionToken,
  notFound,
  pageOf,
  ProblemException,
  type Page,
} from '#platform';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { mustFit, PeopleService } from '../people/people.service.js';
import { contactOf, InvitationLetters, type Sent } from './invitation-letters.js';
import {
  ACCEPT,
  INVITE_MEMBER,
  INVITE_ORGANISATION,
  LIST,
  RENEW,
  REVOKE,
  SENT,
  STATE,
} from './invitations.queries.js';
import type { InvitationRow } from './invitations.view.js';

type State = Pick<InvitationRow, 'acceptedAt' | 'revokedAt' | 'contactKind'>;
type Invitee = Pick<InviteMember, 'name' | 'language' | 'roles' | 'contact'>;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly letters: InvitationLetters,
    private readonly limits: AttemptLimits,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
  ) {}

  /** The office registers an organisation and invites its first administrator. */
  async inviteOrganisation(
    actor: Person,
    key: string | undefined,
    { organisation, administrator }: InviteOrganisation,
  ): Promise<InvitationView> {
    const { kind, name, tin = null, phone = null } = organisation;
    mustFit(kind, administrator.roles, '#/administrator/roles');
    const organisationId = idForNew(actor, 'invitations/organisations', key);
    const more = [kind, name, normaliseName(name), tin, phone];
    const id = idForNew(actor, 'invitations', key);
    return this.invite(actor, INVITE_ORGANISATION, { id, organisationId, ...administrator }, more);
  }

  /** An administrator, or the office, invites somebody to become a member with these roles. */
  async inviteMember(
    actor: Person,
    organisationId: string,
    key: string | undefined,
    body: InviteMember,
  ): Promise<InvitationView> {
    await this.organisations.mustMay('inviteMember', actor, organisationId);
    await this.people.rolesMustFit(actor, organisationId, body.roles);
    const id = idForNew(actor, `organisations/${organisationId}/invitations`, key);
    return this.invite(actor, INVITE_MEMBER, { id, organisationId, ...body }, []);
  }

  /** Invitations to an organisation, oldest first. */
  async list(
    actor: Person,
    organisationId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<InvitationView>> {
    await this.organisations.mustMay('listInvitations', actor, organisationId);
    const values = [organisationId, idAfter(cursor), limit + 1];
    const rows = await this.db.run<InvitationRow>(actor, LIST, values);
    const views = await Promise.all(rows.map((row) => this.letters.view(row)));
    return pageOf(
      views,
      limit,
      (view) => view,
      ({ id }) => id,
    );
  }

  /** Send an open invitation again, with a new secret and all its time, in one's own name. @throws ProblemException 404, 409 when it has ended */
  async resend(actor: Person, organisationId: string, id: string): Promise<InvitationView> {
    await this.organisations.mustMay('resendInvitation', actor, organisationId);
    await this.limits.take('invitation', id);
    const { token, hash } = mintSessionToken();
    const [row] = await this.db.run<Sent>(actor, RENEW, [
      ...[id, organisationId, hash, actor.personId, this.letters.reaches],
    ]);
    if (!row) throw await this.ended(actor, organisationId, id);
    await this.send(actor, row, token);
    return this.letters.view(row);
  }

  /** From now on nobody can accept it, and whom it was for is forgotten. @throws ProblemException 404, 409 when it was accepted */
  async revoke(actor: Person, organisationId: string, id: string): Promise<void> {
    await this.organisations.mustMay('revokeInvitation', actor, organisationId);
    const [row] = await this.db.run(actor, REVOKE, [id, organisationId]);
    if (row) return;
    const [found] = await this.db.run<State>(actor, STATE, [id, organisationId]);
    if (!found) throw notFound('invitation');
    if (found.acceptedAt) throw new ProblemException('invitation-ended');
  }

  /**
   * Somebody who is signed in becomes a member by the secret of an invitation, once.
   * @throws ProblemException 404, the same whether it is unknown, used, revoked, too old, one's own, or one is a member
   */
  async accept({ personId }: Person, secret: string): Promise<AcceptedInvitationView> {
    const values = [hashToken(secret), personId];
    const [row] = await this.db.run<{ organisationId: string | null }>(NOBODY, ACCEPT, values);
    if (!row?.organisationId) throw notFound('invitation');
    return { personId, organisationId: row.organisationId };
  }

  private async invite(
    actor: Person,
    sql: Statement,
    { id, organisationId, roles, name, language, contact }: Invitee & { id: string; organisationId: string },
    more: readonly unknown[],
  ): Promise<InvitationView> {
    const to = contactOf(contact);
    this.letters.mustWork(to.kind);
    await this.limits.take('invitation', to.address);
    const { token, hash } = mintSessionToken();
    const sealed = await this.letters.seal(id, to);
    const values = [
      ...[id, organisationId, roles, name, language ?? null, to.kind, sealed],
      ...[contactIndex(this.keyring, to), hash, actor.personId, ...more],
    ];
    const row = await createOnce<Sent & { same: boolean; fresh: boolean }>(this.db, actor, sql, values).catch(
      asInvitedAlready,
    );
    return this.letters.view(row.sentAt ? row : await this.sendFirst(actor, row, token, hash));
  }

  /**
   * Send what was never sent. A repeat after a crash knows no secret of the first time: it sends one of its own. Whether
   * the letter had gone out just before the crash is not known: of two letters the second is good.
   */
  private async sendFirst(
    actor: Person,
    row: Sent & { fresh: boolean },
    token: string,
    hash: Buffer,
  ): Promise<InvitationRow> {
    const values = [row.id, row.organisationId, hash, actor.personId, this.letters.reaches];
    const [open] = row.fresh ? [row] : await this.db.run<Sent>(actor, RENEW, values);
    if (!open) return row; // It has ended.
    await this.send(actor, open, token);
    return open;
  }

  private async send(actor: Person, row: Sent, token: string): Promise<void> {
    await this.letters.send(row, token);
    await this.db.run(actor, SENT, [row.id]);
  }

  private async ended(actor: Person, organisationId: string, id: string): Promise<ProblemException> {
    const [found] = await this.db.run<State>(actor, STATE, [id, organisationId]);
    if (!found) return notFound('invitation');
    const open = found.acceptedAt === null && found.revokedAt === null;
    const unreached = open && !this.letters.reaches.includes(found.contactKind);
    return new ProblemException(unreached ? 'messages-unavailable' : 'invitation-ended');
  }
}

function asInvitedAlready(error: unknown): never {
  if (!isUniqueViolation(error, 'invitation_open')) throw error;
  throw alreadyExists(
    '#/contact',
    'This contact is invited already: send that invitation again, or revoke it.',
  );
}
