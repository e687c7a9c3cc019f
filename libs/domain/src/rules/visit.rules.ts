import type { Actor } from '../actors.js';
import { addDays, localDate } from '../calendar.js';
import type { CaseState } from '../case-state.js';
import type { Decision } from '../decision.js';
import { refuse } from '../refusals.js';
import { inAuditPhase, visitDates } from './audit.js';
import { withdrawCase } from './closing.js';
import type { Rules } from './rule.js';

const proposeDates = (d: Decision, dates: readonly string[]): void => {
  d.stop('assignment-answer');
  d.stop('visit-response');
  d.changeAudit({ phase: 'visit-proposed', proposedDates: dates, visitDate: undefined });
  d.start('visit-response');
  d.tell('visit-proposed', { dates });
};
const datesBlocker = (
  _s: CaseState,
  command: { dates: readonly string[] },
  _f: unknown,
  _a: Actor,
  now: string,
) => visitDates(command.dates, now);

const agreeVisit = (d: Decision, date: string): void => {
  d.stop('visit-response');
  d.changeAudit({ phase: 'visit-agreed', visitDate: date });
  d.tell('visit-agreed', { date });
};

/** The supplier did not answer: the first proposed date still to come stands (domain 2.1, audit scheduling). */
export const visitByDefault = (d: Decision): void => {
  const today = localDate(d.now);
  const date = d.state.audit.proposedDates.find((x) => x >= today) ?? localDate(addDays(d.now, 7));
  agreeVisit(d, date);
};

export const visitRules: Rules<'propose-visit' | 'accept-visit' | 'refuse-visit' | 'reschedule-visit'> = {
  'propose-visit': {
    by: ['auditor'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('assigned'),
    blockers: datesBlocker,
    apply: (d, command) => proposeDates(d, command.dates),
  },
  'accept-visit': {
    by: ['supplier'],
    onBehalf: true,
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('visit-proposed'),
    blockers: (state, command) =>
      state.audit.proposedDates.includes(command.date) ? [] : [refuse('date-not-proposed', [command.date])],
    apply: (d, command) => agreeVisit(d, command.date),
  },
  'refuse-visit': {
    by: ['supplier'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('visit-proposed', 'visit-agreed'),
    apply: (d) => {
      const visitRefusals = d.state.audit.visitRefusals + 1;
      d.stop('visit-response');
      d.changeAudit({ phase: 'assigned', visitRefusals, proposedDates: [], visitDate: undefined });
      d.start('assignment-answer');
      d.tell('visit-refused', { refusals: visitRefusals });
      if (visitRefusals >= d.facts.scheme.maxVisitRefusals) withdrawCase(d, 'withdraw', 'visit-refused');
    },
  },
  'reschedule-visit': {
    by: ['auditor', 'officer'],
    in: ['IN_ASSESSMENT'],
    check: inAuditPhase('visit-proposed', 'visit-agreed'),
    blockers: datesBlocker,
    apply: (d, command) => proposeDates(d, command.dates),
  },
};
