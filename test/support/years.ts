import { DEFAULT_SCHEME_CONTENT, type SUSPENDED_BY_HAND } from '#domain';
import { until, type Case } from '../../apps/dev/src/play/api-client.js';
import type { Firm } from '../../apps/dev/src/play/parties.js';
import { approve } from '../../apps/dev/src/play/roles.js';
import { publishScheme } from '../../apps/dev/src/play/schemes.js';
import { fillIn, sectionsOf } from '../../apps/dev/src/play/supplier.js';
import { sectionsIn } from './next-term.js';
import { Story } from './story.js';
import type { World } from './world.js';

const DAY = 86_400_000;
const dateIn = (caseTime: string, days: number): string =>
  new Date(Date.parse(caseTime) + days * DAY).toISOString().slice(0, 10);

/** A scheme that asks trims for a certificate, whose lapse makes conditional: ours asks only leather and chemicals. */
export const schemeWithCertificate = ({ parties }: World): Promise<string> =>
  publishScheme(parties.office.api, parties.officer.api, {
    ...DEFAULT_SCHEME_CONTENT,
    requiredCertificates: { TRIMS: ['OEKO_TEX_100'] },
  });

/** Write a section again, over whatever version there is. */
export async function rewrite(story: Story, section: string, content: unknown): Promise<void> {
  const path = `${story.path}/sections`;
  const { items } = await story.supplier.get<{ items: { item: string; version: number }[] }>(path);
  const version = items.find(({ item }) => item === section)?.version ?? 0;
  await story.supplier.put(`${path}/${section}`, content, version);
}

const certificates = (story: Story, caseTime: string, days: number): unknown => ({
  certificates: [
    {
      ...{ scheme: 'OEKO_TEX_100', number: `C-${days}`, holderName: story.applicant.profile.name },
      ...{ scope: ['TRIMS'], validFrom: dateIn(caseTime, -100), validTo: dateIn(caseTime, days) },
    },
  ],
});

/** Qualified by the mill, with a mandatory certificate that ends in so many days. */
export async function qualifiedWithCertificate(
  world: World,
  days: number,
  schemeVersionId: string,
): Promise<Story> {
  const story = await Story.open(world, {}, schemeVersionId);
  await fillIn(story.applicant, story.id);
  await rewrite(story, 'certificates', certificates(story, (await story.see()).caseTime, days));
  await story.supplier.ask(story.id, { type: 'submit-application' });
  await story.goOn();
  await approve(story.id, world.parties.mill, false, Math.floor(days / 30));
  return story;
}

/** The supplier has a newer certificate, and asks for its check to be run again. */
export async function renewCertificate(story: Story, days: number): Promise<Case> {
  await rewrite(story, 'certificates', certificates(story, (await story.see()).caseTime, days));
  await story.supplier.ask(story.id, { type: 'rerun-check', check: 'certificates' });
  return story.until(({ checks }) => checks['certificates']?.verdict === 'PASS');
}

/** An approval that ran out is asked for again, for so many months. */
export async function approveAgain(story: Story, buyer: Firm, months: number): Promise<void> {
  await buyer.requester.api.ask(story.id, { type: 'request-approval' });
  await approve(story.id, buyer, false, months);
}

/** The firm has another owner, and says so; its new name is looked up on the lists. */
export async function changeOwner(story: Story, name: string): Promise<Case> {
  await story.supplier.ask(story.id, { type: 'report-change', change: 'owner' });
  await settled(story);
  const owners = sectionsOf(story.applicant)['owners'] as { owners: readonly object[] };
  await rewrite(story, 'owners', { owners: owners.owners.map((owner) => ({ ...owner, name })) });
  await story.supplier.ask(story.id, { type: 'rerun-check', check: 'beneficial-owners' });
  return settled(story);
}

/** No check runs any more. */
export const settled = (story: Story): Promise<Case> =>
  until(
    () => story.see(),
    ({ checks }) => Object.values(checks).every(({ verdict }) => verdict !== 'PENDING'),
  );

/** One officer suspends, a second one confirms. */
export async function suspendByTwo(story: Story, cause: (typeof SUSPENDED_BY_HAND)[number]): Promise<void> {
  const { officer, secondOfficer } = story.world.parties;
  await officer.api.ask(story.id, { type: 'suspend', cause, note: 'Seen and written down.' });
  await secondOfficer.api.ask(story.id, { type: 'confirm-suspension' });
}

/** One officer proposes, a second one confirms. */
export async function reinstateByTwo(story: Story): Promise<void> {
  const { officer, secondOfficer } = story.world.parties;
  await officer.api.ask(story.id, { type: 'propose-reinstatement', note: 'Closed, seen on its papers.' });
  await secondOfficer.api.ask(story.id, { type: 'confirm-reinstatement' });
}

/** The patent tax of the year that has begun is paid; whoever does not say so fails its check in April. */
export async function payPatentTax(story: Story): Promise<Case> {
  const { tax } = await sectionsIn(story);
  const patentYear = new Date((await story.see()).caseTime).getUTCFullYear();
  await rewrite(story, 'tax', { ...tax?.content, patentYear });
  await story.supplier.ask(story.id, { type: 'rerun-check', check: 'patent-tax' });
  return settled(story);
}
