import { listHolidays, type HolidayYearView } from '#client';
import { Button, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { told } from '../../server/told.js';
import { Fold } from '../../ui/fold.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { HolidayForm } from './holiday-form.js';

interface HolidaysProps {
  readonly isOfficer: boolean;
  readonly missing: readonly number[];
}
/** Public holidays, which deadlines in working days leave out. */
export function Holidays({ isOfficer, missing }: HolidaysProps) {
  const say = useSay();
  const { data, error, isPending } = useQuery({
    queryKey: ['operations', 'holidays'],
    queryFn: () => told(listHolidays({ query: { limit: 200 } })),
  });
  const years = data?.items ?? [];
  const unwritten = missing.filter((year) => !years.some((one) => one.year === year));
  return (
    <Section id="holidays" title={say('office.operations.holidays')}>
      <Text size="sm">{say('office.operations.holidays.what')}</Text>
      {isPending && <Loading />}
      {error && <ProblemText error={error} />}
      <ul className="plain-list">
        {unwritten.map((year) => (
          <li key={year}>
            <Year year={year} isOfficer={isOfficer} />
          </li>
        ))}
        {years.map((one) => (
          <li key={one.year}>
            <Year year={one.year} of={one} isOfficer={isOfficer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface YearProps {
  readonly year: number;
  /** Absent for a year that has none yet. */
  readonly of?: HolidayYearView;
  readonly isOfficer: boolean;
}
function Year({ year, of, isOfficer }: YearProps) {
  const say = useSay();
  const { moment, day } = useForms();
  const [isWriting, setWriting] = useState(false);
  const Icon = of ? CircleCheck : TriangleAlert;
  return (
    <Paper withBorder p="sm">
      <Stack gap={4} align="flex-start">
        <Text fw={600} className="due">
          <Icon aria-hidden size={18} /> {year}:{' '}
          {of
            ? say('office.operations.days', { count: of.dates.length })
            : say('office.operations.not-loaded')}
        </Text>
        {of && (
          <>
            <Text size="sm">{of.source}</Text>
            <Text size="sm" className="office-quiet">
              {say('office.operations.edition.loaded', { at: moment(of.recordedAt) })}
            </Text>
            <Fold title={say('office.operations.days.show', { year: String(year) })}>
              <Text size="sm">{of.dates.map((date) => day(date as string)).join(' · ')}</Text>
            </Fold>
          </>
        )}
        {isOfficer && !isWriting && (
          <Button variant="default" onClick={() => setWriting(true)}>
            {say('office.operations.days.write', { year: String(year) })}
          </Button>
        )}
        {isWriting && <HolidayForm year={year} of={of} onDone={() => setWriting(false)} />}
      </Stack>
    </Paper>
  );
}
