import { missingYears } from '../deadlines.js';
import { refuse } from '../refusals.js';
import { migrationPlan, redated } from '../scheme-changes.js';
import { OPEN_STATES } from '../states.js';
import { requestChecks } from './checks.js';
import { replanRenewalAudit } from './renewals.js';
import type { Rules } from './rule.js';

export const schemeRules: Rules<'migrate-scheme'> = {
  /** A case keeps its version for ever, unless an officer takes it over to another one of the same scheme. */
  'migrate-scheme': {
    by: ['officer'],
    in: OPEN_STATES,
    check: (state, command) => {
      // What was answered under a version is judged under it, unless the reviewer sends it back.
      if (state.audit.phase === 'submitted') return refuse('audit-submitted');
      return command.schemeVersionId === state.schemeVersionId ? refuse('not-applicable-here') : undefined;
    },
    blockers: (_state, command, { nextScheme }) => {
      if (!nextScheme?.content) return [refuse('scheme-not-published', [command.schemeVersionId])];
      return nextScheme.sameScheme ? [] : [refuse('scheme-differs', [command.schemeVersionId])];
    },
    apply: (d, { schemeVersionId }) => {
      const { scheme, nextScheme, calendar } = d.facts;
      const to = nextScheme?.content;
      if (!to) throw new Error('a version that is not published was refused before');
      const when = { calendar, now: d.now };
      const plan = migrationPlan(d.state, scheme, to, when);
      const from = d.state.schemeVersionId;
      d.change({ schemeVersionId, deadlines: redated(d.state, scheme, to, when) });
      const changed = plan.changed.map(({ id }) => id);
      const anew = replanRenewalAudit(d, to, changed);
      const { reopenedItems } = d.state.audit;
      // Items that came are open to the auditor beside those that were sent back; answers to those that left stay facts.
      if (reopenedItems.length > 0) {
        const open = reopenedItems.filter((item) => !plan.removed.includes(item));
        d.changeAudit({ reopenedItems: [...new Set([...open, ...plan.added, ...anew])] });
      }
      for (const deadline of d.state.deadlines)
        for (const year of missingYears(deadline, calendar)) d.raise('holidays-missing', year);
      d.tell('scheme-migrated', {
        ...{ from, to: schemeVersionId, added: plan.added, removed: plan.removed },
        changed,
        deadlines: plan.deadlines.map(({ deadline }) => deadline),
      });
      if (plan.checks.length > 0) requestChecks(d, plan.checks);
    },
  },
};
