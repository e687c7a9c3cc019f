import type { MeView } from '#contracts';
import { ApiClient } from '../play/api-client.js';
import { Browser } from '../play/browser.js';
import type { Member } from '../play/parties.js';
import { Directory, membersOf } from './directory.js';
import { refusal } from './refusal.js';
import type { Scene } from './scene.js';
import { tellWithoutTime } from './story.js';
import { heading } from './terminal.js';
import { list } from './wording.js';

const me = ({ api }: Member): Promise<MeView> => api.uncounted().get<MeView>('/v1/me');

/** Who came in at the sign-in provider, and that nobody sees anything on half of the way. */
export async function tellStaff({ parties, expectations }: Scene): Promise<void> {
  heading('Sign-in: everybody acts as themselves');
  const directory = new Directory(parties);
  const staff = membersOf(parties);
  const firms = [...new Set(staff.map((member) => directory.organisation(member.organisationId)))];
  tellWithoutTime(
    `${staff.length} people`,
    `of the ${list(firms)} sign in at the OpenID provider, and each gives a code of an authenticator app`,
  );
  const seen = await Promise.all(staff.map(me));
  const right = seen.filter(
    ({ person, secondFactor }, i) => person.id === staff[i]?.personId && secondFactor === 'given',
  );
  expectations.expect(
    'each of the staff is signed in as themselves, with a second factor',
    right.length === staff.length,
    seen.map(({ secondFactor }) => secondFactor),
  );
  await expectHalfWay(parties.baseUrl, parties.auditor, expectations);
}

async function expectHalfWay(
  baseUrl: string,
  { personId, api }: Member,
  expectations: Scene['expectations'],
): Promise<void> {
  const half = new Browser(baseUrl);
  await half.signIn(personId);
  const without = await refusal(() => half.client().get('/v1/tasks'));
  expectations.expect(
    'without the second factor nothing is shown',
    without === 'second-factor-needed',
    without,
  );
  const elsewhere = new ApiClient(baseUrl, () => ({ ...api.credentials(), 'sec-fetch-site': 'cross-site' }));
  const foreign = await refusal(() => elsewhere.post('/v1/qualifications', {}));
  expectations.expect('a page of another site cannot use a session', foreign === 'cross-site', foreign);
}

/** How somebody of a supplier came in, and that a wrong code is none. */
export async function tellSupplier({ parties, expectations }: Scene, member: Member): Promise<void> {
  const { phone } = member;
  if (phone === undefined) return;
  const hint = `${phone.slice(0, 6)}...${phone.slice(-3)}`;
  tellWithoutTime(
    `${member.name}, supplier`,
    `is invited by a message to ${hint}, and signs in with its code`,
  );
  const { person, secondFactor } = await me(member);
  expectations.expect(
    'a supplier signs in by telephone as who was invited',
    person.id === member.personId && secondFactor === 'not-wanted',
    secondFactor,
  );
  const browser = new Browser(parties.baseUrl);
  await browser.askForCode(phone);
  const wrong = await refusal(() => browser.enterCode(phone, '000000'));
  expectations.expect('a wrong code lets nobody in', wrong === 'validation', wrong);
}
