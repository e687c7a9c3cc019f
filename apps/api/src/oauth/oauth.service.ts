import { Injectable } from '@nestjs/common';
import type {
  CreateOauthClient,
  NewOauthClientView,
  OauthClientView,
  PageQuery,
  RotateSecret,
} from '#contracts';
import { refuse, relationsTo, type Person, type Scope } from '#domain';
import { Database } from '#persistence';
import {
  idAfter,
  invalid,
  mintClientSecret,
  notFound,
  pageOf,
  ProblemException,
  refused,
  type Page,
} from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import * as sql from './oauth.queries.js';
import { oauthClientView, type OauthClientRow } from './oauth.view.js';

type Row = OauthClientRow & Record<string, unknown>;

/** OAuth clients: programs that act as a member, made and ended as tokens are. */
@Injectable()
export class OauthService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
  ) {}

  /**
   * An administrator makes a client of their own that only reads, as with tokens; the office any, for any member.
   * @param own what this call is good for: nobody gives away more
   * @throws ProblemException 403 naming what is not for an administrator to give
   */
  async create(
    actor: Person,
    own: readonly Scope[],
    key: string | undefined,
    body: CreateOauthClient,
  ): Promise<NewOauthClientView> {
    const scopes = [...body.scopes].sort();
    mustCover(own, scopes);
    const officer = relationsTo(actor).includes('officer');
    const { personId, organisationId } = body.member ?? actor;
    if (!officer) {
      mustBeNone(scopes.filter((scope) => scope !== 'read'));
      mustBeNone(personId === actor.personId && organisationId === actor.organisationId ? [] : ['member']);
    }
    if ((await this.db.run(actor, sql.MEMBER, [personId, organisationId])).length === 0)
      throw invalid({ pointer: '#/member', detail: 'There is no such member.', code: 'unknown' });
    const { secret, hash } = mintClientSecret();
    const id = idForNew(actor, 'oauth-clients', key);
    const values = [id, organisationId, personId, body.name, scopes, hash];
    const row = await createOnce<Row & { same: boolean; fresh: boolean }>(
      ...([this.db, actor, sql.CREATE_CLIENT, values] as const),
    );
    return { ...oauthClientView(row), ...(row.fresh && { secret }) };
  }

  /** Of the organisation; the office sees all. */
  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<OauthClientView>> {
    const page = [idAfter(cursor), limit + 1];
    const rows = this.authorisation.looksAcross(actor)
      ? this.db.run<Row>(actor, sql.LIST_ALL_CLIENTS, page)
      : this.db.run<Row>(actor, sql.LIST_CLIENTS, [actor.organisationId, ...page]);
    return pageOf(await rows, limit, oauthClientView, (row) => row.id);
  }

  /**
   * Its own member, or the office, has the secret replaced; the old one is good for the overlap.
   * @throws ProblemException 404 when it is not theirs to see, 403 when it is another member's or good for more than the
   *   call, 409 when it was revoked
   */
  async rotate(
    actor: Person,
    own: readonly Scope[],
    id: string,
    key: string | undefined,
    { overlapHours }: RotateSecret,
  ): Promise<NewOauthClientView> {
    const { secret, hash } = mintClientSecret();
    const rotationId = idForNew(actor, `oauth-clients/${id}/rotation`, key);
    const values = [...this.mine(actor, id), actor.personId, hash, overlapHours, rotationId, own];
    const [fresh] = await this.db.run<Row>(actor, sql.ROTATE_CLIENT, values);
    if (fresh) return { ...oauthClientView(fresh), secret };
    const [found] = await this.db.run<Row>(actor, sql.READ_CLIENT, this.mine(actor, id));
    if (!found) throw notFound('client');
    if (found.rotationId === rotationId) return oauthClientView(found);
    if (found.revokedAt) throw new ProblemException('token-ended');
    mustCover(own, found.scopes);
    throw refused(refuse('role-not-allowed'));
  }

  /** Ends a client with every token that it got, from the next request on. */
  async revoke(actor: Person, id: string): Promise<void> {
    const [row] = await this.db.run(actor, sql.REVOKE_CLIENT, this.mine(actor, id));
    if (!row) throw notFound('client');
  }

  private mine(actor: Person, id: string): readonly unknown[] {
    return [id, this.authorisation.looksAcross(actor), actor.organisationId];
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
