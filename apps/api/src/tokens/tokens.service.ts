import { Injectable } from '@nestjs/common';
import type { CreateToken, NewTokenView, PageQuery, RotateToken, TokenView } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { idAfter, invalid, mintToken, notFound, pageOf, ProblemException, type Page } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { PeopleService } from '../people/people.service.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { CREATE, IS_MEMBER, LIST, READ, REVOKE, ROTATE } from './tokens.queries.js';
import { tokenView, type TokenRow } from './tokens.view.js';

@Injectable()
export class TokensService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly people: PeopleService,
  ) {}

  /** The office makes a token for a member. It is stored nowhere but in the kept answer. */
  async create(
    actor: Person,
    personId: string,
    key: string | undefined,
    body: CreateToken,
  ): Promise<NewTokenView> {
    await this.people.mustMay('createToken', actor, personId);
    const { organisationId, expiresInDays, scopes } = body;
    const [member] = await this.db.run(actor, IS_MEMBER, [personId, organisationId]);
    const unknown = {
      pointer: '#/organisationId',
      detail: 'The person is no member of this organisation.',
      code: 'unknown',
    };
    if (!member) throw invalid(unknown);
    const { token, hash, prefix } = mintToken();
    const id = idForNew(actor, `people/${personId}/tokens`, key);
    const values = [id, personId, organisationId, hash, prefix, expiresInDays, [...scopes].sort()];
    const row = await createOnce<TokenRow & { same: boolean; fresh: boolean }>(
      this.db,
      actor,
      CREATE,
      values,
    );
    return { ...tokenView(row), ...(row.fresh && { token }) };
  }

  /** Tokens of a person, for that person and the office. */
  async list(actor: Person, personId: string, { cursor, limit }: PageQuery): Promise<Page<TokenView>> {
    await this.people.mustMay('listTokens', actor, personId);
    const rows = await this.db.run<TokenRow & { id: string }>(actor, LIST, [
      personId,
      idAfter(cursor),
      limit + 1,
    ]);
    return pageOf(rows, limit, tokenView, (row) => row.id);
  }

  /**
   * Its owner or the office replaces a token: the successor may do the same and lives as long; the old one ends with the
   * overlap. Told in this answer only, like any new token.
   * @throws ProblemException 404 when it is not theirs, 409 when it has ended or was replaced before
   */
  async rotate(
    actor: Person,
    id: string,
    key: string | undefined,
    { overlapHours }: RotateToken,
  ): Promise<NewTokenView> {
    const { token, hash, prefix } = mintToken();
    const successorId = idForNew(actor, `tokens/${id}/rotation`, key);
    const mine = [id, this.authorisation.looksAcross(actor), actor.personId];
    const values = [...mine, successorId, hash, prefix, overlapHours];
    const [fresh] = await this.db.run<TokenRow & { id: string }>(actor, ROTATE, values);
    if (fresh) return { ...tokenView(fresh), token };
    const found = await this.db.run<TokenRow & { id: string }>(actor, READ, mine);
    if (found.length === 0) throw notFound('token');
    const repeated = found.find((row) => row.id === successorId);
    if (!repeated) throw new ProblemException('token-ended');
    return tokenView(repeated);
  }

  /** Its owner or the office makes a token worthless, from the next request on. */
  async revoke(actor: Person, id: string): Promise<void> {
    const [row] = await this.db.run(actor, REVOKE, [
      id,
      this.authorisation.looksAcross(actor),
      actor.personId,
    ]);
    if (!row) throw notFound('token');
  }
}
