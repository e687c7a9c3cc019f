import { NONCONFORM, type Walk } from './walk.fixture.js';

const bad = (walk: Walk, ...items: string[]): Walk =>
  walk.answer(Object.fromEntries(items.map((id) => [id, NONCONFORM])));
/** Two pilots, of which the first failed, and the case is with the reviewer again. */
const oneFailed = (walk: Walk): Walk =>
  walk
    .toPilot()
    .place('p1')
    .place('p2', 'requester2')
    .inspect('p1', 1, 80)
    .must({ type: 'reject-lot', pilotId: 'p1', lot: 1 }, 'requester')
    .inspect('p2', 1, 0, 'requester2');

/** The first auditor had to go in mid-audit, and a second one handed in the report. */
const reassigned = (walk: Walk): Walk => {
  walk.toAssessment().toAudit().checks();
  walk.must({ type: 'reassign-auditor', auditorId: 'mony', firmId: 'firm-2' }, 'officer');
  walk.must({ type: 'propose-visit', dates: [walk.date(5)] }, 'auditor2').wait(5);
  return walk.must({ type: 'start-audit' }, 'auditor2').must({ type: 'submit-audit' }, 'auditor2');
};

const confirm = { type: 'confirm-zero-tolerance', itemId: 'SL-02' } as const;
/** The last ninety days have begun, and the case for the next term is open. */
const renewing = (walk: Walk): Walk => walk.toDecision().approve().wait(650).next();
/** A report of another scheme stands in for two answers. */
const credited = (walk: Walk): Walk => {
  walk
    .reports({ scheme: 'SMETA' })
    .toAssessment()
    .must({ type: 'confirm-external-report', reportId: 'r1' }, 'officer');
  return walk.unanswered('SL-05', 'HS-03').toAudit().checks().must({ type: 'submit-audit' }, 'auditor');
};

/** Where a run of the model may begin: a random walk alone would seldom come so far. */
export const STARTS: readonly ((walk: Walk) => Walk)[] = [
  (walk) => walk,
  (walk) =>
    walk.must({ type: 'submit-application' }, 'supplier').must({ type: 'accept-application' }, 'officer'),
  (walk) => walk.toAssessment(),
  (walk) => walk.toReview(),
  (walk) => bad(walk, 'BL-01', 'CD-01').toReview(),
  (walk) => bad(walk, 'SL-02', 'SL-03', 'SL-05', 'SL-07').toReview(),
  (walk) => bad(walk, 'SL-01', 'SL-02').toReview(),
  (walk) => walk.toReview().must({ type: 'report-child', noteId: 'note' }, 'auditor'),
  (walk) => bad(walk, 'CD-01').toReview().must({ type: 'require-corrective-actions' }, 'reviewer'),
  (walk) => walk.toAssessment().toAudit().must({ type: 'abort-audit', reason: 'access-denied' }, 'auditor'),
  (walk) => reassigned(walk),
  (walk) => walk.toPilot(),
  (walk) => walk.toPilot().place('p1').place('p2', 'requester2').inspect('p1', 1, 80),
  (walk) =>
    walk
      .toPilot()
      .place('p1', 'requester', { samples: ['golden', 'pre-production'] })
      .place('p2', 'requester2'),
  (walk) =>
    walk
      .toPilot()
      .place('p1')
      .must({ type: 'start-production', pilotId: 'p1' }, 'supplier')
      .must({ type: 'ready-for-inspection', pilotId: 'p1', lot: 1, quantity: 500 }, 'supplier'),
  (walk) => oneFailed(walk),
  (walk) =>
    oneFailed(walk)
      .correct('pilot:p1')
      .verify('pilot:p1')
      .must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer'),
  (walk) => credited(walk),
  (walk) => credited(walk).passed().piloted().approve(),
  (walk) => bad(walk, 'CD-01').toReview().proposeCorrections({ 'CD-01': 'conform', 'BL-01': 'nonconform' }),
  (walk) => walk.toDecision(),
  (walk) => walk.toDecision().must({ type: 'recommend-approval' }, 'sole'),
  (walk) => walk.toDecision().approve(),
  (walk) => walk.toDecision().approve(true),
  (walk) => walk.toDecision().approve().must({ type: 'suspend', cause: 'other' }, 'officer'),
  (walk) =>
    walk
      .toDecision()
      .approve()
      .must({ type: 'suspend', cause: 'fraud-suspected' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2'),
  (walk) =>
    walk
      .toDecision()
      .approve()
      .must({ type: 'order-surveillance', unannounced: true }, 'officer')
      .must({ type: 'assign-surveillance', visit: 'u1', auditorId: 'mony', firmId: 'firm-2' }, 'officer'),
  (walk) => walk.toDecision().approve().wait(650),
  (walk) => renewing(walk),
  (walk) => renewing(walk).toReview(),
  (walk) => bad(walk, 'CD-01').toReview().must({ type: 'require-corrective-actions' }, 'reviewer').appealed(),
  (walk) => bad(walk, 'SL-02').toReview().must(confirm, 'reviewer').appealed(),
  (walk) =>
    walk
      .must({ type: 'submit-application' }, 'supplier')
      .must({ type: 'accept-application' }, 'officer')
      .must({ type: 'propose-rejection', reason: 'forged-document' }, 'officer')
      .must({ type: 'confirm-rejection' }, 'officer2')
      .appealed(),
];
