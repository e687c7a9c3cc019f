import { randomUUID } from 'node:crypto';
import { NOBODY, openDatabase, statement } from '#persistence';
import { mintToken } from '#platform';
import { normaliseName, SCOPES, type Role } from '#domain';
import { ApiClient, ApiProblem, Costs } from './api-client.js';

const FIRST_OFFICER = statement(
  'first-officer',
  `with o as (insert into organisation (id, kind, name, normalised_name) values ($1, 'programme-office', $2, $3) returning id),
     p as (insert into person (id, name) values ($4, $5) returning id),
     m as (insert into membership (person_id, organisation_id, roles) select p.id, o.id, $6::text[] from p, o)
   insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at, scopes)
     select $7, p.id, o.id, $8, $9, now() + interval '1 year', $10::text[] from p, o`,
);
const OFFICE = 'Programme Office for Supplier Qualification';

/** The first officer of a new installation, with a token: everybody else is entered over the API. */
export async function installOffice(databaseUrl: string): Promise<{ organisationId: string; token: string }> {
  const db = await openDatabase({ url: databaseUrl, poolSize: 1 });
  try {
    const [organisationId, personId] = [randomUUID(), randomUUID()];
    const { token, hash, prefix } = mintToken();
    const roles = ['officer', 'reviewer'];
    const values = [
      organisationId,
      OFFICE,
      normaliseName(OFFICE),
      personId,
      'Sophea',
      roles,
      randomUUID(),
      hash,
      prefix,
      SCOPES,
    ];
    await db.run(NOBODY, FIRST_OFFICER, values);
    return { organisationId, token };
  } finally {
    await db.close();
  }
}

export interface Member {
  readonly personId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly token: string;
  readonly api: ApiClient;
}
export interface Firm {
  readonly organisationId: string;
  readonly name: string;
  readonly requester: Member;
  readonly approver: Member;
}
/** Everybody a case meets, each with a token of their own. */
export interface Parties {
  readonly baseUrl: string;
  readonly costs: Costs;
  readonly office: { readonly organisationId: string; readonly token: string; readonly api: ApiClient };
  readonly officer: Member;
  readonly secondOfficer: Member;
  readonly reviewer: Member;
  readonly secondReviewer: Member;
  readonly auditor: Member;
  readonly otherAuditor: Member;
  readonly mill: Firm;
  readonly brand: Firm;
  readonly schemeVersionId: string;
}

/** Enters people and organisations as the office does, over the API. */
export class Registry {
  constructor(
    readonly baseUrl: string,
    readonly office: ApiClient,
    readonly costs: Costs,
  ) {}

  async organisation(kind: string, name: string): Promise<string> {
    return (await this.office.post<{ id: string }>('/v1/organisations', { kind, name })).id;
  }

  async member(organisationId: string, name: string, ...roles: Role[]): Promise<Member> {
    const person = await this.office.post<{ id: string }>('/v1/people', { name, organisationId, roles });
    await this.identity(person.id);
    const path = `/v1/people/${person.id}/tokens`;
    const { token } = await this.office.post<{ token: string }>(path, { organisationId, expiresInDays: 365 });
    const api = new ApiClient(this.baseUrl, token, this.costs);
    return { personId: person.id, organisationId, name, roles, token, api };
  }

  /** The sign-in provider of development knows people by the ids that they have here. */
  async identity(personId: string): Promise<void> {
    await this.office.post(`/v1/people/${personId}/identities`, { subject: personId });
  }

  async firm(name: string, requester: string, approver: string): Promise<Firm> {
    const organisationId = await this.organisation('buyer', name);
    return {
      organisationId,
      name,
      requester: await this.member(organisationId, requester, 'buyer-requester', 'inspector'),
      approver: await this.member(organisationId, approver, 'buyer-approver'),
    };
  }
}

/** Public holidays of Cambodia that keep their date; the moving ones are loaded by the office each year. */
const FIXED_HOLIDAYS = [
  '01-01',
  '01-07',
  '03-08',
  '05-01',
  '05-14',
  '06-18',
  '09-24',
  '10-15',
  '10-29',
  '11-09',
];

/** Names of the two audit firms. */
export const AUDIT_FIRMS = ['Mekong Assurance', 'Tonle Sap Auditors'] as const;

/** Publish the first version of a scheme; returns its id. */
async function publishScheme(api: ApiClient): Promise<string> {
  const scheme = {
    code: `GFT-${randomUUID().slice(0, 8)}`,
    name: 'Garment, footwear and travel goods inputs',
  };
  const { id } = await api.post<{ id: string }>('/v1/schemes', scheme);
  return (await api.post<{ id: string }>(`/v1/schemes/${id}/versions`, { version: '1.0.0' })).id;
}

async function loadHolidays(api: ApiClient): Promise<void> {
  const source = 'Fixed dates of the yearly sub-decree on public holidays';
  const thisYear = new Date().getUTCFullYear();
  for (let year = thisYear; year < thisYear + 4; year += 1) {
    const dates = FIXED_HOLIDAYS.map((day) => `${year}-${day}`);
    // Whoever came first has loaded the same.
    await api.put(`/v1/holidays/${year}`, { dates, source }).catch((error: unknown) => {
      if (!(error instanceof ApiProblem && error.status === 412)) throw error;
    });
  }
}

/** Seed scheme, calendars and everybody that the demo and the stories need. */
export async function seedParties(
  baseUrl: string,
  office: { organisationId: string; token: string },
): Promise<Parties> {
  const costs = new Costs();
  const api = new ApiClient(baseUrl, office.token, costs);
  const registry = new Registry(baseUrl, api, costs);
  const schemeVersionId = await publishScheme(api);
  await loadHolidays(api);
  const audits = await registry.organisation('audit-firm', AUDIT_FIRMS[0]);
  const otherAudits = await registry.organisation('audit-firm', AUDIT_FIRMS[1]);
  return {
    baseUrl,
    costs,
    office: { ...office, api },
    officer: await registry.member(office.organisationId, 'Dara', 'officer'),
    secondOfficer: await registry.member(office.organisationId, 'Bopha', 'officer'),
    reviewer: await registry.member(office.organisationId, 'Rith', 'reviewer'),
    secondReviewer: await registry.member(office.organisationId, 'Kalyan', 'reviewer'),
    auditor: await registry.member(audits, 'Chanthy', 'auditor'),
    otherAuditor: await registry.member(otherAudits, 'Mony', 'auditor'),
    mill: await registry.firm('Golden Needle Garments', 'Li', 'Wong'),
    brand: await registry.firm('Northlight Outdoor', 'Anna', 'Bert'),
    schemeVersionId,
  };
}

export const registryOf = (parties: Parties): Registry =>
  new Registry(parties.baseUrl, parties.office.api, parties.costs);
