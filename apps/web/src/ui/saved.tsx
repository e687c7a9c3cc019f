import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { CircleAlert, CircleCheck, CloudUpload, Smartphone } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { FactState } from '../offline/use-fact.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';

const ICONS = {
  typing: Smartphone,
  here: Smartphone,
  sending: CloudUpload,
  received: CircleCheck,
  'needs-you': CircleAlert,
  'not-kept': CircleAlert,
} as const;
const ALARMING = ['needs-you', 'not-kept'];

/** Where one field or photo is: saved here, sending, received, or waiting for the person. */
export function SavedMark({ saved }: { readonly saved: FactState }) {
  const say = useSay();
  const { time } = useForms();
  if (saved.state === 'none') return null;
  const Icon = ICONS[saved.state];
  const at = saved.at === undefined ? '' : time(new Date(saved.at).toISOString());
  return (
    <Text
      span
      size="sm"
      className="due"
      c={ALARMING.includes(saved.state) ? 'red.8' : 'var(--frame-quiet)'}
      role="status"
    >
      <Icon aria-hidden size={16} /> {say(`shell.saved.${saved.state}`, { at })}
    </Text>
  );
}

/** Of all that somebody wrote on this device: that it is saved, or how much waits, with a way to send it. */
export function SavedLine() {
  const say = useSay();
  const { time } = useForms();
  const device = useDevice();
  const { entries, receipts, sending } = useQueue();
  const last = Math.max(...receipts.map(({ at }) => at));
  const stuck = entries.filter(({ state }) => state === 'needs-you').length;
  if (entries.length === 0 && receipts.length === 0) return null;
  return (
    <Group gap="xs" role="status" className="saved-line">
      <Text size="sm" c="var(--frame-quiet)">
        {entries.length === 0
          ? say('shell.saved.all', { at: time(new Date(last).toISOString()) })
          : sending
            ? say('shell.saved.sending-some', { count: entries.length })
            : say('shell.saved.waiting', { count: entries.length })}
        {stuck > 0 && ` ${say('shell.saved.stuck', { count: stuck })}`}
      </Text>
      {entries.length > 0 && !sending && (
        <Button variant="subtle" size="compact-sm" onClick={() => void device.send(true)}>
          {say('shell.saved.send-now')}
        </Button>
      )}
    </Group>
  );
}

interface ConflictProps<T> {
  readonly saved: FactState;
  readonly mine: T;
  /** Shows a value to the person who decides. */
  readonly show: (value: T) => ReactNode;
  /** Lets go of what was typed, when the other value stands. */
  readonly forget?: () => void;
}
/** Somebody else wrote at the same place: both are shown, and the person decides which one stands. */
export function Conflict<T>({ saved, mine, show, forget }: ConflictProps<T>) {
  const say = useSay();
  const { queue, ...device } = useDeviceAndSend();
  const { entry } = saved;
  const current = useTheirs<T>(entry?.conflict ? entry.id : undefined);
  if (saved.state !== 'needs-you' || !entry?.conflict) return null;
  const theirs = () => void queue.drop(entry.id).then(forget);
  return (
    <Paper withBorder p="md" role="alert">
      <Stack>
        <Text fw={600}>{say('shell.conflict.title')}</Text>
        <Text size="sm">{say('shell.conflict.theirs')}</Text>
        <div>{current ? show(current) : '-'}</div>
        <Text size="sm">{say('shell.conflict.mine')}</Text>
        <div>{show(mine)}</div>
        <Group>
          <Button onClick={() => void queue.insist(entry.id).then(device.send)}>
            {say('shell.conflict.keep-mine')}
          </Button>
          <Button variant="default" onClick={theirs}>
            {say('shell.conflict.take-theirs')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
/** What stands there now; undefined when nothing does, or it is not told. */
function useTheirs<T>(entryId: string | undefined): T | undefined {
  const { queue } = useDevice();
  const [theirs, setTheirs] = useState<T>();
  useEffect(() => {
    if (entryId)
      void queue.theirsOf(entryId).then((value) => setTheirs((value ?? undefined) as T | undefined));
  }, [queue, entryId]);
  return theirs;
}
function useDeviceAndSend() {
  const device = useDevice();
  return { queue: device.queue, send: () => void device.send(true) };
}
