import type { Person, Role } from './actors.js';

const person = (
  personId: string,
  organisationId: string,
  organisationKind: Person['organisationKind'],
  ...roles: Role[]
): Person => ({
  kind: 'person',
  personId,
  organisationId,
  organisationKind,
  roles,
});

/** Everybody a case meets: two of each where four eyes are asked for. */
export const PEOPLE = {
  supplier: person('sokha', 'supplier', 'supplier', 'supplier'),
  stranger: person('vanna', 'other-supplier', 'supplier', 'supplier'),
  officer: person('dara', 'office', 'programme-office', 'officer'),
  officer2: person('bopha', 'office', 'programme-office', 'officer'),
  reviewer: person('rith', 'office', 'programme-office', 'reviewer'),
  reviewer2: person('kalyan', 'office', 'programme-office', 'reviewer'),
  panelist: person('sopheap', 'office', 'programme-office', 'reviewer'),
  panelist2: person('makara', 'office', 'programme-office', 'officer'),
  panelist3: person('nary', 'office', 'programme-office', 'reviewer'),
  auditor: person('chan', 'firm-1', 'audit-firm', 'auditor'),
  auditor2: person('mony', 'firm-2', 'audit-firm', 'auditor'),
  requester: person('li', 'buyer-1', 'buyer', 'buyer-requester', 'inspector'),
  approver: person('wong', 'buyer-1', 'buyer', 'buyer-approver'),
  requester2: person('anna', 'buyer-2', 'buyer', 'buyer-requester', 'inspector'),
  approver2: person('bert', 'buyer-2', 'buyer', 'buyer-approver'),
  /** People with two hats, and colleagues: the segregation of duties is about them. */
  colleague: person('vichet', 'firm-1', 'audit-firm', 'auditor'),
  auditorAsReviewer: person('chan', 'office', 'programme-office', 'reviewer'),
  colleagueAsOfficer: person('vichet', 'office', 'programme-office', 'officer'),
  reviewerAsAuditor: person('rith', 'firm-3', 'audit-firm', 'auditor'),
  supplierAsAuditor: person('sokha', 'firm-4', 'audit-firm', 'auditor'),
  auditorAsApprover: person('chan', 'buyer-1', 'buyer', 'buyer-requester', 'buyer-approver'),
  sole: person('solo', 'buyer-1', 'buyer', 'buyer-requester', 'buyer-approver'),
} as const;
export type Who = keyof typeof PEOPLE;
