import * as roles from '../../apps/dev/src/play/roles.js';
import { sectionsOf } from '../../apps/dev/src/play/supplier.js';
import { Story } from './story.js';

const DAY = 86_400_000;
interface Section {
  readonly item: string;
  readonly content: Record<string, unknown>;
  readonly version: number;
}

/** What the supplier has written, by section. */
export async function sectionsIn(story: Story): Promise<Readonly<Record<string, Section>>> {
  const { items } = await story.supplier.get<{ items: Section[] }>(`${story.path}/sections`);
  return Object.fromEntries(items.map((section) => [section.item, section]));
}

/** To the last ninety days of a qualification, on its own clock. */
export async function comeToRequalification(old: Story): Promise<void> {
  const { validUntil } = await old.see();
  await old.world.passUntil(old.id, new Date(Date.parse(validUntil ?? '') - 89 * DAY).toISOString());
}

/**
 * Open the case of the next term. Its clock is as far on as that of the old case: nobody waits two years for it.
 * @param schemeVersionId under another scheme than everybody's
 */
export async function openNextTerm(old: Story, schemeVersionId?: string): Promise<Story> {
  const { caseTime } = await old.see();
  const next = await Story.renew(old.world, old.applicant, old.id, schemeVersionId);
  await old.world.pass(next.id, { hours: (Date.parse(caseTime) - Date.now()) / 3_600_000 });
  return next;
}

/** Of a draft that was filled in, only the tax year is another one, and the declaration is signed anew. */
export async function confirmAndSubmit(next: Story): Promise<void> {
  const { declaration } = sectionsOf(next.applicant);
  const { caseTime } = await next.see();
  const { tax } = await sectionsIn(next);
  await next.supplier.put(`${next.path}/sections/declaration`, declaration);
  const patentYear = new Date(caseTime).getUTCFullYear();
  await next.supplier.put(`${next.path}/sections/tax`, { ...tax?.content, patentYear }, tax?.version);
  await next.supplier.ask(next.id, { type: 'submit-application' });
  await roles.accept(next.world.parties, next.id);
}

/** The audit of the next term: as much of it as is asked. */
export async function auditNextTerm(next: Story): Promise<void> {
  await next.reaches('running');
  await roles.goOnSite(next.world.parties, next.applicant, next.id);
  await roles.answerAll(next.world.parties, next.id);
  await next.world.parties.auditor.api.ask(next.id, { type: 'submit-audit' });
  await next.reaches('review');
}
