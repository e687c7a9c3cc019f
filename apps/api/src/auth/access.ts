import { refuse, type Person, type Role } from '#domain';
import { notFound, refused } from '#platform';

/** Anybody who acts for the programme office sees everything. */
export const isOffice = (actor: Person): boolean => actor.organisationKind === 'programme-office';
export const hasRole = (actor: Person, role: Role): boolean => actor.roles.includes(role);
const isOfficer = (actor: Person): boolean => isOffice(actor) && hasRole(actor, 'officer');

/** Only an officer of the programme office goes on; everybody else is refused (403). */
export function officersOnly(actor: Person): void {
  if (!isOfficer(actor)) throw refused(refuse('role-not-allowed'));
}

/** An officer, or somebody with this role in this organisation; to others the organisation is not there (404). */
export function officersOr(actor: Person, role: Role, organisationId: string, what: string): void {
  if (isOfficer(actor)) return;
  if (actor.organisationId !== organisationId && !isOffice(actor)) throw notFound(what);
  if (actor.organisationId !== organisationId || !hasRole(actor, role))
    throw refused(refuse('role-not-allowed'));
}
