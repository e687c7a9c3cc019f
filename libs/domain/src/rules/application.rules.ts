import { APPLICATION_SECTIONS, COMPLIANCE_SECTIONS, applicationGaps } from '../application.js';
import { siteFactsOf } from '../conditions.js';
import type { Facts } from '../facts.js';
import { paperOf } from '../facts.js';
import { APPLICATION, COMPLIANCE } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { SCREENING_CHECKS } from '../case-state.js';
import type { Decision } from '../decision.js';
import { requestChecks } from './checks.js';
import type { Rules } from './rule.js';

const gaps = (facts: Facts): readonly string[] =>
  applicationGaps({ ...paperOf(facts, APPLICATION), ...paperOf(facts, COMPLIANCE) }, [
    ...APPLICATION_SECTIONS,
    ...COMPLIANCE_SECTIONS,
  ]);
const incomplete = (facts: Facts): readonly Refusal[] => {
  const missing = gaps(facts);
  return missing.length > 0 ? [refuse('application-incomplete', missing)] : [];
};
const receive = (d: Decision, event: 'submit' | 'resubmit'): void => {
  d.stop('draft');
  d.stop('information');
  d.settleMatter('phone-call');
  d.move(event);
  d.change({ informationItems: [], siteFacts: siteFactsOf(paperOf(d.facts, APPLICATION)) });
  d.start('completeness');
  d.tell(event === 'submit' ? 'application-submitted' : 'application-resubmitted');
};

export const applicationRules: Rules<
  'open' | 'submit-application' | 'request-information' | 'resubmit-application' | 'accept-application'
> = {
  open: {
    by: ['supplier'],
    onBehalf: true,
    in: [],
    blockers: (_state, command, facts) => [
      ...(facts.openCaseId ? [refuse('already-open', [facts.openCaseId])] : []),
      ...(facts.schemeClosed ? [refuse('scheme-not-published', [command.schemeVersionId])] : []),
    ],
    apply: (d) => {
      d.start('draft');
      d.tell('qualification-opened', { category: d.state.category });
    },
  },
  'submit-application': {
    by: ['supplier'],
    onBehalf: true,
    in: ['DRAFT'],
    reliesOn: () => [APPLICATION, COMPLIANCE],
    blockers: (_state, _command, facts) => incomplete(facts),
    apply: (d) => receive(d, 'submit'),
  },
  'request-information': {
    by: ['officer'],
    in: ['SUBMITTED'],
    blockers: (state, _command, facts) =>
      state.informationLoops >= facts.scheme.maxInformationLoops
        ? [refuse('information-loops-exhausted')]
        : [],
    apply: (d, command) => {
      d.stop('completeness');
      d.move('request_info');
      d.change({ informationLoops: d.state.informationLoops + 1, informationItems: command.items });
      d.start('information');
      d.tell('information-requested', { items: command.items });
    },
  },
  'resubmit-application': {
    by: ['supplier'],
    onBehalf: true,
    in: ['INFO_REQUESTED'],
    reliesOn: () => [APPLICATION, COMPLIANCE],
    blockers: (_state, _command, facts) => incomplete(facts),
    apply: (d) => receive(d, 'resubmit'),
  },
  'accept-application': {
    by: ['officer'],
    in: ['SUBMITTED'],
    reliesOn: () => [APPLICATION],
    apply: (d) => {
      d.stop('completeness');
      d.move('accept_complete');
      d.start('screening');
      d.tell('application-accepted');
      requestChecks(d, SCREENING_CHECKS);
    },
  },
};
