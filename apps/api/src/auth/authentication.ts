import { Injectable } from '@nestjs/common';
import type { Person, Scope } from '#domain';
import { Database, NOBODY, statement } from '#persistence';
import { bearerToken, hashToken, unauthenticated } from '#platform';

const ACTOR = statement(
  'actor-by-token',
  `select person_id as "personId", organisation_id as "organisationId", organisation_kind as "organisationKind", roles, scopes
     from actor_of_token($1)`,
);

/** A person, and what the token they came with is good for. */
export interface SignedIn {
  readonly person: Person;
  readonly scopes: readonly Scope[];
}

/** Who asks. The one place that turns what a request carries into a person. */
@Injectable()
export class Authentication {
  constructor(private readonly db: Database) {}

  /**
   * The person behind an `Authorization` header, in the name of the organisation the token was made for.
   * @throws ProblemException 401 when there is none: no token, unknown, expired, revoked, membership ended
   */
  async personFrom(authorization: string | undefined): Promise<SignedIn> {
    const token = bearerToken(authorization);
    if (token === undefined) throw unauthenticated(authorization !== undefined);
    const [row] = await this.db.run<Omit<Person, 'kind'> & { scopes: Scope[] }>(NOBODY, ACTOR, [
      hashToken(token),
    ]);
    if (!row) throw unauthenticated(true);
    const { scopes, ...person } = row;
    return { person: { kind: 'person', ...person }, scopes };
  }
}
