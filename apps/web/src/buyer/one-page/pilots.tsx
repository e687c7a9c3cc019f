import type { OnePageView } from '#client';
import { Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Figures } from '../pilots/figures.js';
import { Plan } from '../pilots/plan.js';
import { Section } from '../section.js';
import { Photos } from '../photos.js';

type Pilot = OnePageView['pilots'][number];

/** The buyer's own pilot orders: what was planned and found in each lot, and what it came to. */
export function PilotsSection({ of: { pilots, qualificationId } }: { readonly of: OnePageView }) {
  const say = useSay();
  return (
    <Section title={say('buyer.page.pilots')}>
      {pilots.length === 0 && <Text>{say('buyer.pilots.none-yours')}</Text>}
      {pilots.map((one) => (
        <PilotPart key={one.id} of={one} caseId={qualificationId} />
      ))}
    </Section>
  );
}

function PilotPart({ of, caseId }: { readonly of: Pilot; readonly caseId: string }) {
  const say = useSay();
  const { day, money } = useForms();
  const { id: pilotId, placedAt, phase, result, terms, figures, lots } = of;
  const about = [
    say(`buyer.pilot.phase.${phase}`),
    result && say(`buyer.pilot.result.${result}`),
    terms && money(terms.valueUsd),
  ];
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={3}>
          {placedAt ? say('buyer.pilot.of', { day: day(placedAt) }) : say('buyer.pilot.one')}
        </Title>
        <Link to="/pilots/$caseId/$pilotId" params={{ caseId, pilotId }} className="text-link">
          {say('buyer.pilot.open')}
        </Link>
      </Group>
      <Text>{about.filter(Boolean).join(' · ')}</Text>
      {figures && <Figures of={figures} />}
      {lots.map((lot) => (
        <Lot key={lot.lot} of={lot} />
      ))}
    </Stack>
  );
}

function Lot({ of }: { readonly of: Pilot['lots'][number] }) {
  const say = useSay();
  const { number } = useForms();
  const { lot, size, phase, plan, found, photos, reworked } = of;
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {[
          say('buyer.lot', { lot, size: number(size) }),
          say(`buyer.lot.phase.${phase}`),
          reworked && say('buyer.lot.reworked'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {plan && <Plan plan={plan} found={found} />}
      <Photos of={photos} label={say('buyer.photos.lot', { lot })} />
    </Stack>
  );
}
