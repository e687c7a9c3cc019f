import { setHolidays, type HolidayYearView } from '#client';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { holidaysQuery } from '../../server/me.js';
import { told } from '../../server/told.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { datesTyped, wrongDates } from './holiday-dates.js';
import { useAct } from './use-act.js';

interface HolidayFormProps {
  readonly year: number;
  readonly of: HolidayYearView | undefined;
  readonly onDone: () => void;
}
/** The public holidays of a year, taken as a whole: a half list would count deadlines wrong. */
export function HolidayForm({ year, of, onDone }: HolidayFormProps) {
  const say = useSay();
  const { list } = useForms();
  const queries = useQueryClient();
  const [text, setText] = useState((of?.dates ?? []).join('\n'));
  const [source, setSource] = useState(of?.source ?? '');
  const dates = datesTyped(text);
  const wrong = wrongDates(dates, year);
  const save = useAct(() =>
    told(
      setHolidays({
        path: { year },
        body: { dates: dates as never, source: source.trim() },
        headers: of ? { 'If-Match': `"${of.version}"` } : ({ 'If-None-Match': '*' } as never),
      }),
    ),
  );
  const done = () => {
    void queries.invalidateQueries({ queryKey: holidaysQuery.queryKey });
    onDone();
  };
  return (
    <Stack gap="sm" className="office-form">
      <Textarea
        label={say('office.operations.days.dates', { year: String(year) })}
        description={say('office.operations.days.hint')}
        error={wrong.length > 0 && say('office.operations.days.wrong', { dates: list(wrong) })}
        value={text}
        minRows={6}
        onChange={({ target }) => setText(target.value)}
      />
      <TextInput
        label={say('office.operations.days.source')}
        description={say('office.operations.days.source.hint')}
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
      <Group gap="sm">
        <Button
          loading={save.isPending}
          disabled={dates.length === 0 || wrong.length > 0 || !source.trim()}
          onClick={() => save.mutate(undefined, { onSuccess: done })}
        >
          {say('office.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say('office.cancel')}
        </Button>
      </Group>
      {save.error && <ProblemText error={save.error} />}
    </Stack>
  );
}
