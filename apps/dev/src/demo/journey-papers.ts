import type { AccessView } from '#contracts';
import { disguised, infected, paper } from '../play/files.js';
import { readsAsSent, upload, type Sent } from './evidence.js';
import { refusal } from './refusal.js';
import type { Act } from './scene.js';
import { count, list } from './wording.js';

/** Papers that the supplier has uploaded. */
export interface Papers {
  readonly registration: Sent;
  readonly tax: Sent;
}

const statusOf = ({ document: { status, refusal: why } }: Sent): string => why ?? status;

/** Two papers that are what they say, and two files that are not. */
export async function uploadPapers({ scene, story, applicant, id }: Act): Promise<Papers> {
  const { parties, expectations } = scene;
  const { member, profile } = applicant;
  const about = (item: string) => ({ qualificationId: id, target: 'section', item });
  const lines = [profile.name, profile.address, 'Made for a demonstration: not a paper of any authority.'];
  const files = [
    await paper('business-registration.pdf', 'Business registration', lines),
    await paper('patent-tax.pdf', 'Patent tax receipt', lines),
  ] as const;
  let papers: Papers | undefined;
  await story.step(
    member,
    'uploads its business registration and patent tax receipt (PDF), each to its section',
    async () => {
      const [registration, tax] = await Promise.all([
        upload(member, files[0], about('profile')),
        upload(member, files[1], about('tax')),
      ]);
      papers = { registration, tax };
    },
  );
  if (!papers) throw new Error('no papers were uploaded');
  const whole = await Promise.all(Object.values(papers).map((sent) => readsAsSent(parties.officer, sent)));
  expectations.expect('papers come to the office byte for byte (SHA-256)', !whole.includes(false), whole);
  let became: string[] = [];
  await story.step(
    member,
    () => `uploads a list with a virus and a drawing with a script named .png: refused (${list(became)})`,
    async () => {
      const bad = [infected(), disguised()].map((file) => upload(member, file, { qualificationId: id }));
      became = (await Promise.all(bad)).map(statusOf);
    },
  );
  const refused = became.join() === 'infected,type-not-allowed';
  expectations.expect('a virus and a disguised drawing are refused', refused, became);
  return papers;
}

/** A buyer reads what was opened to it by name, and nothing else. */
export async function readPapers(act: Act, { registration, tax }: Papers): Promise<void> {
  const { scene, story } = act;
  const { mill, brand } = scene.parties;
  const { expectations } = scene;
  let same = false;
  await story.step(brand.requester, 'reads the business registration (SHA-256 compared)', async () => {
    same = await readsAsSent(brand.requester, registration);
  });
  expectations.expect('a document that was opened by name is read as it was sent', same);
  const closed = [
    await refusal(() => readsAsSent(brand.requester, tax)),
    await refusal(() => readsAsSent(mill.requester, registration)),
  ];
  expectations.expect(
    'what was not opened does not exist for a buyer: tax papers here, all papers for the other buyer',
    closed.every((code) => code === 'not-found'),
    closed,
  );
}

/** The supplier is told who read what of it. */
export async function lookAtAccesses({ scene, story, applicant, id }: Act): Promise<void> {
  const { parties, expectations } = scene;
  const { api } = applicant.member;
  let seen: readonly AccessView[] = [];
  const told = (): string => {
    const names = [...new Set(seen.map(({ organisation }) => organisation.name))];
    const times = (name: string): number =>
      seen.filter(({ organisation }) => organisation.name === name).length;
    return `sees who read its data: ${list(names.map((name) => `${name} (${count(times(name), 'reading')})`))}`;
  };
  await story.step(applicant.member, told, async () => {
    const path = `/v1/qualifications/${id}/accesses?limit=200`;
    seen = (await api.get<{ items: AccessView[] }>(path)).items;
  });
  const by = (organisationId: string, operation: string): boolean =>
    seen.some((one) => one.organisation.id === organisationId && one.operation === operation);
  const { brand, auditor } = parties;
  const right =
    by(brand.organisationId, 'getDocumentContent') &&
    seen.some(({ organisation }) => organisation.id === auditor.organisationId);
  expectations.expect('each reading by another organisation is told to the supplier', right, seen);
}
