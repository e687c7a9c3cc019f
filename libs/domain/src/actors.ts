/** What kind of organisation a person acts for. */
export const ORGANISATION_KINDS = ['supplier', 'audit-firm', 'buyer', 'programme-office'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What a membership allows a person to do in a case, in the name of an organisation. */
export const CASE_ROLES = [
  'supplier',
  'auditor',
  'officer',
  'reviewer',
  'buyer-requester',
  'buyer-approver',
  'inspector',
] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** An administrator manages the people of an organisation of any kind, and decides nothing in a case (domain rules 2.3). */
export const ROLES = [...CASE_ROLES, 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Roles in a case only make sense in one kind of organisation. */
export const ROLE_HOME: Readonly<Record<CaseRole, OrganisationKind>> = {
  supplier: 'supplier',
  auditor: 'audit-firm',
  officer: 'programme-office',
  reviewer: 'programme-office',
  'buyer-requester': 'buyer',
  'buyer-approver': 'buyer',
  inspector: 'buyer',
};

/** Whether people of such an organisation can have the role. */
export const roleFits = (role: Role, kind: OrganisationKind): boolean =>
  role === 'administrator' || ROLE_HOME[role] === kind;

/**
 * Roles that read what their firm reads, and nothing of others beside. The others read for a trust of their own: what they
 * see is not for whoever manages the people of their organisation.
 */
export const ROLES_READING_AS_FIRM: readonly Role[] = [
  'supplier',
  'buyer-requester',
  'buyer-approver',
  'inspector',
  'administrator',
];

export interface Person {
  readonly kind: 'person';
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
}

/** Timers and automated checks act as the system; no person may claim to be it. */
export interface System {
  readonly kind: 'system';
}

export type Actor = Person | System;
export const SYSTEM: System = { kind: 'system' };

/** A person in the name of an organisation: what the segregation of duties compares. */
export interface Hand {
  readonly personId: string;
  readonly organisationId: string;
}

export const handOf = (person: Person): Hand => ({
  personId: person.personId,
  organisationId: person.organisationId,
});

/** Whether two hands are the same person or work for the same organisation (domain rules 2.3). */
export const sameSide = (a: Hand, b: Hand): boolean =>
  a.personId === b.personId || a.organisationId === b.organisationId;
