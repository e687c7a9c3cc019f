import type { QualificationSummary } from '#client';
import { CircleCheck, CircleDot, Circle } from 'lucide-react';
import { useSay } from '../words/words.js';
import './stages.css';

/** The five stages as people know them. Audit and compliance checks run beside each other, as one stage of the process. */
const STAGES = ['application', 'audit', 'compliance', 'pilot-order', 'approval'] as const;
type StageName = QualificationSummary['stage'];
/** How many stages lie behind a case, and how many it is in. */
const PLACE: Readonly<Record<StageName, readonly [behind: number, now: number]>> = {
  application: [0, 1],
  assessment: [1, 2],
  'pilot-order': [3, 1],
  approval: [4, 1],
  qualified: [5, 0],
  appeal: [0, 0],
  closed: [0, 0],
};
const ICONS = { behind: CircleCheck, now: CircleDot, ahead: Circle } as const;

/** Five dots with words under them: what lies behind, where the case is, what comes. */
export function Stages({ stage }: { readonly stage: StageName }) {
  const say = useSay();
  const [behind, now] = PLACE[stage];
  if (behind + now === 0) return null;
  return (
    <ol className="stages" aria-label={say('shell.stages')}>
      {STAGES.map((name, nth) => {
        const state = nth < behind ? 'behind' : nth < behind + now ? 'now' : 'ahead';
        const Icon = ICONS[state];
        return (
          <li key={name} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <Icon aria-hidden size={20} />
            <span>{say(`shell.stage.${name}`)}</span>
            <span className="stages-state">{say(`shell.stage-state.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
