import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { useDevice, useQueue } from '../offline/use-device.js';
import { useSay } from '../words/words.js';
import { childPlace } from './places.js';

/** A child at work is the office's to know at once, before the audit is handed in; it leaves before everything else. */
export function ChildFound({ caseId, readOnly }: { readonly caseId: string; readonly readOnly: boolean }) {
  const say = useSay();
  const device = useDevice();
  const { entries, receipts } = useQueue();
  const [note, setNote] = useState('');
  const mine = ({ place }: { readonly place: string }) => place.startsWith(`child/${caseId}/`);
  const waits = entries.some(mine);
  const told = receipts.some(mine);
  const report = async () => {
    await device.queue.write(childPlace(caseId), { type: 'report-child', note }, undefined);
    setNote('');
    void device.send(true);
  };
  return (
    <Alert color="red" icon={<OctagonAlert aria-hidden />} title={say('auditor.child.title')}>
      <Stack gap="xs" align="flex-start">
        <Text>{say('auditor.child.text')}</Text>
        {(waits || told) && (
          <Text fw={600} role="status">
            {say(waits ? 'auditor.child.waits' : 'auditor.child.told')}
          </Text>
        )}
        {!readOnly && (
          <>
            <Textarea
              label={say('auditor.child.note')}
              description={say('auditor.child.note-hint')}
              value={note}
              maxLength={4000}
              w="100%"
              onChange={({ target }) => setNote(target.value)}
            />
            <Button color="red" disabled={!note.trim()} onClick={() => void report()}>
              {say('auditor.child.report')}
            </Button>
          </>
        )}
      </Stack>
    </Alert>
  );
}
