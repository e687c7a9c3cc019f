import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { CircleAlert, CloudUpload, Download, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { unsentFile } from '../offline/export.js';
import type { Entry } from '../offline/entry.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { useMe } from '../server/me.js';
import { Empty } from '../ui/empty.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { useAgenda } from './agenda.js';
import { partsOf } from './places.js';
import './auditor.css';

const ICONS = { here: Smartphone, sending: CloudUpload, 'needs-you': CircleAlert } as const;

/** What waits on this device, each with where it stands and why; and what was received of late. */
export function Sync() {
  const say = useSay();
  const { moment } = useForms();
  const device = useDevice();
  const { entries, receipts, sending, round } = useQueue();
  const names = useNames();
  const cases = [...new Set(entries.map(({ caseId }) => caseId))];
  return (
    <Stack>
      <Title order={1}>{say('auditor.sync.title')}</Title>
      <Text>{say('auditor.sync.text')}</Text>
      <Group gap="xs">
        <Button
          leftSection={<CloudUpload aria-hidden size={18} />}
          loading={sending}
          disabled={entries.length === 0}
          onClick={() => void device.send(true)}
        >
          {say('shell.saved.send-now')}
        </Button>
        {entries.length > 0 && <Export />}
      </Group>
      {entries.length > 0 && round !== 'done' && (
        <Alert color="yellow" role="status">
          {say(`auditor.sync.round.${round}`)}
        </Alert>
      )}
      {entries.length === 0 && <Empty text={say('auditor.sync.nothing')} />}
      {cases.map((caseId) => (
        <section key={caseId}>
          <Title order={2}>{names.get(caseId) ?? say('auditor.sync.some-case')}</Title>
          <ul className="plain-list">
            {entries
              .filter((entry) => entry.caseId === caseId)
              .map((entry) => (
                <Paper key={entry.id} withBorder p="sm" component="li">
                  <Row entry={entry} />
                </Paper>
              ))}
          </ul>
        </section>
      ))}
      {receipts.length > 0 && (
        <section>
          <Title order={2}>{say('auditor.sync.received', { count: receipts.length })}</Title>
          <List size="sm">
            {[...receipts]
              .sort((one, other) => other.at - one.at)
              .slice(0, 30)
              .map((receipt) => (
                <List.Item key={receipt.id}>
                  <What of={receipt} /> · {moment(new Date(receipt.at).toISOString())}
                </List.Item>
              ))}
          </List>
        </section>
      )}
    </Stack>
  );
}

/** Suppliers by case, as the list of audits that is kept here has them. */
function useNames(): ReadonlyMap<string, string> {
  const { data } = useAgenda();
  return new Map(
    data?.audits.map(({ id, supplier, caseNumber }) => [id, `${supplier.name} · ${caseNumber}`]),
  );
}

/** What was written, in words: a place's name is for machines. */
function What({ of }: { readonly of: Pick<Entry, 'place'> }) {
  const say = useSay();
  const { kind, item } = partsOf(of.place);
  const shown = item.length < 20 ? item : '';
  return say(`auditor.sync.kind.${kind}`, {
    item: kind === 'meeting' ? say(`auditor.meeting.${shown}`) : shown,
  });
}

function Row({ entry }: { readonly entry: Entry }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { time } = useForms();
  const device = useDevice();
  const { queue } = device;
  const Icon = ICONS[entry.state];
  const stuck = entry.state === 'needs-you';
  return (
    <Stack gap={4}>
      <Text fw={600}>
        <What of={entry} />
      </Text>
      <Text size="sm" className="due" c={stuck ? 'red.8' : undefined}>
        <Icon aria-hidden size={16} />{' '}
        {say(`shell.saved.${entry.state}`, { at: time(new Date(entry.at).toISOString()) })}
      </Text>
      {entry.held && <Text size="sm">{say('auditor.item.held')}</Text>}
      {entry.problem && <Text size="sm">{sayCode('auditor.refused', entry.problem)}</Text>}
      {stuck && entry.conflict && <Both entry={entry} />}
      {stuck && (
        <Group gap="xs">
          <Button variant="light" onClick={() => void queue.insist(entry.id).then(() => device.send(true))}>
            {say(entry.conflict ? 'shell.conflict.keep-mine' : 'shell.again')}
          </Button>
          <Button variant="subtle" onClick={() => void queue.drop(entry.id)}>
            {say(entry.conflict ? 'shell.conflict.take-theirs' : 'auditor.sync.give-up')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Both values as they are, for a decision far from the form. */
function Both({ entry }: { readonly entry: Entry }) {
  const say = useSay();
  const { queue } = useDevice();
  const [both, setBoth] = useState<readonly [unknown, unknown]>();
  if (!both)
    return (
      <Button
        variant="subtle"
        onClick={() =>
          void Promise.all([queue.bodyOf(entry.id), queue.theirsOf(entry.id)]).then(([mine, theirs]) =>
            setBoth([mine, theirs]),
          )
        }
      >
        {say('auditor.sync.both')}
      </Button>
    );
  return (
    <>
      <Text size="sm">{say('shell.conflict.mine')}</Text>
      <Told of={both[0]} />
      <Text size="sm">{say('shell.conflict.theirs')}</Text>
      <Told of={both[1]} />
    </>
  );
}
function Told({ of }: { readonly of: unknown }) {
  const sayCode = useSayCode();
  const { value, reason, note } = (of ?? {}) as Readonly<Record<string, string | undefined>>;
  const said = [value && sayCode('auditor.answer', value), reason, note].filter(Boolean).join(' · ');
  return <Text>{said || JSON.stringify(of)}</Text>;
}

/** What is here and nowhere else, as a file: for a device that never finds a line again. */
function Export() {
  const say = useSay();
  const device = useDevice();
  const { person } = useMe();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const url = URL.createObjectURL(await unsentFile(device.queue, person));
      const link = Object.assign(document.createElement('a'), {
        href: url,
        download: `selvedge-unsent-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.json`,
      });
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<Download aria-hidden size={18} />}
      onClick={() => void save()}
    >
      {say('auditor.sync.export')}
    </Button>
  );
}
