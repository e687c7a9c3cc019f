import { Injectable } from '@nestjs/common';
import type { CreatePerson, MeView, PeopleQuery, PersonView, SetMembership } from '#contracts';
import {
  refuse,
  roleFits,
  wantsSecondFactor,
  type OperationId,
  type OrganisationKind,
  type Person,
  type Role,
} from '#domain';
import { Database, supplierLogged } from '#persistence';
import {
  etagOf,
  idAfter,
  invalid,
  isRestricted,
  notFound,
  pageOf,
  preconditionFailed,
  ProblemException,
  refused,
  type Page,
} from '#platform';
import type { ActingSession } from '../auth/authentication.js';
import { Authorisation } from '../auth/authorisation.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import * as sql from './people.queries.js';
import { meView, personView, type MeRow, type PersonRow } from './people.view.js';

const secondFactorOf = (actor: Person, session: ActingSession | undefined): MeView['secondFactor'] => {
  if (session?.secondFactorGiven) return 'given';
  return session && wantsSecondFactor(actor, session.secondFactorEnrolled) ? 'wanted' : 'not-wanted';
};

@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
  ) {}

  /** The office registers a person with a first membership. */
  async create(actor: Person, key: string | undefined, body: CreatePerson): Promise<PersonView> {
    const { name, language, organisationId, roles } = body;
    await this.rolesMustFit(actor, organisationId, roles);
    const id = idForNew(actor, 'people', key);
    await createOnce(this.db, actor, sql.CREATE_PERSON, [id, name, language ?? null, organisationId, roles]);
    return this.read(actor, id);
  }

  /** Members of one organisation, for the office and for its own people; the office may ask for everybody. */
  async list(actor: Person, { organisationId, cursor, limit }: PeopleQuery): Promise<Page<PersonView>> {
    const office = this.authorisation.looksAcross(actor);
    const wanted = organisationId ?? (office ? null : actor.organisationId);
    if (wanted) this.authorisation.require('listPeople', actor, { organisationId: wanted }, 'organisation');
    const values = [wanted, actor.organisationId, office, idAfter(cursor), limit + 1];
    const access =
      wanted && wanted !== actor.organisationId ? supplierLogged(wanted, 'listPeople') : undefined;
    const rows = await this.db.run<PersonRow & { id: string }>(actor, sql.LIST_PEOPLE, values, access);
    return pageOf(rows, limit, personView, (row) => row.id);
  }

  async read(actor: Person, id: string): Promise<PersonView> {
    const values = [id, actor.organisationId, this.authorisation.looksAcross(actor), actor.personId];
    const [row] = await this.db.run<PersonRow & { id: string }>(actor, sql.READ_PERSON, values);
    if (!row) throw notFound('person');
    return personView(row);
  }

  /**
   * Who may not even know of the person gets 404, who may not do this to them 403.
   * @param organisationId where they are a member, when it is about that
   */
  async mustMay(
    operation: OperationId,
    actor: Person,
    personId: string,
    organisationId = actor.organisationId,
  ): Promise<void> {
    await this.read(actor, personId);
    this.authorisation.require(operation, actor, { personId, organisationId, colleague: true }, 'person');
  }

  /**
   * Give a person these roles in an organisation, in place of those they had. Nobody gives themselves more.
   * @param version of the membership that was read; 0 for one that does not run yet
   * @throws ProblemException 412 with the membership as it is when somebody was faster
   */
  async setRoles(
    actor: Person,
    id: string,
    organisationId: string,
    version: number,
    body: SetMembership,
  ): Promise<PersonView> {
    const { roles } = body;
    await this.mustMay('setMembership', actor, id, organisationId);
    const more = organisationId !== actor.organisationId || roles.some((role) => !actor.roles.includes(role));
    if (id === actor.personId && more) throw refused(refuse('role-not-allowed'));
    await this.rolesMustFit(actor, organisationId, roles);
    const values = [id, organisationId, roles, version];
    const [row] = await this.db.run(actor, sql.SET_MEMBERSHIP, values).catch(asLastAdministrator);
    const person = await this.read(actor, id);
    if (row) return person;
    const current = person.memberships.find((membership) => membership.organisationId === organisationId);
    // None was expected and none runs, and still none was made: the person was erased.
    if (version === 0 && !current) throw notFound('person');
    throw preconditionFailed(current && etagOf(current.version), current, body);
  }

  /** End a membership; tokens made for it stop working at once. */
  async endMembership(actor: Person, id: string, organisationId: string): Promise<void> {
    await this.mustMay('endMembership', actor, id, organisationId);
    const values = [id, organisationId];
    const [row] = await this.db.run(actor, sql.END_MEMBERSHIP, values).catch(asLastAdministrator);
    if (!row) throw notFound('membership');
  }

  async me(actor: Person, session?: ActingSession): Promise<MeView> {
    const values = [actor.personId, actor.organisationId];
    const [row] = await this.db.run<MeRow & { id: string }>(actor, sql.READ_ME, values);
    if (!row) throw notFound('person');
    return meView(row, actor.roles, secondFactorOf(actor, session));
  }

  /** Each role in a case belongs to one kind of organisation. */
  async rolesMustFit(actor: Person, organisationId: string, roles: readonly Role[]): Promise<void> {
    const [found] = await this.db.run<{ kind: OrganisationKind }>(actor, sql.ORGANISATION_KIND, [
      organisationId,
    ]);
    if (!found)
      throw invalid({
        pointer: '#/organisationId',
        detail: 'There is no such organisation.',
        code: 'unknown',
      });
    mustFit(found.kind, roles);
  }
}

/** @throws ProblemException 422 naming the roles that nobody can have in such an organisation */
export function mustFit(kind: OrganisationKind, roles: readonly Role[], pointer = '#/roles'): void {
  const wrong = roles.flatMap((role, index) => (roleFits(role, kind) ? [] : [{ role, index }]));
  if (wrong.length === 0) return;
  throw invalid(
    ...wrong.map(({ role, index }) => ({
      pointer: `${pointer}/${index}`,
      detail: `Nobody is ${role} in an organisation of kind ${kind}.`,
      code: 'role-does-not-fit',
    })),
  );
}

/** The database keeps one administrator in every organisation that has any. */
function asLastAdministrator(error: unknown): never {
  throw isRestricted(error, 'membership_last_administrator')
    ? new ProblemException('last-administrator')
    : error;
}
