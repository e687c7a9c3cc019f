import type { QualificationView } from '#client';
import { SAMPLE_KINDS } from '#domain';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useAsk } from '../../server/ask.js';
import { allowed } from '../../ui/ask-button.js';
import { useDocuments, type DocumentPlace } from '../../ui/documents.js';
import { PhotoUpload } from '../../ui/photo-upload.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import type { Pilot } from './pilots.js';

type Kind = (typeof SAMPLE_KINDS)[number];
interface SamplesProps {
  readonly of: QualificationView;
  readonly pilot: Pilot;
}

/** Samples that the buyer wants to see before anything is made: photos of them, and what the buyer said. */
export function Samples({ of, pilot }: SamplesProps) {
  const kinds = SAMPLE_KINDS.filter((kind) => pilot.samples?.[kind]);
  return kinds.map((kind) => <Sample key={kind} of={of} pilot={pilot} kind={kind} />);
}

function Sample({ of, pilot, kind }: SamplesProps & { readonly kind: Kind }) {
  const say = useSay();
  const sample = pilot.samples?.[kind];
  if (!sample) return null;
  const maySend = allowed(of, 'submit-sample', { pilotId: pilot.id, sample: kind }) !== undefined;
  const place = {
    caseId: of.id,
    target: 'pilot-lot' as const,
    item: `${pilot.id}:${pilot.lots[0]?.lot ?? 1}`,
  };
  return (
    <Stack gap="xs" role="group" aria-label={say(`supplier.sample.${kind}`)}>
      <Text fw={600}>{say(`supplier.sample.${kind}`)}</Text>
      <Text size="sm">{say(`supplier.sample-phase.${sample.phase}`)}</Text>
      {sample.reason && <Text size="sm">{say(`supplier.sample-reason.${sample.reason}`)}</Text>}
      {maySend && <SendSample of={of} pilot={pilot} kind={kind} place={place} />}
    </Stack>
  );
}

interface SendSampleProps extends SamplesProps {
  readonly kind: Kind;
  readonly place: DocumentPlace;
}
function SendSample({ of, pilot, kind, place }: SendSampleProps) {
  const say = useSay();
  const ask = useAsk(of.id);
  const { items } = useDocuments(place);
  const evidence = items.filter(({ status }) => status !== 'refused').map(({ id }) => id);
  return (
    <>
      <PhotoUpload place={place} label={say('supplier.sample.photos')} onlyPictures />
      <Group>
        <Button
          disabled={evidence.length === 0}
          loading={ask.isPending}
          onClick={() => ask.mutate({ type: 'submit-sample', pilotId: pilot.id, sample: kind, evidence })}
        >
          {say('supplier.sample.send')}
        </Button>
        {evidence.length === 0 && <Text size="sm">{say('supplier.sample.needs-photo')}</Text>}
      </Group>
      {ask.error && <ProblemText error={ask.error} />}
    </>
  );
}
