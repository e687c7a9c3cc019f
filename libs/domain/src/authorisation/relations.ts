import type { Person, Role } from '../actors.js';
import { CONSENT_SECTIONS, type ConsentSection } from '../consent.js';

/**
 * What a person can be to the object of an operation. `anyone` needs no sign-in. `member` acts for the organisation that
 * the object belongs to, `administrator` manages its people, `purchaser` orders for it. `acquaintance` may know that an organisation exists: they
 * share a case, or a supplier looks for buyers. The rest are the sides of a case; a buyer is one by the supplier's
 * consent or by what it ordered there (`buying-member`, `buying-requester` and `buying-approver` act for one whatever it is about, as `managing` manages the people of whatever organisation they act for), and `buyer-with-<section>` when the supplier opened that section to it.
 */
export const RELATIONS = [
  'anyone',
  'signed-in',
  'self',
  'colleague',
  'member',
  'administrator',
  'purchaser',
  'acquaintance',
  'supplier',
  'audit-firm',
  'assigned-auditor',
  'buyer',
  'requester',
  'inspector',
  'buying-member',
  'buying-requester',
  'buying-approver',
  'managing',
  'programme-office',
  'officer',
  'reviewer',
  ...CONSENT_SECTIONS.map(buyerWith),
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The relation of a buyer to whom the supplier opened a section. */
export function buyerWith<S extends ConsentSection>(section: S): `buyer-with-${S}` {
  return `buyer-with-${section}`;
}

/** As whom an organisation sees a case; the programme office sees every case. */
export type CaseRelation = 'supplier' | 'audit-firm' | 'buyer' | 'programme-office';

/** What a service knows of the object that somebody asks for. */
export interface ObjectFacts {
  /** Whose it is: a person's token, say. */
  readonly personId?: string;
  /** The organisation it is, or belongs to. */
  readonly organisationId?: string;
  readonly acquaintance?: boolean;
  readonly colleague?: boolean;
  /** Of the actor's organisation to the case. */
  readonly caseRelations?: readonly CaseRelation[];
  /** What the supplier opened to the actor's organisation, when that is a buyer. */
  readonly sections?: readonly ConsentSection[];
  /** The person who audits the case. */
  readonly auditorId?: string | undefined;
}

const withRole = (person: Person, role: Role, relation: Relation): readonly Relation[] =>
  person.roles.includes(role) ? [relation] : [];

function onTheCase(
  person: Person,
  { caseRelations = [], sections = [], auditorId }: ObjectFacts,
): readonly Relation[] {
  return caseRelations.flatMap((relation): readonly Relation[] => {
    if (relation === 'supplier') return ['member', ...withRole(person, 'supplier', 'supplier')];
    if (relation === 'buyer')
      return [
        'buyer',
        ...sections.map(buyerWith),
        ...withRole(person, 'buyer-requester', 'requester'),
        ...withRole(person, 'inspector', 'inspector'),
      ];
    if (relation === 'audit-firm')
      return ['audit-firm', ...(auditorId === person.personId ? (['assigned-auditor'] as const) : [])];
    return [];
  });
}

function toOrganisation(person: Person, { organisationId }: ObjectFacts): readonly Relation[] {
  if (organisationId === undefined || organisationId !== person.organisationId) return [];
  return [
    'member',
    ...withRole(person, 'supplier', 'supplier'),
    ...withRole(person, 'buyer-requester', 'purchaser'),
    ...withRole(person, 'administrator', 'administrator'),
  ];
}

/** Everything that a signed-in person is to an object. */
export function relationsTo(person: Person, object: ObjectFacts = {}): readonly Relation[] {
  const office = person.organisationKind === 'programme-office';
  return [
    'anyone',
    'signed-in',
    ...(object.personId === person.personId ? (['self'] as const) : []),
    ...(object.colleague ? (['colleague'] as const) : []),
    ...(object.acquaintance ? (['acquaintance'] as const) : []),
    ...toOrganisation(person, object),
    ...onTheCase(person, object),
    ...(person.organisationKind === 'buyer' ? (['buying-member'] as const) : []),
    ...(person.organisationKind === 'buyer' ? withRole(person, 'buyer-requester', 'buying-requester') : []),
    ...(person.organisationKind === 'buyer' ? withRole(person, 'buyer-approver', 'buying-approver') : []),
    ...withRole(person, 'administrator', 'managing'),
    ...(office ? (['programme-office'] as const) : []),
    ...(office ? withRole(person, 'officer', 'officer') : []),
    ...(office ? withRole(person, 'reviewer', 'reviewer') : []),
  ];
}
