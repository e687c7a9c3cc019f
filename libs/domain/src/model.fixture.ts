import type { Person } from './actors.js';
import { ballHolders, mayHold, type BallHolder } from './ball-holders.js';
import { addDays, localDate } from './calendar.js';
import { CHECK_KINDS, type CaseState, type ListHit, type Verdict } from './case-state.js';
import {
  APPEAL_GROUNDS,
  APPEAL_RESULTS,
  CLEARING_REASONS,
  type Command,
  type CommandType,
} from './commands.js';
import { correctiveActionPaper, pilotOrderPaper, surveillancePaper, AUDIT_CORRECTIONS } from './papers.js';
import {
  CHANGE_CODES,
  REVOCATION_CAUSES,
  SURVEILLANCE_OUTCOMES,
  SUSPENDED_BY_HAND,
} from './qualified-codes.js';
import { PEOPLE } from './people.fixture.js';
import { LIST_CHECKS } from './rules/conditions.js';
import { allowedCommands, type AllowedCommand } from './precheck.js';
import { CONFORM, NONCONFORM, NOT_APPLICABLE, type Walk, type Who, OTHER_VERSION } from './walk.fixture.js';

/** Draws values from one choice of fast-check, so that a run is what was generated and nothing else. */
export class Draw {
  constructor(private seed: number) {}

  below(n: number): number {
    this.seed = (Math.imul(this.seed ^ (this.seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (this.seed >>> 4) % n;
  }

  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Mostly the first value, now and then another one. */
  mostly<T>(usual: T, ...others: readonly T[]): T {
    return this.below(5) > 0 ? usual : this.of(others);
  }
}

export const WHO = Object.keys(PEOPLE) as Who[];
const AUDITORS: readonly Who[] = [
  'auditor',
  'auditor2',
  'colleague',
  'reviewerAsAuditor',
  'supplierAsAuditor',
];

/** Values for what a command needs beside its subject. */
export function complete(type: CommandType, subject: object, walk: Walk, draw: Draw): Command {
  const { state } = walk;
  const chosen = PEOPLE[draw.of(AUDITORS)];
  const dates = [walk.date(draw.mostly(5, 0, 1, 40)), walk.date(6)];
  const values: Readonly<Partial<Record<CommandType, object>>> = {
    'request-information': { items: ['profile.legalName'] },
    'resolve-check': {
      verdict: draw.of(['PASS', 'WARN', 'FAIL', 'WAIVED']),
      ...{ source: 'business-registry', retrievedOn: walk.date(0), noteId: 'note' },
    },
    'propose-rejection': {
      reason: draw.of(['forged-document', 'out-of-scope', 'grade', 'failed-check', 'sanctions']),
    },
    'assign-auditor': { auditorId: chosen.personId, firmId: chosen.organisationId },
    'reassign-auditor': { auditorId: chosen.personId, firmId: chosen.organisationId },
    'decline-assignment': { reason: draw.of(['conflict', 'capacity']) },
    'withdraw-from-audit': { reason: draw.of(['conflict', 'pressure']) },
    'propose-visit': { dates: draw.mostly(dates, []) },
    'reschedule-visit': { dates },
    'accept-visit': { date: draw.mostly(state.audit.proposedDates[0] ?? walk.date(5), walk.date(50)) },
    'abort-audit': { reason: draw.of(['access-denied', 'unsafe']) },
    'report-child': { noteId: 'note' },
    'clear-hit': { reason: draw.of(CLEARING_REASONS), noteId: 'note' },
    'confirm-bank-change': {
      ...{ outcome: draw.mostly('confirmed', 'denied'), called: 'application-contact', noteId: 'note' },
    },
    'request-checks': { checks: [draw.of(CHECK_KINDS), draw.of(CHECK_KINDS)], why: 'change' },
    'mark-child-safe': { noteId: 'note' },
    'propose-corrections': {
      items: draw.mostly(Object.keys(walk.papers[AUDIT_CORRECTIONS] ?? {}), ['BL-01'], []),
    },
    'refuse-external-report': { reason: 'not-found-at-source' },
    'return-to-auditor': { items: draw.mostly(['BL-01'], [], ['XX-99']) },
    'set-verification': { method: draw.of(['desk', 'on-site']) },
    'verify-corrective-action': draw.mostly({ method: 'on-site', visitDate: walk.date(0) }, {}),
    'accept-corrective-action-partly': { residual: draw.of(['major', 'minor']) },
    'grant-consent': {
      buyerId: draw.of(['buyer-1', 'buyer-2', 'nobody']),
      ...(draw.below(3) === 0 && { sections: draw.of([['profile'], ['findings', 'documents']]) }),
      ...(draw.below(3) === 0 && { validUntil: addDays(walk.now, draw.mostly(200, 20, 900, -1)) }),
    },
    'place-pilot': { pilotId: `p${draw.mostly(Object.keys(state.pilots).length + 1, 1)}` },
    'deliver-lot': { quantity: draw.mostly(500, 480, 100, 0) },
    'judge-lot': { documentsRight: draw.mostly(true, false) },
    'submit-sample': { evidence: draw.mostly(['photo'], []) },
    'reject-sample': { reason: 'colour' },
    'record-production-check': { percentDone: draw.mostly(50, 5), result: 'as-agreed', evidence: [] },
    'ready-for-inspection': { quantity: draw.mostly(500, 100, 0) },
    'book-inspection': { date: walk.date(draw.mostly(2, -1)) },
    'confirm-receipt': { quantity: draw.mostly(500, 400), date: walk.date(draw.mostly(0, -3)) },
    'cancel-pilot': { reason: 'no-demand-now' },
    approve: { conditional: draw.below(2) === 0 },
    'decline-approval': { reason: 'price' },
    downgrade: { reason: 'surveillance-score' },
    suspend: { cause: draw.of(SUSPENDED_BY_HAND) },
    'propose-revocation': { cause: draw.of(REVOCATION_CAUSES) },
    'report-change': { change: draw.of(CHANGE_CODES) },
    'conclude-change': { outcome: draw.mostly('keep', ...SURVEILLANCE_OUTCOMES) },
    'conclude-desk-review': { outcome: draw.mostly('keep', ...SURVEILLANCE_OUTCOMES) },
    'order-surveillance': { unannounced: draw.below(2) === 0 },
    'assign-surveillance': { auditorId: chosen.personId, firmId: chosen.organisationId },
    'conclude-surveillance': { outcome: draw.mostly('keep', ...SURVEILLANCE_OUTCOMES) },
    withdraw: { reason: 'cost' },
    'extend-deadline': { days: draw.of([14, 30, 5, -3]) },
    'waive-cooling-off': { reason: 'cause-closed', noteId: 'note' },
    appeal: { ground: draw.of(APPEAL_GROUNDS), noteId: 'note' },
    'appoint-panel': {
      members: draw.mostly(
        draw.of([
          ['sopheap', 'makara'],
          ['makara', 'nary'],
        ]),
        ['nary'],
        ['dara', 'rith'],
        ['sopheap', 'sopheap'],
      ),
    },
    'vote-appeal': {
      result: draw.of(APPEAL_RESULTS),
      reaudit: draw.below(3) === 0,
      noteId: 'note',
    },
    'migrate-scheme': {
      schemeVersionId: draw.mostly(OTHER_VERSION, 'scheme', 'of-another-scheme', 'draft'),
    },
    'delegate-task': { toPersonId: PEOPLE[draw.of(WHO)].personId },
  };
  return { type, ...values[type], ...subject } as unknown as Command;
}

const VERDICTS: readonly Verdict[] = ['WARN', 'FAIL', 'POTENTIAL', 'ERROR'];

const HITS: readonly (readonly ListHit[])[] = [
  [{ id: 'h1', band: 'strong' }],
  [{ id: 'h2', band: 'corroborated' }],
];

/** Somebody writes a fact, or the world changes: nothing here is a decision. */
export function changeFacts(walk: Walk, draw: Draw): void {
  const { state } = walk;
  const kind = draw.below(9);
  // One of many checks, and not for long: a case where something is always wrong comes nowhere.
  if (kind === 0) walk.checkVerdicts = draw.mostly({}, { [draw.of(CHECK_KINDS)]: draw.of(VERDICTS) });
  if (kind === 0) walk.listHits = draw.mostly({}, { [draw.of(LIST_CHECKS)]: draw.of(HITS) });
  if (kind === 1)
    walk.certificateEnds = draw.mostly(addDays(walk.now, 200), addDays(walk.now, -5), undefined);
  if (kind === 2 && state.audit.phase !== 'submitted') {
    const open = state.audit.reopenedItems.length > 0 ? state.audit.reopenedItems : walk.items();
    const changed = [...Array(draw.below(4))].map(
      () => [draw.of(open), draw.of([NONCONFORM, CONFORM, NOT_APPLICABLE])] as const,
    );
    walk.answer(Object.fromEntries(changed));
  }
  if (kind === 3) walk.scope(draw.of(['buyer-1', 'buyer-2']), draw.mostly(100, 3, 900));
  if (kind === 4) walk.lastEditAt = walk.now;
  if (kind === 5) delete walk.holidays[localDate(addDays(walk.now, draw.of([0, 300]))).slice(0, 4)];
  if (kind === 6 && walk.state.audit.phase === 'submitted') {
    walk.draftCorrections({ [draw.of(walk.items())]: draw.of(['nonconform', 'conform', 'not-applicable']) });
  }
  if (kind === 7) {
    const reportedOn = draw.mostly(walk.date(-100), walk.date(-360), walk.date(5));
    walk.reports({ id: draw.of(['r1', 'r2']), scheme: draw.of(['SMETA', 'ISO_9001']), reportedOn });
    if (state.audit.phase !== 'submitted') walk.unanswered(draw.of(walk.items()));
  }
  if (kind === 8) walk.bank();
  writePapers(walk, draw);
}

/** Buyers, the supplier and inspectors write what they may: terms, responses, results. */
export function writePapers(walk: Walk, draw: Draw): void {
  const { state } = walk;
  for (const buyer of ['buyer-1', 'buyer-2']) {
    const samples = draw.mostly([], ['pre-production'], ['golden', 'pre-production']);
    walk.papers[pilotOrderPaper(buyer)] = { terms: { ...walk.terms(), samples } };
  }
  for (const id of Object.keys(state.correctiveActions)) {
    const response = {
      rootCause: 'x',
      action: 'y',
      owner: 'quality',
      ...(draw.below(3) > 0 && { evidence: ['z'] }),
    };
    walk.papers[correctiveActionPaper(id)] = { response };
  }
  for (const visit of Object.keys(state.surveillance?.visits ?? {})) {
    const weak = draw.mostly(CONFORM, NONCONFORM);
    const answers = Object.fromEntries(walk.items().map((id) => [id, CONFORM]));
    walk.papers[surveillancePaper(visit)] = { ...answers, [draw.of(walk.items())]: weak };
  }
  for (const [id, pilot] of Object.entries(state.pilots)) {
    for (const { lot } of pilot.lots) {
      walk.found(
        id,
        lot,
        { major: draw.mostly(0, 80), critical: draw.mostly(0, 0, 1) },
        draw.mostly(500, 10),
      );
    }
  }
}

/** Commands that are no way forward: leaving, tasks, consent and the calendar. */
const ASIDE: readonly CommandType[] = [
  'withdraw',
  'claim-task',
  'release-task',
  'delegate-task',
  'grant-consent',
  'withdraw-consent',
  'extend-deadline',
  'recompute-deadlines',
  'migrate-scheme',
  'rerun-check',
  'change-bank-account',
  'downgrade',
  'suspend',
  'report-change',
  'order-surveillance',
  'set-verification',
  'start-production',
  'record-production-check',
  'book-inspection',
  'confirm-receipt',
  'propose-corrections',
  'submit-external-reports',
];
export const isForward = ({ type }: { readonly type: CommandType }): boolean => !ASIDE.includes(type);
/** Without a buyer that may see the case, consent is the way on. */
export const isWayOn = (state: CaseState, offer: AllowedCommand): boolean =>
  (offer.type === 'grant-consent' && state.at === 'PILOT_READY') ||
  (isForward(offer) && offer.blockedBy.length === 0);

export const offers = (walk: Walk, who: Who): readonly AllowedCommand[] =>
  allowedCommands(walk.state, PEOPLE[who], walk.facts({ type: 'advance-clock' }), walk.now);

/** What the holder of a ball would do with it. The rest of the matters have no command of their own. */
const ANSWERS: Readonly<Record<string, readonly CommandType[]>> = {
  'complete-application': ['submit-application'],
  'check-completeness': ['accept-application'],
  'answer-information-request': ['resubmit-application'],
  'resolve-check': ['resolve-check'],
  'confirm-check-failure': ['confirm-check-failure'],
  'confirm-clearing': ['confirm-clearing'],
  'confirm-bank-change': ['confirm-bank-change'],
  'assign-auditor': ['assign-auditor'],
  'propose-visit': ['propose-visit'],
  'answer-visit-proposal': ['accept-visit'],
  'visit-site': ['start-audit'],
  'submit-audit': ['submit-audit'],
  'confirm-zero-tolerance': ['confirm-zero-tolerance'],
  'confirm-external-report': ['confirm-external-report'],
  'judge-correction': ['accept-correction'],
  'mark-child-safe': ['mark-child-safe'],
  'review-assessment': ['pass-review'],
  'confirm-rejection': ['confirm-rejection'],
  'correct-finding': ['submit-corrective-action'],
  'verify-corrective-action': ['verify-corrective-action'],
  'decide-corrective-action': ['accept-corrective-action-partly', 'accept-corrective-plan'],
  'place-pilot': ['place-pilot'],
  'confirm-pilot': ['confirm-pilot'],
  'deliver-lot': ['deliver-lot'],
  'submit-sample': ['submit-sample'],
  'judge-sample': ['approve-sample'],
  'inspect-lot': ['start-inspection', 'judge-lot'],
  'decide-rejected-lot': ['reject-lot'],
  'recommend-approval': ['recommend-approval'],
  'decide-approval': ['approve', 'decline-approval'],
  'renew-certificate': ['rerun-check'],
  'confirm-conditions': ['meet-conditions'],
  'confirm-approval': ['confirm-approval'],
  'decide-suspension': ['propose-reinstatement', 'propose-revocation'],
  'confirm-suspension': ['confirm-suspension'],
  'confirm-reinstatement': ['confirm-reinstatement', 'dismiss-reinstatement'],
  'confirm-revocation': ['confirm-revocation'],
  'review-change': ['conclude-change'],
  'review-surveillance': ['conclude-desk-review'],
  'assign-surveillance': ['assign-surveillance'],
  'submit-surveillance': ['submit-surveillance'],
  'conclude-surveillance': ['conclude-surveillance'],
  'holidays-missing': ['recompute-deadlines'],
  'appoint-panel': ['appoint-panel'],
  'vote-appeal': ['vote-appeal'],
};

/** Duties whose holders could not do a thing about them. */
export function idleDuties(state: CaseState): readonly string[] {
  const known = new Map<Person, readonly CommandType[]>();
  const typesOf = (person: Person): readonly CommandType[] => {
    const types = known.get(person) ?? allowedCommands(state, person).map((offer) => offer.type);
    known.set(person, types);
    return types;
  };
  const isIdle = (holder: BallHolder): boolean => {
    const answers = ANSWERS[holder.what];
    if (holder.role === 'system' || !answers) return false;
    const able = (Object.values(PEOPLE) as Person[]).filter((person) => mayHold(holder, person));
    return !able.some((person) => typesOf(person).some((type) => answers.includes(type)));
  };
  return ballHolders(state)
    .filter(isIdle)
    .map((holder) => holder.task);
}
