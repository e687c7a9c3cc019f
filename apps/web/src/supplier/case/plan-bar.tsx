import { useForms } from '../../words/forms.js';

const MOST = 15;

/** The plan drawn: numbers of defects side by side, those that are accepted, and where rejection begins. The words stand beside it. */
export function PlanBar({ ac }: { readonly ac: number }) {
  const { number } = useForms();
  const from = Math.max(0, ac - MOST + 2);
  const numbers = Array.from({ length: Math.min(ac, MOST - 2) + 3 }, (_, nth) => from + nth);
  return (
    <ol className="plan-bar" aria-hidden>
      {numbers.map((count) => (
        <li key={count} data-accepted={count <= ac}>
          {number(count)}
        </li>
      ))}
    </ol>
  );
}
