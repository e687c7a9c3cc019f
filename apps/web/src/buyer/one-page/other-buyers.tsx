import type { OnePageView } from '#client';
import { Text } from '@mantine/core';
import { useSay } from '../../words/words.js';
import { Section } from '../section.js';

/** How many other buyers approved the supplier; who they are is theirs to say. */
export function OtherBuyers({ of: { otherBuyers } }: { readonly of: OnePageView }) {
  const say = useSay();
  return (
    <Section title={say('buyer.page.other-buyers')}>
      <Text>{say('buyer.other-buyers', { count: otherBuyers })}</Text>
    </Section>
  );
}
