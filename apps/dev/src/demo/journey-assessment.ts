import { CHECK_KINDS } from '#domain';
import { inDays, lookUpRegistration, reaches } from '../play/roles.js';
import { answerMeasured } from './answers.js';
import { askWhatIf, creditedItems, creditReport } from './journey-credit.js';
import { lookAtFinding, photographCorrection, photographFindings } from './journey-photos.js';
import type { Act } from './scene.js';
import { day, list } from './wording.js';

/** Checks that the papers of this application answer; the others warn that nothing was shown. */
const PROVED = [
  ...(['sanctions', 'duplicate', 'vat-tin', 'patent-tax', 'certificates'] as const),
  ...(['beneficial-owners', 'business-registration'] as const),
];
const CRITICAL = 'HS-05';
const MAJOR = 'QM-06';
const SUBJECTS: Readonly<Record<string, string>> = {
  [CRITICAL]: 'open electrical panels',
  [MAJOR]: 'rejects not kept apart',
};

/** Assignment, the day of the visit, the answers. */
async function visit({ scene, story, applicant, id }: Act): Promise<void> {
  const { auditor, officer } = scene.parties;
  const { personId: auditorId, organisationId: firmId } = auditor;
  const seen = await story.step(officer, `assigns ${auditor.name} of an accredited audit firm`, () =>
    officer.api.ask(id, { type: 'assign-auditor', auditorId, firmId }),
  );
  await story.step(officer, 'looks the firm up in the business register by hand', () =>
    lookUpRegistration(scene.parties, id),
  );
  const dates = [inDays(seen, 4), inDays(seen, 6)];
  const [first = '', second = ''] = dates;
  await story.step(auditor, 'proposes two days for the visit', () =>
    auditor.api.ask(id, { type: 'propose-visit', dates }),
  );
  await story.step(applicant.member, `chooses ${day(`${first}T05:00:00Z`)}`, () =>
    applicant.member.api.ask(id, { type: 'accept-visit', date: dates.includes(second) ? first : '' }),
  );
  await story.pass(4);
  await story.step(auditor, 'is on site and starts the audit', () =>
    auditor.api.ask(id, { type: 'start-audit' }),
  );
}

async function answer(act: Act): Promise<void> {
  const { scene, story, id } = act;
  const { parties, expectations } = scene;
  const weak = { [CRITICAL]: 'nonconform', [MAJOR]: 'nonconform' } as const;
  const evidence = await photographFindings(act, SUBJECTS);
  const credited = (await creditedItems(act)).filter((item) => !(item in weak));
  let answered = 0;
  const before = scene.answerEvents;
  await story.step(
    parties.auditor,
    () =>
      `answers ${answered} items and leaves ${credited.length} to the report: ${answered - 2} conform, ` +
      `2 do not (${list(Object.values(SUBJECTS))})`,
    async () => (answered = await answerMeasured(scene, id, weak, evidence, credited)),
  );
  const core = answered + credited.length;
  const enough = core >= 35 && core <= 40 && credited.length > 0;
  expectations.expect('35 to 40 items of the core checklist are answered or credited', enough, [
    answered,
    credited,
  ]);
  const events = scene.answerEvents - before;
  expectations.expect('answers make no event in the workflow history', events === 0, events);
  const seen = await story.step(
    parties.auditor,
    ({ audit }) => `hands in the audit: grade ${audit.initial?.grade} (${audit.initial?.total} of 100)`,
    async () => {
      await parties.auditor.api.ask(id, { type: 'submit-audit' });
      await reaches(parties, id, 'review');
    },
  );
  const { initial, findings } = seen.audit;
  expectations.expect('an open critical finding leaves grade D at most', initial?.grade === 'D', initial);
  expectations.expect('both findings are on record', findings.length === 2, findings);
}

const respond = async (
  { applicant, id }: Act,
  item: string,
  action: string,
  photo: string,
  before = 0,
): Promise<void> => {
  const response = {
    rootCause: 'Nobody was named for it',
    action,
    owner: 'maintenance',
    evidence: [photo],
  };
  const path = `/v1/qualifications/${id}/corrective-actions/${item}/response`;
  await applicant.member.api.put(path, response, before);
  await applicant.member.api.ask(id, { type: 'submit-corrective-action', correctiveActionId: item });
};

/** Two corrective actions; one convinces only at the second attempt. */
async function correctFindings(act: Act): Promise<void> {
  const { scene, story, applicant, id } = act;
  const { auditor, reviewer } = scene.parties;
  await story.step(reviewer, 'requires corrective action on both findings', () =>
    reviewer.api.ask(id, { type: 'require-corrective-actions' }),
  );
  await askWhatIf(act, [CRITICAL, MAJOR]);
  await story.pass(12);
  let panels = '';
  await story.step(applicant.member, 'reports both as corrected, with photographs', async () => {
    const cage = await photographCorrection(act, MAJOR, 'rejects in a cage');
    await respond(act, MAJOR, 'A locked cage for rejects, one key holder', cage);
    panels = await photographCorrection(act, CRITICAL, 'closed panels', true);
    await respond(act, CRITICAL, 'Panels were closed', panels);
  });
  await lookAtFinding(act, panels);
  await story.step(auditor, `verifies ${MAJOR}: ${SUBJECTS[MAJOR]} is solved`, () =>
    auditor.api.ask(id, { type: 'verify-corrective-action', correctiveActionId: MAJOR }),
  );
  const sent = { type: 'reject-corrective-action', correctiveActionId: CRITICAL } as const;
  await story.step(auditor, `sends ${CRITICAL} back: one panel is still open in the photograph`, () =>
    auditor.api.ask(id, { ...sent, note: 'The panel behind the loom is still open.' }),
  );
  await story.pass(5);
  await story.step(applicant.member, `reports ${CRITICAL} again, all panels closed and tested`, async () => {
    const all = await photographCorrection(act, CRITICAL, 'all panels closed');
    await respond(act, CRITICAL, 'All panels closed, an electrician tested every circuit', all, 1);
  });
  const visitDate = inDays(await auditor.api.case(id), 0);
  const onSite = { type: 'verify-corrective-action', method: 'on-site', visitDate } as const;
  const seen = await story.step(auditor, `goes and verifies ${CRITICAL} on site`, () =>
    auditor.api.ask(id, { ...onSite, correctiveActionId: CRITICAL }),
  );
  const rejections = seen.correctiveActions[CRITICAL]?.rejections;
  scene.expectations.expect(
    'the rejected corrective action was verified later',
    rejections === 1,
    rejections,
  );
}

/** Audit, findings, corrective action and review. */
export async function playAssessment(act: Act): Promise<void> {
  const { scene, story, id } = act;
  const { reviewer } = scene.parties;
  await creditReport(act, 'S-1');
  await visit(act);
  await answer(act);
  await story.pass(1);
  await correctFindings(act);
  const seen = await story.step(
    reviewer,
    ({ audit: { initial, current } }) =>
      `passes the review: grade ${initial?.grade} (${initial?.total}) on the day of the audit, ` +
      `grade ${current?.grade} (${current?.total}) now`,
    () => reviewer.api.ask(id, { type: 'pass-review' }),
  );
  const { initial, current } = seen.audit;
  scene.expectations.expect('verified corrections raise the grade', current?.grade === 'A', {
    initial,
    current,
  });
  const verdicts = CHECK_KINDS.map((kind) => seen.checks[kind]?.verdict);
  const clear = verdicts.every((verdict) => verdict === 'PASS' || verdict === 'WARN');
  scene.expectations.expect(
    `all ${verdicts.length} compliance checks have passed, some with a warning`,
    clear,
    seen.checks,
  );
  const passed = PROVED.every((kind) => seen.checks[kind]?.verdict === 'PASS');
  scene.expectations.expect(
    'what the supplier has shown papers for passed without a warning',
    passed,
    seen.checks,
  );
}
