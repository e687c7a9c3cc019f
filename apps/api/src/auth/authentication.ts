import { Injectable } from '@nestjs/common';
import type { Person } from '#domain';
import { Database, statement } from '#persistence';
import { bearerToken, hashToken, unauthenticated } from '#platform';

const ACTOR = statement(
  'actor-by-token',
  `select t.person_id as "personId", o.id as "organisationId", o.kind as "organisationKind", m.roles
     from api_token t
     join person p on p.id = t.person_id
     join membership m on m.person_id = t.person_id and m.organisation_id = t.organisation_id and m.ended_at is null
     join organisation o on o.id = t.organisation_id
    where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now()`,
);

/** Who asks. The one place that turns what a request carries into a person. */
@Injectable()
export class Authentication {
  constructor(private readonly db: Database) {}

  /**
   * The person behind an `Authorization` header, in the name of the organisation the token was made for.
   * @throws ProblemException 401 when there is none: no token, unknown, expired, revoked, membership ended
   */
  async personFrom(authorization: string | undefined): Promise<Person> {
    const token = bearerToken(authorization);
    if (token === undefined) throw unauthenticated(authorization !== undefined);
    const [row] = await this.db.run<Omit<Person, 'kind'>>('system', ACTOR, [hashToken(token)]);
    if (!row) throw unauthenticated(true);
    return { kind: 'person', ...row };
  }
}
