import { Browser } from '../play/browser.js';
import { registryOf, type Member, type Parties } from '../play/parties.js';
import type { Applicant } from '../play/supplier.js';
import type { Kept } from './hooks.js';

type Page = { readonly items: readonly { readonly id: string }[] };
const idsOf = ({ items }: Page): string[] => items.map(({ id }) => id);

/** People, and what belongs to them, that may be changed and ended at will. */
export interface Spares {
  readonly people: readonly string[];
  readonly tokens: readonly string[];
  readonly sessions: readonly string[];
  readonly identities: readonly string[];
  readonly invitations: readonly string[];
}

async function signedIn(apiUrl: string, personId: string): Promise<Browser> {
  const browser = new Browser(apiUrl);
  const { status, text } = await browser.signIn(personId);
  if (status !== 303) throw new Error(`nobody could sign in: ${status} ${text}`);
  return browser;
}

const listed = async ({ officer }: Parties, personId: string, what: string): Promise<string[]> =>
  idsOf(await officer.api.get<Page>(`/v1/people/${personId}/${what}`));

/** Three of the supplier's, one of the audit firm's and one of a buyer's, each with token, identity and session. */
export async function enterSpares(parties: Parties, { supplierId }: Applicant): Promise<Spares> {
  const registry = registryOf(parties);
  const members: Member[] = [];
  for (const name of ['Chan', 'Nary', 'Vibol'])
    members.push(await registry.member(supplierId, name, 'supplier'));
  members.push(await registry.member(parties.auditor.organisationId, 'Phally', 'auditor'));
  members.push(await registry.member(parties.mill.organisationId, 'Chen', 'inspector'));
  const people = members.map(({ personId }) => personId);
  for (const person of people) await signedIn(parties.baseUrl, person);
  const invitations: string[] = [];
  for (const phone of ['+85512345671', '+85512345672', '+85512345673']) {
    const invitee = { name: 'Somebody', contact: { phone }, roles: ['supplier'] };
    const path = `/v1/organisations/${supplierId}/invitations`;
    invitations.push((await parties.office.api.post<{ id: string }>(path, invitee)).id);
  }
  const ofAll = async (what: string): Promise<string[]> =>
    (await Promise.all(people.map((person) => listed(parties, person, what)))).flat();
  const [tokens, sessions, identities] = await Promise.all(['tokens', 'sessions', 'identities'].map(ofAll));
  return {
    people,
    invitations,
    ...{ tokens: tokens ?? [], sessions: sessions ?? [], identities: identities ?? [] },
  };
}

/** The callers' own persons, tokens and sessions, which none of them may take from the others either. */
export async function spareOfOwn(
  parties: Parties,
  people: readonly string[],
  spares: Spares,
): Promise<Kept['spareOf']> {
  const instead: Record<string, string> = {};
  for (const person of people) {
    instead[person] = spares.people[0] ?? '';
    for (const id of await listed(parties, person, 'tokens')) instead[id] = spares.tokens[0] ?? '';
    for (const id of await listed(parties, person, 'sessions')) instead[id] = spares.sessions[0] ?? '';
  }
  return instead;
}

/** Sessions that one caller signs out of. */
const SIGN_OUTS = 20;

/** A person at a browser, with further sessions to sign out of. @param name of the session's cookie */
export async function sessionsOf(
  apiUrl: string,
  personId: string,
  name: string,
): Promise<NonNullable<Kept['cookie']>> {
  const cookies: string[] = [];
  while (cookies.length <= SIGN_OUTS) {
    const { cookie = '' } = (await signedIn(apiUrl, personId)).credentials();
    cookies.push(new RegExp(`${name}=([^;]+)`).exec(cookie)?.[1] ?? '');
  }
  const [value = '', ...spare] = cookies;
  return { name, value, spare };
}
