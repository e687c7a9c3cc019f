import { Injectable } from '@nestjs/common';
import type { CreateToken, NewTokenView, PageQuery, TokenView } from '#contracts';
import type { Person } from '#domain';
import { Database, statement } from '#persistence';
import { idAfter, invalid, mintToken, notFound, pageOf, type Page } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { PeopleService } from '../people/people.service.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { TOKEN_COLUMNS, tokenView, type TokenRow } from './tokens.view.js';

const IS_MEMBER = statement(
  'token-membership',
  'select 1 as "one" from membership where person_id = $1 and organisation_id = $2 and ended_at is null',
);
const CREATE = statement(
  'token-create',
  `with created as (
     insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(days => $6::integer)) on conflict (id) do nothing returning *)
   select ${TOKEN_COLUMNS}, true as same, true as fresh from created t
   union all
   select ${TOKEN_COLUMNS}, (t.person_id, t.organisation_id, t.expires_at - t.created_at)
       = ($2::uuid, $3::uuid, make_interval(days => $6::integer)), false
     from api_token t where t.id = $1 and not exists (select 1 from created)`,
);
const LIST = statement(
  'token-list',
  `select ${TOKEN_COLUMNS} from api_token t where t.person_id = $1 and ($2::uuid is null or t.id > $2)
    order by t.id limit $3`,
);
const REVOKE = statement(
  'token-revoke',
  `update api_token t set revoked_at = coalesce(t.revoked_at, now())
    where t.id = $1 and ($2::boolean or t.person_id = $3::uuid) returning t.id`,
);

@Injectable()
export class TokensService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly people: PeopleService,
  ) {}

  /** The office makes a token for a member. It is told once: a repeat under the same key answers without it. */
  async create(
    actor: Person,
    personId: string,
    key: string | undefined,
    body: CreateToken,
  ): Promise<NewTokenView> {
    await this.people.mustMay('createToken', actor, personId);
    const { organisationId, expiresInDays } = body;
    const [member] = await this.db.run(actor, IS_MEMBER, [personId, organisationId]);
    const unknown = {
      pointer: '#/organisationId',
      detail: 'The person is no member of this organisation.',
      code: 'unknown',
    };
    if (!member) throw invalid(unknown);
    const { token, hash, prefix } = mintToken();
    const id = idForNew(actor, `people/${personId}/tokens`, key);
    const values = [id, personId, organisationId, hash, prefix, expiresInDays];
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
