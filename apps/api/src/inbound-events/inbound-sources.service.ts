import { Injectable } from '@nestjs/common';
import type { CreateInboundSource, NewInboundSourceView, PageQuery, RotateSecret } from '#contracts';
import { refuse, type Person, type Scope } from '#domain';
import { Database, Keyring } from '#persistence';
import { idAfter, mintWebhookSecret, notFound, pageOf, ProblemException, refused } from '#platform';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import * as sql from './inbound-events.queries.js';
import { inboundSourceView, type InboundSourceRow } from './inbound-events.view.js';

type Row = InboundSourceRow & Record<string, unknown>;
/** Whatever comes in is written down or decided in the name of who made the source. */
const ACTS_WITH: readonly Scope[] = ['write', 'decide'];
/** Where the secret of a source opens. */
export const placeOf = (sourceId: string): string => `inbound-source/${sourceId}`;

/** Systems of a buyer that send events, each with a secret of its own. */
@Injectable()
export class InboundSourcesService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /**
   * @param own what this call is good for: a source can write and decide, so it must be as well
   * @throws ProblemException 403 naming what the call is not good for
   */
  async create(
    actor: Person,
    own: readonly Scope[],
    key: string | undefined,
    { name }: CreateInboundSource,
  ): Promise<NewInboundSourceView> {
    mustCover(own);
    const id = idForNew(actor, 'inbound-sources', key);
    const secret = mintWebhookSecret();
    const sealed = await this.keyring.seal(secret, placeOf(id));
    const values = [id, actor.organisationId, actor.personId, name, sealed];
    type Created = Row & { same: boolean; fresh: boolean };
    const row = await createOnce<Created>(this.db, actor, sql.CREATE_SOURCE, values);
    return { ...inboundSourceView(row), ...(row.fresh && { secret }) };
  }

  async list(actor: Person, { cursor, limit }: PageQuery) {
    const values = [actor.organisationId, idAfter(cursor), limit + 1];
    const rows = await this.db.run<Row>(actor, sql.LIST_SOURCES, values);
    return pageOf(rows, limit, inboundSourceView, (row) => row.id);
  }

  /** @throws ProblemException 404 when it is not there, 403 when it is another member's, 409 when it was disabled */
  async rotate(
    actor: Person,
    own: readonly Scope[],
    id: string,
    key: string | undefined,
    { overlapHours }: RotateSecret,
  ): Promise<NewInboundSourceView> {
    mustCover(own);
    const secret = mintWebhookSecret();
    const rotationId = idForNew(actor, `inbound-sources/${id}/rotation`, key);
    const sealed = await this.keyring.seal(secret, placeOf(id));
    const mine = [id, actor.organisationId];
    const values = [...mine, actor.personId, sealed, overlapHours, rotationId];
    const [fresh] = await this.db.run<Row>(actor, sql.ROTATE_SOURCE, values);
    if (fresh) return { ...inboundSourceView(fresh), secret };
    const [found] = await this.db.run<Row>(actor, sql.READ_SOURCE, mine);
    if (!found) throw notFound('inbound source');
    if (found.rotationId === rotationId) return inboundSourceView(found);
    if (found.personId !== actor.personId) throw refused(refuse('role-not-allowed'));
    throw new ProblemException('token-ended');
  }

  /** Nothing comes in from it any more. By its own member, or whoever manages the people of the organisation. */
  async disable(actor: Person, id: string): Promise<void> {
    const manages = actor.roles.includes('administrator');
    const values = [id, actor.organisationId, actor.personId, manages];
    const [row] = await this.db.run(actor, sql.DISABLE_SOURCE, values);
    if (!row) throw notFound('inbound source');
  }
}

function mustCover(own: readonly Scope[]): void {
  const items = ACTS_WITH.filter((scope) => !own.includes(scope));
  if (items.length > 0) throw new ProblemException('scope-missing', { items });
}
