import type { OnePageView } from '#client';
import { Text } from '@mantine/core';
import { CircleCheck, CircleDashed, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay } from '../../words/words.js';
import { Section } from '../section.js';
import './one-page.css';

type Check = NonNullable<OnePageView['checks']>[number];
const ICONS: Readonly<Record<Check['light'], LucideIcon>> = {
  clear: CircleCheck,
  attention: TriangleAlert,
  stop: CircleX,
  open: CircleDashed,
};

/** Each compliance check at a glance: what it said, when it was run, and against which edition of which list. */
export function ChecksSection({ of: { checks, notOpened } }: { readonly of: OnePageView }) {
  const say = useSay();
  return (
    <Section title={say('buyer.page.checks')} isOpened={!notOpened.includes('compliance-verdicts')}>
      {checks && (
        <ul className="check-lights">
          {checks.map((one) => (
            <li key={one.kind}>
              <Light of={one} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Light({ of: { name, light, ranAt, expiresAt, lists } }: { readonly of: Check }) {
  const say = useSay();
  const { day, named, list, aside } = useForms();
  const Icon = ICONS[light];
  return (
    <>
      <Text className="due check-light" data-light={light}>
        <Icon aria-hidden size={20} />{' '}
        <span>
          {named(capitalised(name), '')}
          <strong>{say(`buyer.light.${light}`)}</strong>
        </span>
      </Text>
      <Text size="sm" c="var(--frame-quiet)">
        {[
          ranAt ? say('buyer.check.ran', { day: day(ranAt) }) : say('buyer.check.not-run'),
          expiresAt && say('buyer.check.until', { day: day(expiresAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {lists.length > 0 && (
        <Text size="sm" c="var(--frame-quiet)">
          {say('buyer.check.lists', {
            lists: list(lists.map((one) => aside(one.list, one.version))),
          })}
        </Text>
      )}
    </>
  );
}
