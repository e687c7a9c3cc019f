import type { OnePageView } from '#client';
import { Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Section } from '../section.js';
import './one-page.css';

/** What happened to the case, as far as this buyer may know of it; newest first. */
export function HistoryStrip({ of: { history } }: { readonly of: OnePageView }) {
  const say = useSay();
  const { day } = useForms();
  return (
    <Section title={say('buyer.page.history')}>
      {history.length === 0 ? (
        <Text>{say('buyer.history.none')}</Text>
      ) : (
        <ol className="history-strip" reversed>
          {history.toReversed().map(({ seq, type, at, text }) => (
            <li key={`${seq} ${type}`}>
              <Text size="sm" c="var(--frame-quiet)">
                <time dateTime={at}>{day(at)}</time>
              </Text>
              <Text>{text}</Text>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
