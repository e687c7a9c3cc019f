import type { QualificationView } from '#client';
import { APPEAL_GROUNDS, WITHDRAWAL_REASONS } from '#domain';
import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useAsk } from '../../server/ask.js';
import { allowed } from '../../ui/ask-button.js';
import { ProblemText } from '../../ui/problem-text.js';
import { SureButton } from '../../ui/sure-button.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { openSchemesQuery } from '../start/schemes.js';
import { useOpen } from '../start/use-open.js';

const RENEWABLE = ['requalifying'];
const MAY_APPLY_AGAIN = ['rejected', 'lapsed', 'revoked', 'withdrawn'];

/** What else can be done with a case: renew it, tell of a change, appeal, apply again, leave. */
export function MoreSteps({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const changes = of.allowedCommands.flatMap(({ type, subject }) =>
    type === 'report-change' ? [String(subject['change'])] : [],
  );
  const renews =
    RENEWABLE.includes(of.substate) || (of.stage === 'closed' && MAY_APPLY_AGAIN.includes(of.substate));
  const parts: readonly (readonly [string, boolean, ReactNode])[] = [
    ['again', renews, <Again key="again" of={of} />],
    ['change', changes.length > 0, <ReportChange key="change" of={of} changes={changes} />],
    ['appeal', allowed(of, 'appeal') !== undefined, <Appeal key="appeal" of={of} />],
    ['withdraw', allowed(of, 'withdraw') !== undefined, <Withdraw key="withdraw" of={of} />],
  ];
  const possible = parts.filter(([, is]) => is);
  if (possible.length === 0) return null;
  return (
    <Section id="next" title={say('supplier.more.title')}>
      {possible.map(([name, , body]) => (
        <details key={name} open={name === 'again'}>
          <summary className="summary">
            {say(name === 'again' && of.stage !== 'closed' ? 'supplier.more.renew' : `supplier.more.${name}`)}
          </summary>
          {body}
        </details>
      ))}
    </Section>
  );
}

function Again({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const navigate = useNavigate();
  const { data: schemes } = useSuspenseQuery(openSchemesQuery);
  const open = useOpen();
  const scheme = schemes.find(({ versionId }) => versionId === of.schemeVersionId) ?? schemes[0];
  const begin = () => {
    if (!scheme) return;
    const { supplier, site, category, profile, endMarkets, id: previousId } = of;
    const ids = { supplierId: supplier.id, siteId: site.id, schemeVersionId: scheme.versionId, previousId };
    open.mutate(
      { ...ids, category, profile, endMarkets },
      { onSuccess: (id) => void navigate({ to: '/qualifications/$id/apply', params: { id } }) },
    );
  };
  return (
    <Stack gap="xs">
      <Text>{say(of.stage === 'closed' ? 'supplier.more.again-hint' : 'supplier.more.renew-hint')}</Text>
      <Group>
        <Button loading={open.isPending} disabled={!scheme} onClick={begin}>
          {say('supplier.start.go')}
        </Button>
      </Group>
      {open.error && <ProblemText error={open.error} />}
    </Stack>
  );
}

interface ReportChangeProps {
  readonly of: QualificationView;
  readonly changes: readonly string[];
}
function ReportChange({ of, changes }: ReportChangeProps) {
  const say = useSay();
  const ask = useAsk(of.id);
  const [change, setChange] = useState('');
  return (
    <Stack gap="xs">
      <Text>{say('supplier.more.change-hint')}</Text>
      <NativeSelect
        label={say('supplier.more.what-changed')}
        value={change}
        onChange={({ target }) => setChange(target.value)}
        data={[
          { value: '', label: say('supplier.choose') },
          ...changes.map((code) => ({ value: code, label: say(`supplier.change.${code}`) })),
        ]}
      />
      <Group>
        <Button
          variant="default"
          disabled={change === ''}
          loading={ask.isPending}
          onClick={() => ask.mutate({ type: 'report-change', change: change as 'owner' })}
        >
          {say('supplier.more.tell')}
        </Button>
      </Group>
      {ask.error && <ProblemText error={ask.error} />}
    </Stack>
  );
}

function Appeal({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const ask = useAsk(of.id);
  const [ground, setGround] = useState('');
  const [note, setNote] = useState('');
  return (
    <Stack gap="xs">
      <Text>{say('supplier.more.appeal-hint')}</Text>
      <NativeSelect
        label={say('supplier.more.ground')}
        value={ground}
        onChange={({ target }) => setGround(target.value)}
        data={[
          { value: '', label: say('supplier.choose') },
          ...APPEAL_GROUNDS.map((code) => ({ value: code, label: say(`supplier.ground.${code}`) })),
        ]}
      />
      <Textarea
        label={say('supplier.more.appeal-note')}
        maxLength={4000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Group>
        <SureButton
          variant="default"
          question={say('supplier.more.appeal-question')}
          disabled={ground === '' || note.trim() === ''}
          loading={ask.isPending}
          onYes={() =>
            ask.mutate({ type: 'appeal', ground: ground as (typeof APPEAL_GROUNDS)[number], note })
          }
        >
          {say('supplier.more.send-appeal')}
        </SureButton>
      </Group>
      {ask.error && <ProblemText error={ask.error} />}
    </Stack>
  );
}

function Withdraw({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const ask = useAsk(of.id);
  const [reason, setReason] = useState('');
  return (
    <Stack gap="xs">
      <Text>{say('supplier.more.withdraw-hint')}</Text>
      <NativeSelect
        label={say('supplier.more.why')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        data={[
          { value: '', label: say('supplier.choose') },
          ...WITHDRAWAL_REASONS.map((code) => ({ value: code, label: say(`supplier.withdrawal.${code}`) })),
        ]}
      />
      <Group>
        <SureButton
          variant="light"
          color="red"
          question={say('supplier.more.withdraw-question')}
          disabled={reason === ''}
          loading={ask.isPending}
          onYes={() =>
            ask.mutate({ type: 'withdraw', reason: reason as (typeof WITHDRAWAL_REASONS)[number] })
          }
        >
          {say('supplier.more.withdraw')}
        </SureButton>
      </Group>
      {ask.error && <ProblemText error={ask.error} />}
    </Stack>
  );
}
