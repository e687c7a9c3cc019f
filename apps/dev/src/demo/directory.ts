import { AUDIT_FIRMS, type Member, type Parties } from '../play/parties.js';
import type { Applicant } from '../play/supplier.js';

/** Everybody in the play. */
export const membersOf = (parties: Parties): readonly Member[] => [
  parties.officer,
  parties.secondOfficer,
  parties.reviewer,
  parties.secondReviewer,
  parties.auditor,
  parties.otherAuditor,
  parties.mill.requester,
  parties.mill.approver,
  parties.brand.requester,
  parties.brand.approver,
];

/** Names for the ids that cases and journals speak in. */
export class Directory {
  private readonly organisations: Map<string, string>;
  private readonly people: Map<string, Member>;

  constructor(parties: Parties, applicants: readonly Applicant[] = []) {
    const { office, mill, brand, auditor, otherAuditor } = parties;
    this.organisations = new Map([
      [office.organisationId, 'programme office'],
      [mill.organisationId, mill.name],
      [brand.organisationId, brand.name],
      [auditor.organisationId, AUDIT_FIRMS[0]],
      [otherAuditor.organisationId, AUDIT_FIRMS[1]],
      ...applicants.map(({ supplierId, profile }) => [supplierId, profile.name] as const),
    ]);
    const members = [...membersOf(parties), ...applicants.map(({ member }) => member)];
    this.people = new Map(members.map((member) => [member.personId, member]));
  }

  organisation(id: string | undefined): string {
    return id === undefined ? 'programme office' : (this.organisations.get(id) ?? 'somebody');
  }

  /** `Dara, officer`; a buyer's people with their firm, because there are several. */
  describe({ name, roles, organisationId }: Member): string {
    const [first = 'officer'] = roles;
    return `${name}, ${first.startsWith('buyer') ? this.organisation(organisationId) : first}`;
  }

  /** Who holds a ball: a person when one is named, else an organisation. */
  holder(holder: {
    role: string;
    organisationId?: string | undefined;
    personId?: string | undefined;
  }): string {
    const person = holder.personId ? this.people.get(holder.personId) : undefined;
    if (person) return person.name;
    const alone = ['reviewer', 'officer', 'supplier'].includes(holder.role);
    return alone ? holder.role : this.organisation(holder.organisationId);
  }
}
