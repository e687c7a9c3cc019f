import { addDays, addMonths } from '../calendar.js';
import { DEFAULT_CONSENT_SECTIONS, MAX_CONSENT_MONTHS, termsOf } from '../consent.js';
import { deadlineKey } from '../deadlines.js';
import type { Decision } from '../decision.js';
import { hasOpenPilot } from '../papers.js';
import { refuse } from '../refusals.js';
import { OPEN_STATES } from '../states.js';
import { UNDECIDED } from './approvals.js';
import type { Rules } from './rule.js';

/**
 * The end of a consent, withdrawn or run out. A buyer that ordered or decides stays party to the case for what it did
 * there, and reads nothing by consent any more.
 */
export function endConsent(d: Decision, buyerId: string): void {
  d.change({ consents: d.state.consents.filter((id) => id !== buyerId) });
  d.stop('consent-end', buyerId);
}

/** Time ran out. The terms stay, to tell a consent that ran out from one that was never given. */
export function expireConsent(d: Decision, buyerId: string): void {
  endConsent(d, buyerId);
  d.tell('consent-expired', { buyerId });
}

export const consentRules: Rules<'grant-consent' | 'withdraw-consent'> = {
  // Given again with other sections or another end, it replaces the one that stands; what is not named stays.
  'grant-consent': {
    by: ['supplier'],
    in: OPEN_STATES,
    check: (state, { buyerId, sections, validUntil }) =>
      termsOf(state, buyerId) && sections === undefined && validUntil === undefined
        ? refuse('consent-given', [buyerId])
        : undefined,
    blockers: (_state, { buyerId, validUntil }, facts, _actor, now) => {
      if (!facts.buyerKnown) return [refuse('person-not-eligible', [buyerId])];
      if (validUntil === undefined) return [];
      const end = addDays(validUntil, 0);
      const inRange = end > now && end <= addMonths(now, MAX_CONSENT_MONTHS);
      return inRange ? [] : [refuse('date-out-of-range', ['validUntil'])];
    },
    apply: (d, { buyerId, ...asked }) => {
      const before = termsOf(d.state, buyerId);
      const sections = asked.sections ?? before?.sections ?? DEFAULT_CONSENT_SECTIONS;
      const end = asked.validUntil ?? before?.validUntil;
      d.start('consent-end', buyerId, end === undefined ? {} : { dueAt: addDays(end, 0) });
      const key = deadlineKey('consent-end', buyerId);
      const validUntil = d.state.deadlines.find((deadline) => deadline.key === key)?.dueAt ?? d.now;
      d.change({
        consents: before ? d.state.consents : [...new Set([...d.state.consents, buyerId])],
        consentTerms: { ...d.state.consentTerms, [buyerId]: { sections, givenAt: d.now, validUntil } },
      });
      d.tell('consent-given', { buyerId, sections, validUntil });
    },
  },
  'withdraw-consent': {
    by: ['supplier'],
    in: OPEN_STATES,
    subjects: (state) => state.consents.map((buyerId) => ({ buyerId })),
    check: (state, { buyerId }) => {
      if (!state.consents.includes(buyerId)) return refuse('access-consent-missing', [buyerId]);
      const phase = state.approvals[buyerId]?.phase;
      const inUse = hasOpenPilot(state, buyerId) || (phase !== undefined && UNDECIDED.includes(phase));
      return inUse ? refuse('consent-in-use', [buyerId]) : undefined;
    },
    apply: (d, { buyerId }) => {
      endConsent(d, buyerId);
      const others = Object.entries(d.state.consentTerms ?? {}).filter(([id]) => id !== buyerId);
      d.change({ consentTerms: Object.fromEntries(others) });
      d.tell('consent-withdrawn', { buyerId });
    },
  },
};
