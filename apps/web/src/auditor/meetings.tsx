import { ACTION_OWNERS } from '#domain';
import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { SavedLine } from '../ui/saved.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { CaseLink } from './case-link.js';
import { useStarted } from './case.js';
import { FactForm } from './fact-form.js';
import type { Field } from './fields/field.js';
import { useAudit } from './pack.js';
import { MEETING_NAMES, meetingPlace, payrollPlace } from './places.js';
import './auditor.css';

const MEETING: readonly Field[] = [
  { name: 'heldAt', kind: 'moment' },
  { name: 'place', kind: 'place' },
  { name: 'people', kind: 'number', least: 1, most: 1000, whole: true },
  { name: 'function', kind: 'choice', options: ACTION_OWNERS },
  { name: 'signedBy', kind: 'text', most: 200 },
  { name: 'signature', kind: 'signature' },
  { name: 'note', kind: 'text', most: 4000, long: true },
];
const PAYROLL: readonly Field[] = [
  { name: 'month', kind: 'month', required: true },
  { name: 'currency', kind: 'choice', options: ['USD', 'KHR'], required: true },
  {
    ...{ name: 'khrPerUsd', kind: 'number', least: 3000, most: 6000, required: true },
    when: ({ currency }) => currency === 'KHR',
  },
  {
    name: 'lowestBasicWage',
    kind: 'table',
    rows: ['lowestBasicWage', 'lowestProbationWage'],
    required: true,
  },
  { name: 'workersSampled', kind: 'number', least: 1, most: 100_000, whole: true, required: true },
];

/** The opening and the closing meeting, signed on the screen, and the wages that were seen in the payrolls. */
export function Meetings() {
  const say = useSay();
  const { number } = useForms();
  const { id = '' } = useParams({ strict: false });
  const pack = useAudit(id);
  const { started } = useStarted(pack);
  const { samples } = pack.plan;
  return (
    <Stack>
      <Title order={1}>{say('auditor.link.meetings')}</Title>
      <CaseLink of={pack.view} />
      {!started && <Alert role="status">{say('auditor.checklist.closed')}</Alert>}
      <SavedLine />
      {MEETING_NAMES.map((meeting) => (
        <Paper key={meeting} withBorder p="md" component="section">
          <Title order={2} mb="sm">
            {say(`auditor.meeting.${meeting}`)}
          </Title>
          <FactForm
            place={meetingPlace(id, meeting)}
            read={pack.meetings.find(({ item }) => item === meeting)}
            fields={MEETING}
            closed={!started}
          />
        </Paper>
      ))}
      <Paper withBorder p="md" component="section">
        <Title order={2} mb="xs">
          {say('auditor.payroll.title')}
        </Title>
        {samples && (
          <Text size="sm" mb="sm">
            {say('auditor.bring.payroll-of', {
              months: number(samples.payroll.months.length),
              workers: number(samples.payroll.workersPerMonth),
            })}
          </Text>
        )}
        <FactForm place={payrollPlace(id)} read={pack.payroll[0]} fields={PAYROLL} closed={!started} />
      </Paper>
    </Stack>
  );
}
