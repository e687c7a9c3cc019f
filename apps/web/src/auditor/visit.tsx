import type { QualificationView } from '#client';
import { Button, Group, List, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { allowed, AskButton } from '../ui/ask-button.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { Fold } from './fold.js';

const MOST_DATES = 3;

/** The assignment and its visit: dates that were proposed or agreed, new ones, and the ways out. */
export function Visit({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { day } = useForms();
  const { visitDate, proposedDates } = of.audit;
  const may = [
    'propose-visit',
    'reschedule-visit',
    'decline-assignment',
    'withdraw-from-audit',
    'abort-audit',
  ];
  if (!visitDate && proposedDates.length === 0 && !may.some((type) => allowed(of, type as never)))
    return null;
  return (
    <Fold title={say('auditor.visit.title')} open={!visitDate}>
      <Stack>
        {visitDate && <Text>{say('auditor.visit.agreed', { day: day(visitDate) })}</Text>}
        {!visitDate && proposedDates.length > 0 && (
          <>
            <Text>{say('auditor.visit.proposed')}</Text>
            <List>
              {proposedDates.map((date) => (
                <List.Item key={date}>{day(date)}</List.Item>
              ))}
            </List>
          </>
        )}
        <ProposeDates of={of} />
        <Leave of={of} />
      </Stack>
    </Fold>
  );
}

function ProposeDates({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const [dates, setDates] = useState<readonly string[]>(['']);
  const type = allowed(of, 'propose-visit') ? 'propose-visit' : 'reschedule-visit';
  if (!allowed(of, type)) return null;
  const chosen = [...new Set(dates.filter(Boolean))].sort();
  const set = (nth: number, date: string) => setDates(dates.map((one, at) => (at === nth ? date : one)));
  return (
    <Stack gap="xs" align="flex-start">
      {type === 'propose-visit' && <Text size="sm">{say('auditor.visit.accept-hint')}</Text>}
      {dates.map((date, nth) => (
        <TextInput
          key={nth}
          type="date"
          label={say('auditor.visit.date', { nth: nth + 1 })}
          value={date}
          onChange={({ target }) => set(nth, target.value)}
        />
      ))}
      {dates.length < MOST_DATES && (
        <Button variant="subtle" onClick={() => setDates([...dates, ''])}>
          {say('auditor.visit.one-more')}
        </Button>
      )}
      {chosen.length > 0 && (
        <AskButton of={of} command={{ type, dates: chosen }} onDone={() => setDates([''])}>
          {say(`auditor.visit.${type}`)}
        </AskButton>
      )}
    </Stack>
  );
}

const WAYS_OUT = {
  'decline-assignment': ['conflict', 'capacity', 'language'],
  'withdraw-from-audit': ['conflict', 'pressure'],
  'abort-audit': ['access-denied', 'unsafe', 'force-majeure'],
} as const;
type WayOut = keyof typeof WAYS_OUT;

/** Not to do it, or not to go on: for a reason that the rules know. */
function Leave({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const ways = (Object.keys(WAYS_OUT) as WayOut[]).filter((type) => allowed(of, type));
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  if (ways.length === 0) return null;
  const [type, reason] = chosen.split(' ') as [WayOut, string];
  const command = { type, reason, ...(type === 'abort-audit' && note.trim() && { note: note.trim() }) };
  return (
    <Fold kind="item" title={say('auditor.leave.title')}>
      <Stack gap="xs" align="flex-start">
        <NativeSelect
          label={say('auditor.leave.reason')}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
          data={[
            { value: '', label: say('auditor.leave.choose') },
            ...ways.flatMap((way) =>
              WAYS_OUT[way].map((why) => ({
                value: `${way} ${why}`,
                label: sayCode(`auditor.leave.${way}`, why),
              })),
            ),
          ]}
        />
        {type === 'abort-audit' && (
          <Textarea
            label={say('auditor.leave.note')}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
        {chosen && (
          <Group>
            <AskButton of={of} command={command as never} color="red">
              {say(`auditor.leave.${type}.do`)}
            </AskButton>
          </Group>
        )}
      </Stack>
    </Fold>
  );
}
