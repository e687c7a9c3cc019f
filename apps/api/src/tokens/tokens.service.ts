import { Injectable } from '@nestjs/common';
import type { CreateToken, NewTokenView, PageQuery, RotateToken, TokenView } from '#contracts';
import { refuse, relationsTo, ROLES_READING_AS_FIRM, type Person, type Role, type Scope } from '#domain';
import { Database } from '#persistence';
import {
  idAfter,
  invalid,
  mintToken,
  notFound,
  pageOf,
  ProblemException,
  refused,
  type Page,
} from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { PeopleService } from '../people/people.service.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { CREATE, LIST, MEMBER, READ, REVOKE, ROTATE } from './tokens.queries.js';
import { tokenView, type TokenRow } from './tokens.view.js';

@Injectable()
export class TokensService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly people: PeopleService,
  ) {}

  /**
   * The office makes a token for a member; an administrator one that only reads, for somebody who reads no more than the
   * firm, since whoever makes it has seen it and could act as the member. It is stored nowhere but in the kept answer.
   * @param own what this call is good for: nobody gives away more
   * @throws ProblemException 403 naming the scopes or roles that are not for an administrator to give
   */
  async create(
    actor: Person,
    own: readonly Scope[],
    personId: string,
    key: string | undefined,
    body: CreateToken,
  ): Promise<NewTokenView> {
    const { organisationId, expiresInDays, scopes } = body;
    await this.people.mustMay('createToken', actor, personId, organisationId);
    mustCover(own, scopes);
    const officer = relationsTo(actor).includes('officer');
    if (!officer) mustBeNone(scopes.filter((scope) => scope !== 'read'));
    const [member] = await this.db.run<{ roles: Role[] }>(actor, MEMBER, [personId, organisationId]);
    const unknown = {
      pointer: '#/organisationId',
      detail: 'The person is no member of this organisation.',
      code: 'unknown',
    };
    if (!member) throw invalid(unknown);
    const ofAnyRole = officer || personId === actor.personId;
    if (!ofAnyRole) mustBeNone(member.roles.filter((role) => !ROLES_READING_AS_FIRM.includes(role)));
    const { token, hash, prefix } = mintToken();
    const id = idForNew(actor, `people/${personId}/tokens`, key);
    const values = [
      ...[id, personId, organisationId, hash, prefix, expiresInDays, [...scopes].sort()],
      ofAnyRole ? null : ROLES_READING_AS_FIRM,
    ];
    const row = await createOnce<TokenRow & { same: boolean; fresh: boolean }>(
      this.db,
      actor,
      CREATE,
      values,
    );
    return { ...tokenView(row), ...(row.fresh && { token }) };
  }

  /** Tokens of a person, for that person and the office; those for their organisation, for its administrators. */
  async list(actor: Person, personId: string, { cursor, limit }: PageQuery): Promise<Page<TokenView>> {
    await this.people.mustMay('listTokens', actor, personId);
    const rows = await this.db.run<TokenRow & { id: string }>(actor, LIST, [
      personId,
      idAfter(cursor),
      limit + 1,
      personId === actor.personId || this.authorisation.looksAcross(actor) ? null : actor.organisationId,
    ]);
    return pageOf(rows, limit, tokenView, (row) => row.id);
  }

  /**
   * Its owner or the office replaces a token: the successor may do the same and lives as long; the old one ends with the
   * overlap. Told in this answer only, like any new token.
   * @param own what this call is good for: the successor is good for no more
   * @throws ProblemException 404 when it is not theirs, 403 when it is good for more, 409 when it has ended or was
   *   replaced before
   */
  async rotate(
    actor: Person,
    own: readonly Scope[],
    id: string,
    key: string | undefined,
    { overlapHours }: RotateToken,
  ): Promise<NewTokenView> {
    const { token, hash, prefix } = mintToken();
    const successorId = idForNew(actor, `tokens/${id}/rotation`, key);
    const mine = [id, this.authorisation.looksAcross(actor), actor.personId];
    const values = [...mine, successorId, hash, prefix, overlapHours, own];
    const [fresh] = await this.db.run<TokenRow & { id: string }>(actor, ROTATE, values);
    if (fresh) return { ...tokenView(fresh), token };
    const found = await this.db.run<TokenRow & { id: string }>(actor, READ, mine);
    if (found.length === 0) throw notFound('token');
    const repeated = found.find((row) => row.id === successorId);
    if (repeated) return tokenView(repeated);
    mustCover(own, found.find((row) => row.id === id)?.scopes ?? []);
    throw new ProblemException('token-ended');
  }

  /** Its owner, an administrator or the office makes a token worthless, from the next request on. */
  async revoke(actor: Person, id: string): Promise<void> {
    const [row] = await this.db.run(actor, REVOKE, [
      id,
      this.authorisation.looksAcross(actor),
      actor.personId,
      actor.roles.includes('administrator') ? actor.organisationId : null,
    ]);
    if (!row) throw notFound('token');
  }
}

/** @throws ProblemException 403 naming what an administrator may not give away */
function mustBeNone(items: readonly string[]): void {
  if (items.length > 0) throw refused(refuse('role-not-allowed', items));
}

/** @throws ProblemException 403 naming what the call itself is not good for */
function mustCover(own: readonly Scope[], wanted: readonly string[]): void {
  const items = wanted.filter((scope) => !own.some((one) => one === scope));
  if (items.length > 0) throw new ProblemException('scope-missing', { items });
}
