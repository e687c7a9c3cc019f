import '../../ui/more-styles.js';
import { getEventBacklog, getOperations } from '#client';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import { useSay } from '../../words/words.js';
import { Figures } from './figures.js';
import { Holidays } from './holidays.js';
import { Journals } from './journals.js';
import { OfficeTasks } from './office-tasks.js';
import { ParkedDeliveries, ParkedEvents } from './parked.js';
import { ScreeningLists } from './screening-lists.js';
import '../office.css';

/** While somebody looks, what waits moves on. */
const LOOK_MS = 30_000;

/** Whether the service is in order: what waits, what is set aside, what is loaded, and what to do about it. */
export function Operations() {
  const say = useSay();
  const { roles } = useMe();
  const isOfficer = roles.includes('officer');
  const { data } = useSuspenseQuery({
    queryKey: ['operations'],
    queryFn: () => told(getOperations()),
    refetchInterval: LOOK_MS,
  });
  const { data: backlog } = useQuery({
    queryKey: ['operations', 'backlog'],
    queryFn: () => told(getEventBacklog()),
    refetchInterval: LOOK_MS,
    enabled: isOfficer,
  });
  return (
    <Stack>
      <Title order={1}>{say('office.operations.title')}</Title>
      <Text>{say('office.operations.what')}</Text>
      <Figures of={data} backlog={backlog} />
      {isOfficer && <OfficeTasks />}
      {isOfficer && <ParkedEvents />}
      <ParkedDeliveries isOfficer={isOfficer} />
      <Journals />
      <ScreeningLists />
      <Holidays isOfficer={isOfficer} missing={data.holidays.missing} />
    </Stack>
  );
}
