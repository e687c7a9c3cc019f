import { NativeSelect } from '@mantine/core';
import { useSay, useSayCode } from '../../words/words.js';
import type { Answered } from './review-items.js';

interface ReviewIndexProps {
  readonly items: readonly Answered[];
  readonly current: string | undefined;
  readonly onChoose: (item: string) => void;
}
const sectionsIn = (items: readonly Answered[]): readonly string[] => [
  ...new Set(items.map(({ item }) => item.section)),
];

/** All items by section: on a desk a list beside the answer, on a phone a choice above it. */
export function ReviewIndex({ items, current, onChoose }: ReviewIndexProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const answerOf = ({ answer }: Answered): string =>
    answer ? say(`office.answer.${answer.value}`) : say('office.review.no-answer');
  return (
    <>
      <NativeSelect
        className="only-phone"
        label={say('office.review.item')}
        value={current ?? ''}
        onChange={({ target }) => onChoose(target.value)}
        data={sectionsIn(items).map((section) => ({
          group: sayCode('office.section', section),
          items: items
            .filter(({ item }) => item.section === section)
            .map((one) => ({ value: one.item.id, label: `${one.item.id} · ${answerOf(one)}` })),
        }))}
      />
      <nav className="review-index only-desk" aria-label={say('office.review.items')} tabIndex={0}>
        {sectionsIn(items).map((section) => (
          <div key={section}>
            <h3 className="review-section">{sayCode('office.section', section)}</h3>
            <ul className="review-list">
              {items
                .filter(({ item }) => item.section === section)
                .map((one) => (
                  <li key={one.item.id}>
                    <button
                      type="button"
                      className="review-entry"
                      aria-current={one.item.id === current ? 'true' : undefined}
                      onClick={() => onChoose(one.item.id)}
                    >
                      <span>{one.item.id}</span>
                      <span data-value={one.answer?.value ?? 'none'}>{answerOf(one)}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}
