import { addDays, localDate } from '#domain';
import type { z } from 'zod';
import type { AuditPlanView, WhatIfView } from '#contracts';
import type { Act } from './scene.js';
import { rewrite, written } from './sections.js';
import { count, list } from './wording.js';

type Plan = z.infer<typeof AuditPlanView>;
type WhatIf = z.infer<typeof WhatIfView>;

/** The supplier names the report of an audit under another scheme, so many days old, beside those it named before. */
export async function reportAudit(act: Act, reportId: string, daysAgo: number): Promise<void> {
  const { caseTime } = await act.story.read();
  const reportedOn = localDate(addDays(caseTime, -daysAgo));
  const report = { id: reportId, scheme: 'SMETA', number: reportId, reportedOn, issuer: 'An audit body' };
  const { reports = [] } = (await written(act, 'external-reports')) as { reports?: readonly object[] };
  await rewrite(act, 'external-reports', { reports: [...reports, report] });
}

const planOf = ({ scene, id }: Act): Promise<Plan> =>
  scene.parties.officer.api.uncounted().get<Plan>(`/v1/qualifications/${id}/audit/plan`);

/** An officer verifies the report at its source: what it covers need not be asked again. */
export async function creditReport(act: Act, reportId: string): Promise<void> {
  const { scene, story, id } = act;
  const { officer } = scene.parties;
  const before = await planOf(act);
  let plan = before;
  const saved = (): string => {
    const { saved: hours = 0, whole = 0 } = plan.effort?.hours ?? {};
    return `${count(plan.credited.length, 'item')} credited, ${hours} of ${whole} hours of the audit saved`;
  };
  await story.step(
    officer,
    () => `finds the SMETA report in its register and confirms it: ${saved()}`,
    async () => {
      await officer.api.ask(id, { type: 'confirm-external-report', reportId });
      plan = await planOf(act);
    },
  );
  const { credited, toAsk, effort } = plan;
  const fewer = credited.length > 0 && credited.length + toAsk.length === before.toAsk.length;
  scene.expectations.expect('a confirmed report leaves fewer items to ask', fewer, [before.toAsk, plan]);
  const shorter = (effort?.hours.saved ?? 0) > 0 && before.effort?.hours.saved === 0;
  scene.expectations.expect('a confirmed report saves hours of the audit', shorter, [before.effort, effort]);
}

/** What the auditor need not ask on site. */
export const creditedItems = async (act: Act): Promise<readonly string[]> =>
  (await planOf(act)).credited.map(({ itemId }) => itemId);

/** A credit ends a year after its report: a newer one goes on with it before its items are asked again. */
export async function renewReport(act: Act, reportId: string): Promise<void> {
  const { scene, story, applicant, id } = act;
  const { member } = applicant;
  await story.step(member, 'hands in the report of a newer SMETA audit', async () => {
    await reportAudit(act, reportId, 1);
    await member.api.ask(id, { type: 'submit-external-reports' });
  });
  await story.step(scene.parties.officer, 'confirms it: its items stay credited for another year', () =>
    scene.parties.officer.api.ask(id, { type: 'confirm-external-report', reportId }),
  );
  const plan = await planOf(act);
  const newer = plan.credited.some((credit) => credit.reportId === reportId);
  scene.expectations.expect(`the report ${reportId} goes on with the credit`, newer, plan.credited);
}

/** The supplier asks what stands between it and a better grade. */
export async function askWhatIf(act: Act, findings: readonly string[]): Promise<void> {
  const { scene, story, applicant, id } = act;
  const { member } = applicant;
  let seen: WhatIf | undefined;
  const path = (): WhatIf['paths'][number] | undefined => seen?.paths[0];
  const way = (): string => {
    const steps = path()?.steps.map(({ itemId, days }) => `${itemId} (${count(days, 'day')})`) ?? [];
    return `grade ${path()?.grade ?? '?'} with ${list(steps)}, ${count(path()?.days.inParallel ?? 0, 'day')} in parallel`;
  };
  await story.step(
    member,
    () => `asks what stands between it and a better grade: ${way()}`,
    async () => {
      seen = await member.api.get<WhatIf>(`/v1/qualifications/${id}/what-if`);
    },
  );
  const paths = seen?.paths ?? [];
  const steps = path()?.steps.map(({ itemId }) => itemId) ?? [];
  const right = steps.length > 0 && steps.every((item) => findings.includes(item));
  scene.expectations.expect('what-if names findings alone on the way to the next grade', right, steps);
  const grades = paths.map(({ grade }) => grade).join();
  scene.expectations.expect('what-if leads from grade D to C, B and A', grades === 'C,B,A', paths);
}
