import type { OnePageView } from '#client';
import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { DecisionState } from './decision-steps.js';
import './one-page.css';

interface DecisionStepsProps {
  readonly of: NonNullable<OnePageView['decision']>;
  readonly state: DecisionState;
}
/** How many of the two steps are done, by whom. */
const DONE: Readonly<Record<DecisionState, number>> = {
  ...{ 'not-asked': 0, 'being-prepared': 0, deferred: 0, recommended: 1, declined: 0, over: 0 },
  ...{ 'to-confirm': 2, approved: 2, 'approved-conditionally': 2 },
};
const ICONS = { done: CircleCheck, now: CircleDot, ahead: CircleDashed } as const;

/** The two steps of a decision, each a person's own. */
export function DecisionSteps({ of: { requester, approver }, state }: DecisionStepsProps) {
  const say = useSay();
  const { named } = useForms();
  if (state === 'not-asked' || state === 'declined' || state === 'over') return null;
  const steps = [
    { name: 'recommend', who: requester },
    { name: 'approve', who: approver },
  ];
  return (
    <ol className="decision-steps" aria-label={say('buyer.decision.steps')}>
      {steps.map(({ name, who }, nth) => {
        const standing = nth < DONE[state] ? 'done' : nth === DONE[state] ? 'now' : 'ahead';
        const Icon = ICONS[standing];
        return (
          <li key={name} className="due" aria-current={standing === 'now' ? 'step' : undefined}>
            <Icon aria-hidden size={18} /> {named(say(`buyer.decision.step.${name}`), '')}
            {standing === 'done'
              ? (who?.name ?? say('buyer.decision.step.done'))
              : say(`buyer.decision.step.${standing}`)}
          </li>
        );
      })}
    </ol>
  );
}
