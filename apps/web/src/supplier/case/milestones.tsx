import type { QualificationView } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { lettersQuery } from '../../server/case-parts.js';
import { milestonesOf } from './milestone-dates.js';
import '../supplier.css';

/** The days of a case so far, and those that are agreed. */
export function Milestones({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { day } = useForms();
  const { data = [] } = useQuery(lettersQuery(of.id));
  return (
    <dl className="terms" aria-label={say('supplier.milestones')}>
      {milestonesOf(of, data).map(({ name, at }) => (
        <div key={name}>
          <dt>{say(`supplier.milestone.${name}`)}</dt>
          <dd>{day(at)}</dd>
        </div>
      ))}
    </dl>
  );
}
