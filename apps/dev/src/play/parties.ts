import { randomUUID } from 'node:crypto';
import { NOBODY, openDatabase, statement } from '#persistence';
import { mintToken } from '#platform';
import { normaliseName, SCOPES, type Role } from '#domain';
import { ApiClient, ApiProblem, Costs } from './api-client.js';
import { Registry, signedIn, type Entry } from './registry.js';
import { publishScheme } from './schemes.js';

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
  /** For programs. */
  readonly token: string;
  /** The number that they sign in with; others sign in at the provider. */
  readonly phone?: string;
  /** Asks as they came in. */
  readonly api: ApiClient;
}
export interface Firm {
  readonly organisationId: string;
  readonly name: string;
  readonly requester: Member;
  readonly approver: Member;
}
/** Everybody a case meets, each as themselves. */
export interface Parties {
  readonly baseUrl: string;
  readonly entry: Entry;
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

/** The first officer, who enters all others: with the token of the installation, or signed in like everybody. */
async function comeIn(api: ApiClient, entry: Entry): Promise<ApiClient> {
  if (entry === 'token') return api;
  const { person } = await api.get<{ person: { id: string } }>('/v1/me');
  await new Registry(api, entry).identity(person.id);
  return signedIn(api, person.id);
}

/**
 * Seed scheme, calendars and everybody that the demo and the stories need.
 * @param entry how they come in; to sign in, the API must know the sign-in of development
 */
export async function seedParties(
  baseUrl: string,
  office: { organisationId: string; token: string },
  entry: Entry = 'token',
): Promise<Parties> {
  const costs = new Costs();
  const api = await comeIn(new ApiClient(baseUrl, office.token, costs), entry);
  const registry = new Registry(api, entry);
  const officer = await registry.member(office.organisationId, 'Dara', 'officer');
  const schemeVersionId = await publishScheme(api, officer.api);
  await loadHolidays(api);
  const audits = await registry.organisation('audit-firm', AUDIT_FIRMS[0]);
  const otherAudits = await registry.organisation('audit-firm', AUDIT_FIRMS[1]);
  return {
    ...{ baseUrl, costs, entry },
    office: { ...office, api },
    officer,
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

export const registryOf = ({ office, entry }: Parties): Registry => new Registry(office.api, entry);
