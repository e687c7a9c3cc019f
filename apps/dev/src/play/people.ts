import type { Authenticators } from './authenticators.js';
import type { Pick } from '../sign-in/login-page.js';
import type { Member, Parties } from './parties.js';
import type { Applicant } from './supplier.js';

/** One line for everybody who can sign in: role, name, organisation, and who and with which token. */
export interface Ticket {
  readonly role: string;
  readonly name: string;
  readonly organisation: string;
  readonly personId: string;
  readonly token: string;
}

const ticket = (role: string, organisation: string, { name, personId, token }: Member): Ticket => ({
  role,
  name,
  organisation,
  personId,
  token,
});

/** A ready-made token for every role, suppliers first. */
export function ticketsOf(parties: Parties, applicants: readonly Applicant[]): readonly Ticket[] {
  const office = 'programme office';
  const { mill, brand, auditor, otherAuditor } = parties;
  const buyer = ({ name, requester, approver }: Parties['mill']): Ticket[] => [
    ticket('buyer-requester, inspector', name, requester),
    ticket('buyer-approver', name, approver),
  ];
  return [
    ...applicants.map(({ member, profile }) => ticket('supplier', profile.name, member)),
    ticket('officer', office, parties.officer),
    ticket('officer', office, parties.secondOfficer),
    ticket('reviewer', office, parties.reviewer),
    ticket('reviewer', office, parties.secondReviewer),
    ticket('auditor', 'audit firm', auditor),
    ticket('auditor', 'another audit firm', otherAuditor),
    ...buyer(mill),
    ...buyer(brand),
  ];
}

/** Everybody who can be picked at the sign-in of development. */
export const picksOf = (
  parties: Parties,
  applicants: readonly Applicant[],
  authenticators: Authenticators = {},
): readonly Pick[] =>
  ticketsOf(parties, applicants).map(({ personId, name, role, organisation }) => ({
    ...{ subject: personId, name, role, organisation, authenticator: authenticators[personId] },
  }));
