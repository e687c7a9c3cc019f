import { Injectable } from '@nestjs/common';
import { SCOPES, type Person, type Scope } from '#domain';
import { Database, NOBODY, statement } from '#persistence';
import { bearerToken, hashToken, sessionEnded, unauthenticated, type ProblemException } from '#platform';
import type { FastifyRequest } from 'fastify';
import { sessionToken } from '../sessions/session-cookie.js';

const BY_TOKEN = statement(
  'actor-by-token',
  `select person_id as "personId", organisation_id as "organisationId", organisation_kind as "organisationKind", roles, scopes
     from actor_of_token($1)`,
);
const BY_SESSION = statement(
  'actor-by-session',
  `select session_id as "id", person_id as "personId", organisation_id as "organisationId",
          organisation_kind as "organisationKind", roles,
          second_factor_given as "secondFactorGiven", second_factor_enrolled as "secondFactorEnrolled"
     from actor_of_session($1)`,
);
const SESSION_RUNS = statement('session-runs-for', 'select session_runs_for($1) as "organisationId"');
const SESSION_END = statement('session-end-reason', 'select end_of_session($1) as "reason"');
/** Ends that somebody brought about who would not have this browser go on: another device of the person, or those who manage them. */
const BY_SOMEBODY: readonly string[] = [
  'ended-elsewhere',
  'ended-by-office',
  'membership-changed',
  'identity-removed',
];
type PersonRow = Omit<Person, 'kind'>;

/** The session of a browser, and what it knows of a second factor. */
export interface ActingSession {
  readonly id: string;
  readonly secondFactorGiven: boolean;
  readonly secondFactorEnrolled: boolean;
}
/** A person, what they may use here of what their roles allow, and the browser's session if they came with one. */
export interface SignedIn {
  readonly person: Person;
  readonly scopes: readonly Scope[];
  readonly session?: ActingSession;
}

/** Who asks. The one place that turns what a request carries into a person. */
@Injectable()
export class Authentication {
  constructor(private readonly db: Database) {}

  /**
   * The person behind a request. An `Authorization` header is set on purpose and a cookie sends itself: so the header
   * counts alone when there is one, also when it is no good.
   * @throws ProblemException 401 when there is nobody: neither header nor cookie; unknown, expired, ended
   */
  async personFrom(request: FastifyRequest): Promise<SignedIn> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(bearerToken(authorization));
    const cookie = sessionToken(request);
    if (cookie === undefined) throw unauthenticated();
    return this.bySession(cookie);
  }

  /**
   * Whether the same request would still let the same person in, in the same name and for as much. For answers that take
   * long: to a session it is no sign that somebody is at the keys.
   */
  async wouldStillBe({ person, scopes }: SignedIn, request: FastifyRequest): Promise<boolean> {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      const values = [hashToken(sessionToken(request) ?? '')];
      const [row] = await this.db.run<{ organisationId: string | null }>(NOBODY, SESSION_RUNS, values);
      return row?.organisationId === person.organisationId;
    }
    const [row] = await this.ofToken(bearerToken(authorization) ?? '');
    return row?.organisationId === person.organisationId && scopes.every((one) => row.scopes.includes(one));
  }

  private ofToken(token: string): Promise<readonly (PersonRow & { scopes: Scope[] })[]> {
    return this.db.run<PersonRow & { scopes: Scope[] }>(NOBODY, BY_TOKEN, [hashToken(token)]);
  }

  /** In the name of the organisation the token was made for. */
  private async byToken(token: string | undefined): Promise<SignedIn> {
    if (token === undefined) throw unauthenticated(true);
    const [row] = await this.ofToken(token);
    if (!row) throw unauthenticated(true);
    const { scopes, ...person } = row;
    return { person: { kind: 'person', ...person }, scopes };
  }

  /** With everything that the person's roles allow. */
  private async bySession(token: string): Promise<SignedIn> {
    const [row] = await this.db.run<PersonRow & ActingSession>(NOBODY, BY_SESSION, [hashToken(token)]);
    if (!row) throw await this.whyNot(token);
    const { id, secondFactorGiven, secondFactorEnrolled, ...person } = row;
    const session = { id, secondFactorGiven, secondFactorEnrolled };
    return { person: { kind: 'person', ...person }, scopes: SCOPES, session };
  }

  /** Whoever holds the secret of a session is told whether it was ended by somebody. */
  private async whyNot(token: string): Promise<ProblemException> {
    const [end] = await this.db.run<{ reason: string | null }>(NOBODY, SESSION_END, [hashToken(token)]);
    return BY_SOMEBODY.includes(end?.reason ?? '') ? sessionEnded() : unauthenticated(true);
  }
}
