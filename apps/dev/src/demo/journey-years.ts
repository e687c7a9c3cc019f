import { addHours, CHECK_KINDS, type CheckKind } from '#domain';
import { until, type Case } from '../play/api-client.js';
import { lookUpRegistration } from '../play/roles.js';
import { declareCertificate, rewrite, written } from './certificate.js';
import { renewReport } from './journey-credit.js';
import type { Act } from './scene.js';
import { check, list, place } from './wording.js';

type Check = Case['checks'][string];

/** Checks whose results are good for twelve months, and which an officer may have to judge. */
const YEARLY = ['business-registration', 'sanctions'] as const;
const isAnew = (now?: Check, before?: Check): boolean =>
  now?.verdict !== 'PENDING' && now?.runId !== before?.runId;
const isOpen = ({ checks }: Case, kind: CheckKind): boolean => checks[kind]?.verdict === 'POTENTIAL';

const dueAt = (seen: Case, kind: string): string =>
  seen.deadlines.find((deadline) => deadline.kind === kind)?.dueAt ?? seen.caseTime;

/** Wait for the checks that were asked for; one that runs says so. */
const settled = (act: Act): Promise<Case> =>
  until(
    () => act.story.read(),
    ({ checks }) => Object.values(checks).every(({ verdict }) => verdict !== 'PENDING'),
  );

async function payPatentTax(act: Act): Promise<void> {
  const { story, applicant, id } = act;
  const { member } = applicant;
  const year = new Date((await story.read()).caseTime).getUTCFullYear();
  const seen = await story.step(member, `has paid the patent tax for ${year} and says so`, async () => {
    await rewrite(act, 'tax', { ...(await written(act, 'tax')), patentYear: year });
    await member.api.ask(id, { type: 'rerun-check', check: 'patent-tax' });
    await settled(act);
  });
  const { verdict } = seen.checks['patent-tax'] ?? {};
  act.scene.expectations.expect(`the patent tax for ${year} passes its check`, verdict === 'PASS', verdict);
}

/** A certificate ends, and when its days of grace are over the qualification is a conditional one, until it is back. */
async function lapseAndReturn(act: Act): Promise<void> {
  const { scene, story, applicant, id } = act;
  const { expectations } = scene;
  const { member } = applicant;
  const ended = await story.passUntil(dueAt(await story.read(), 'certificate'));
  const warned = ended.checks['certificates']?.verdict === 'WARN' && ended.substate === 'full';
  expectations.expect('a certificate that has ended has days of grace', warned, place(ended));
  const lapsed = await story.pass(31);
  const conditional = lapsed.substate === 'conditional' && lapsed.conditions.join() === 'certificates';
  expectations.expect('a certificate that lapses makes the qualification conditional', conditional, lapsed);
  await story.pass(9);
  const back = await story.step(member, 'has a new certificate, good for three years', async () => {
    await declareCertificate(act, 3 * 365);
    await member.api.ask(id, { type: 'rerun-check', check: 'certificates' });
    await settled(act);
  });
  const full = back.substate === 'full' && back.conditions.length === 0;
  expectations.expect('with the certificate back it is fully qualified by itself', full, place(back));
  const longer = (back.validUntil ?? '') > (lapsed.validUntil ?? '');
  expectations.expect('and for its whole term again', longer, [lapsed.validUntil, back.validUntil]);
}

/** Results that are a year old are asked for again; where a machine cannot judge, an officer does. */
async function judgeAgain(act: Act): Promise<void> {
  const { scene, story, id } = act;
  const { officer } = scene.parties;
  const before = await story.read();
  const ends = YEARLY.flatMap((kind) => before.checks[kind]?.expiresAt ?? []).sort();
  await story.passUntil(addHours(ends.at(-1) ?? before.caseTime, 3));
  const ran = await until(
    () => story.read(),
    ({ checks }) => YEARLY.every((kind) => isAnew(checks[kind], before.checks[kind])),
  );
  const open = YEARLY.filter((kind) => isOpen(ran, kind));
  const seen = await story.step(
    officer,
    `judges again what is a year old: ${list(open.map(check))}`,
    async () => {
      await lookUpRegistration(scene.parties, id);
      for (const kind of open.filter((one) => one !== 'business-registration'))
        await officer.api.ask(id, {
          ...{ type: 'resolve-check', check: kind, verdict: 'PASS', note: 'As two officers found before.' },
        });
    },
  );
  const left = CHECK_KINDS.filter((kind) => isOpen(seen, kind));
  scene.expectations.expect(
    'after a year nothing is left to judge',
    left.length === 0 && open.length > 0,
    left,
  );
}

/** The office looks at every qualification once a year. */
async function reviewYear({ scene, story, id }: Act): Promise<void> {
  const { officer } = scene.parties;
  const yearly = (await story.read()).deadlines.find(({ kind }) => kind === 'surveillance');
  await story.passUntil(yearly?.steps[0]?.at ?? '');
  await story.pass(10);
  const seen = await story.step(
    officer,
    'looks at the year that has passed and keeps the qualification',
    () => officer.api.ask(id, { type: 'conclude-desk-review', outcome: 'keep' }),
  );
  const next = dueAt(seen, 'surveillance');
  scene.expectations.expect('the next yearly review is a year later', next > (yearly?.dueAt ?? ''), next);
}

/** The first year and what it asks of a supplier and of the office. */
export async function playYears(act: Act): Promise<void> {
  await payPatentTax(act);
  await lapseAndReturn(act);
  await renewReport(act, 'S-2');
  await judgeAgain(act);
  await reviewYear(act);
  await payPatentTax(act);
  await renewReport(act, 'S-3');
}
