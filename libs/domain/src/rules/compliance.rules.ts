import { CHECK_KINDS, SCREENING_CHECKS, type CaseState, type CheckKind } from '../case-state.js';
import { APPLICATION, COMPLIANCE } from '../papers.js';
import { refuse } from '../refusals.js';
import { YEARS_AFTER } from '../states.js';
import {
  awaitsOfficer,
  CHECKED,
  repeatable,
  requestChecks,
  setCheck,
  settleAssessment,
  settleScreening,
  takeResult,
  watchExpiry,
} from './checks.js';
import { LIST_CHECKS } from './conditions.js';
import { dropProposals, openHits } from './hits.js';
import { byHand, outOfRange, proofMissing } from './proof-by-hand.js';
import { watchCertificates } from './qualified.js';
import { suspendQualification } from './suspension.js';
import type { Rules } from './rule.js';

const kindsWhere = (state: CaseState, test: (kind: CheckKind) => boolean): readonly { check: CheckKind }[] =>
  CHECK_KINDS.filter((kind) => state.checks[kind] && test(kind)).map((check) => ({ check }));
const resolvable = (state: CaseState, kind: CheckKind): boolean =>
  awaitsOfficer(state.checks[kind]) ||
  (state.checks[kind]?.verdict === 'FAIL' && !SCREENING_CHECKS.includes(kind));

/** A hit is cleared by itself, with a reason that is remembered; no officer passes over it. */
const SETTLED: readonly string[] = ['PASS', 'WARN', 'WAIVED'];

export const complianceRules: Rules<
  'record-checks' | 'request-checks' | 'resolve-check' | 'confirm-check-failure' | 'rerun-check'
> = {
  'record-checks': {
    by: ['system'],
    in: CHECKED,
    reliesOn: () => [APPLICATION, COMPLIANCE],
    apply: (d, command) => {
      const run = d.facts.checkRun ?? {};
      const awaited = CHECK_KINDS.filter((kind) => d.state.checks[kind]?.verdict === 'PENDING');
      for (const kind of awaited) {
        const result = run[kind];
        if (result) takeResult(d, kind, result, command.runId);
      }
      const recorded = CHECK_KINDS.filter((kind) => run[kind]);
      // Sealed by the chain: what each check said, and the digest of what it was run on.
      const results = recorded.map((kind) => `${kind}:${run[kind]?.verdict}:${run[kind]?.inputHash ?? ''}`);
      d.tell('checks-recorded', { checks: recorded, results });
      settleScreening(d);
      settleAssessment(d);
      if (awaited.includes('certificates') && run.certificates) watchCertificates(d);
    },
  },
  // Something that a check read has changed, or a list has: nobody had to notice.
  'request-checks': {
    by: ['system'],
    in: CHECKED,
    apply: (d, command) => requestChecks(d, repeatable(d.state, command.checks)),
  },
  'resolve-check': {
    by: ['officer'],
    in: CHECKED,
    subjects: (state) => kindsWhere(state, (kind) => resolvable(state, kind)),
    check: (state, command, actor) => {
      if (!resolvable(state, command.check)) return refuse('check-not-awaiting-officer', [command.check]);
      if (SETTLED.includes(command.verdict) && openHits(state, command.check).length > 0)
        return refuse('hits-open', [command.check]);
      const { failureProposedBy, decidedBy, verdict } = state.checks[command.check] ?? {};
      const failing = command.verdict === 'FAIL';
      if (failing && (failureProposedBy || verdict === 'FAIL')) {
        return refuse('check-not-awaiting-officer', [command.check]);
      }
      const mine = actor.kind === 'person' && verdict === 'FAIL' && decidedBy?.personId === actor.personId;
      return mine ? refuse('overturn-needs-other-officer', [command.check]) : proofMissing(command);
    },
    reliesOn: () => [COMPLIANCE],
    blockers: (_state, command, facts, _actor, now) => [
      ...outOfRange(command, now),
      ...(command.evidenceId && !facts.evidenceKnown ? [refuse('proof-missing', [command.evidenceId])] : []),
    ],
    apply: (d, command) => {
      if (command.verdict === 'FAIL') {
        setCheck(d, command.check, { failureProposedBy: d.hand });
        d.start('check-officer', command.check);
        return d.tell('check-resolved', { check: command.check, verdict: 'FAIL-PROPOSED' });
      }
      setCheck(d, command.check, {
        verdict: command.verdict,
        decidedBy: d.hand,
        failureProposedBy: undefined,
        ...byHand(d.state, command, d.now),
      });
      d.stop('check-officer', command.check);
      watchExpiry(d, command.check);
      d.tell('check-resolved', { check: command.check, verdict: command.verdict });
      settleScreening(d);
      settleAssessment(d);
      if (command.check === 'certificates') watchCertificates(d);
    },
  },
  'confirm-check-failure': {
    by: ['officer'],
    in: CHECKED,
    subjects: (state) => kindsWhere(state, (kind) => !!state.checks[kind]?.failureProposedBy),
    check: (state, command, actor) => {
      const proposer = state.checks[command.check]?.failureProposedBy;
      if (!proposer) return refuse('check-not-awaiting-officer', [command.check]);
      const same = actor.kind === 'person' && actor.personId === proposer.personId;
      return same ? refuse('same-person') : undefined;
    },
    apply: (d, command) => {
      setCheck(d, command.check, { verdict: 'FAIL', decidedBy: d.hand, failureProposedBy: undefined });
      dropProposals(d, command.check);
      d.stop('check-officer', command.check);
      d.stop('check-expiry', command.check);
      d.tell('check-failure-confirmed', { check: command.check });
      if (LIST_CHECKS.includes(command.check) && YEARS_AFTER.includes(d.state.at))
        suspendQualification(d, 'list-hit', { subject: command.check });
      settleScreening(d);
      settleAssessment(d);
    },
  },
  'rerun-check': {
    by: ['officer', 'supplier'],
    in: CHECKED,
    subjects: (state) => kindsWhere(state, (kind) => state.checks[kind]?.verdict !== 'PENDING'),
    check: (state, command, actor) => {
      const check = state.checks[command.check];
      const supplier = actor.kind === 'person' && actor.organisationKind === 'supplier';
      if (supplier && SCREENING_CHECKS.includes(command.check)) return refuse('role-not-allowed');
      if (check?.failureProposedBy) return refuse('check-not-awaiting-officer', [command.check]);
      if (!check) return refuse('not-applicable-here', [command.check]);
      // What two officers found failed is not washed clean by a machine at the supplier's word.
      const confirmed = check.verdict === 'FAIL' && check.decidedBy !== undefined;
      if (supplier && confirmed) return refuse('overturn-needs-other-officer', [command.check]);
      return check.verdict === 'PENDING' ? refuse('check-running', [command.check]) : undefined;
    },
    reliesOn: () => [COMPLIANCE],
    // Whoever is new among the owners is looked up on the lists before anybody relies on them. What two officers found on
    // the lists stays found.
    apply: (d, command) =>
      requestChecks(d, [
        command.check,
        ...(command.check === 'beneficial-owners' ? repeatable(d.state, ['sanctions']) : []),
      ]),
  },
};
