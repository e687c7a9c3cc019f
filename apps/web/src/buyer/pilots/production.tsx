import type { AskCommand, QualificationView } from '#client';
import { PRODUCTION_RESULTS, SAMPLE_KINDS, SAMPLE_REASONS, type SampleKind } from '#domain';
import { Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { NumberField } from '../fields.js';
import { Photos } from '../photos.js';
import { Section } from '../section.js';
import type { Order } from './use-order.js';

interface ProductionProps {
  readonly of: Order;
  readonly one: QualificationView;
}

/** Samples that come before production, and a look at the goods while they are made. */
export function Production({ of, one }: ProductionProps) {
  const say = useSay();
  const { day } = useForms();
  const { samples = {}, productionStartedAt, productionCheck, id: pilotId } = of;
  const kinds = SAMPLE_KINDS.filter((kind) => samples[kind]);
  const mayLook = allowed(one, 'record-production-check', { pilotId });
  if (kinds.length === 0 && !productionStartedAt && !mayLook) return null;
  return (
    <Section title={say('buyer.production')}>
      {kinds.map((kind) => (
        <Sample key={kind} kind={kind} of={of} one={one} />
      ))}
      {productionStartedAt && <Text>{say('buyer.production.since', { day: day(productionStartedAt) })}</Text>}
      {productionCheck && (
        <Text>
          {say('buyer.production.seen', {
            day: day(productionCheck.at),
            percent: productionCheck.percentDone,
            result: say(`buyer.production.result.${productionCheck.result}`),
          })}
        </Text>
      )}
      {mayLook && <Look of={of} one={one} />}
    </Section>
  );
}

function Sample({
  kind,
  of: { id: pilotId, samples },
  one,
}: ProductionProps & { readonly kind: SampleKind }) {
  const say = useSay();
  const sayCode = useSayCode();
  const [reason, setReason] = useState<(typeof SAMPLE_REASONS)[number]>();
  const sample = samples?.[kind];
  if (!sample) return null;
  const subject = { pilotId, sample: kind };
  return (
    <Stack gap="xs">
      <Title order={3}>
        {[say(`buyer.sample.${kind}`), say(`buyer.sample.phase.${sample.phase}`)].join(' · ')}
      </Title>
      {sample.reason && <Text size="sm">{sayCode('buyer.sample.reason', sample.reason)}</Text>}
      <Photos of={sample.evidence} label={say(`buyer.sample.${kind}`)} />
      {allowed(one, 'approve-sample', subject) && (
        <Group align="flex-end" gap="sm">
          <AskButton
            of={one}
            command={{ type: 'approve-sample', ...subject }}
            subject={subject}
            question={say('buyer.sample.approve.sure')}
          >
            {say('buyer.sample.approve')}
          </AskButton>
          <NativeSelect
            label={say('buyer.sample.reason')}
            value={reason ?? ''}
            onChange={({ target }) => setReason((target.value || undefined) as typeof reason)}
            data={[
              { value: '', label: say('buyer.choose') },
              ...SAMPLE_REASONS.map((one) => ({ value: one, label: sayCode('buyer.sample.reason', one) })),
            ]}
          />
          <AskButton
            of={one}
            command={{ type: 'reject-sample', ...subject, reason: reason ?? 'other' }}
            subject={subject}
            variant="default"
            disabled={!reason}
          >
            {say('buyer.sample.reject')}
          </AskButton>
        </Group>
      )}
    </Stack>
  );
}

type Result = (typeof PRODUCTION_RESULTS)[number];
/** What the inspector saw while the goods were made. */
function Look({ of: { id: pilotId }, one }: ProductionProps) {
  const say = useSay();
  const [percent, setPercent] = useState<number>();
  const [result, setResult] = useState<Result>();
  const [note, setNote] = useState('');
  const isPercent = percent !== undefined && Number.isInteger(percent) && percent >= 20 && percent <= 80;
  const command: AskCommand = {
    ...{
      type: 'record-production-check',
      pilotId,
      percentDone: percent ?? 20,
      result: result ?? 'as-agreed',
    },
    ...{ evidence: [], ...(note.trim() && { note: note.trim() }) },
  };
  return (
    <Fold title={say('buyer.production.look')}>
      <Stack gap="sm" align="flex-start">
        <NumberField
          label={say('buyer.production.percent')}
          hint={say('buyer.production.percent.hint')}
          error={percent !== undefined && !isPercent ? say('buyer.production.percent.hint') : undefined}
          value={percent}
          onChange={setPercent}
        />
        <NativeSelect
          label={say('buyer.production.result')}
          value={result ?? ''}
          onChange={({ target }) => setResult((target.value || undefined) as Result | undefined)}
          data={[
            { value: '', label: say('buyer.choose') },
            ...PRODUCTION_RESULTS.map((one) => ({
              value: one,
              label: say(`buyer.production.result.${one}`),
            })),
          ]}
        />
        <Textarea label={say('buyer.note')} value={note} onChange={({ target }) => setNote(target.value)} />
        <AskButton of={one} command={command} subject={{ pilotId }} disabled={!isPercent || !result}>
          {say('buyer.production.record')}
        </AskButton>
      </Stack>
    </Fold>
  );
}
