import { applicationGaps } from '../application.js';
import type { CaseState } from '../case-state.js';
import { siteFactsOf } from '../conditions.js';
import type { Facts } from '../facts.js';
import { paperOf } from '../facts.js';
import { APPLICATION, COMPLIANCE } from '../papers.js';
import { refuse, type Refusal } from '../refusals.js';
import { SCREENING_CHECKS } from '../case-state.js';
import type { Decision } from '../decision.js';
import { coolingOff, isRenewalOf, linkRefusals } from '../renewal.js';
import { announceBankChange } from './bank.rules.js';
import { requestChecks } from './checks.js';
import { linkToPrevious, planRenewalAudit } from './renewals.js';
import { takeReports, unusable } from './external-reports.js';
import type { Rules } from './rule.js';

const gaps = (facts: Facts): readonly string[] =>
  applicationGaps(
    { ...paperOf(facts, APPLICATION), ...paperOf(facts, COMPLIANCE) },
    facts.scheme.applicationSections,
  );
const incomplete = (state: CaseState, facts: Facts, now: string): readonly Refusal[] => {
  const reports = unusable(state, facts, now).map((id) => `external-reports.${id}`);
  const missing = [...gaps(facts), ...reports];
  return missing.length > 0 ? [refuse('application-incomplete', missing)] : [];
};
/**
 * What is handed in with a first application is judged with it. At a renewal buyers know an account already: another one is
 * a change, which cools off and is called back like every change.
 */
function takeBankAccount(d: Decision): void {
  const { bankRevision, bankIsCopy } = d.facts;
  if (bankRevision === undefined) return;
  const { revision, change } = d.state.bankAccount ?? {};
  if (!d.state.renewal || bankIsCopy) return d.change({ bankAccount: { revision: bankRevision } });
  if (bankRevision !== revision && bankRevision !== change?.revision) announceBankChange(d);
}
const receive = (d: Decision, event: 'submit' | 'resubmit'): void => {
  takeReports(d, ['submitted']);
  d.stop('draft');
  d.stop('information');
  d.settleMatter('phone-call');
  d.move(event);
  d.change({
    informationItems: [],
    informationQuestions: undefined,
    siteFacts: siteFactsOf(paperOf(d.facts, APPLICATION)),
  });
  takeBankAccount(d);
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
    blockers: (_state, command, facts, _actor, now) => {
      const { openCaseId, previous, former = [] } = facts;
      if (openCaseId) return [refuse('already-open', [openCaseId])];
      const renews = previous && isRenewalOf(previous.state);
      return [
        ...(facts.schemeClosed ? [refuse('scheme-not-published', [command.schemeVersionId])] : []),
        ...(previous ? linkRefusals(command, previous.state, now) : []),
        ...(renews ? [] : coolingOff(former, now)),
      ];
    },
    apply: (d) => {
      d.change({ enteredAt: d.now });
      if (d.facts.previous) linkToPrevious(d, d.facts.previous);
      d.start('draft');
      d.tell('qualification-opened', { category: d.state.category });
    },
  },
  'submit-application': {
    by: ['supplier'],
    onBehalf: true,
    in: ['DRAFT'],
    reliesOn: () => [APPLICATION, COMPLIANCE],
    blockers: (state, _command, facts, _actor, now) => incomplete(state, facts, now),
    apply: (d) => receive(d, 'submit'),
  },
  'request-information': {
    by: ['officer'],
    in: ['SUBMITTED'],
    blockers: (state, { items, questions = [] }, facts) => {
      const besides = questions.filter(({ item }) => !items.includes(item));
      return [
        ...(state.informationLoops >= facts.scheme.maxInformationLoops
          ? [refuse('information-loops-exhausted')]
          : []),
        ...(besides.length > 0
          ? [
              refuse(
                'not-applicable-here',
                besides.map(({ item }) => item),
              ),
            ]
          : []),
      ];
    },
    apply: (d, command) => {
      d.stop('completeness');
      d.move('request_info');
      const { items, questions = [] } = command;
      d.change({
        informationLoops: d.state.informationLoops + 1,
        informationItems: items,
        informationQuestions:
          questions.length > 0
            ? Object.fromEntries(questions.map(({ item, question }) => [item, question]))
            : undefined,
      });
      d.start('information');
      d.tell('information-requested', { items: command.items });
    },
  },
  'resubmit-application': {
    by: ['supplier'],
    onBehalf: true,
    in: ['INFO_REQUESTED'],
    reliesOn: () => [APPLICATION, COMPLIANCE],
    blockers: (state, _command, facts, _actor, now) => incomplete(state, facts, now),
    apply: (d) => receive(d, 'resubmit'),
  },
  'accept-application': {
    by: ['officer'],
    in: ['SUBMITTED'],
    // How a renewal is audited depends on what the supplier says has changed, owners included.
    reliesOn: (state) => (state.renewal ? [APPLICATION, COMPLIANCE] : [APPLICATION]),
    apply: (d) => {
      d.stop('completeness');
      d.move('accept_complete');
      d.start('screening');
      d.tell('application-accepted');
      planRenewalAudit(d);
      requestChecks(d, SCREENING_CHECKS);
    },
  },
};
