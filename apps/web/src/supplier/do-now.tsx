import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowRight, Clock } from 'lucide-react';
import { Due } from '../ui/due.js';
import { useForms } from '../words/forms.js';
import { capitalised, useSay, useSayCode } from '../words/words.js';
import { minutesFor, placeOf, type Duty } from './duties.js';
import './supplier.css';

/** The one thing to do now: what, until when, how long it takes, and the way there. */
export function DoNow({ duty }: { readonly duty: Duty }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { aside } = useForms();
  const { of, what, dueAt, count } = duty;
  const where = [say(`supplier.category.${of.category}`), of.site.name].filter(Boolean).join(' · ');
  const doing = capitalised(sayCode('duties.do', what));
  const [path = '', hash] = placeOf(what).split('#');
  return (
    <Paper withBorder p="md" className="do-now" component="section" aria-labelledby="do-now">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {say('supplier.now.title')}
        </Text>
        <Title order={2} id="do-now">
          {count > 1 ? aside(doing, say('supplier.now.count', { count })) : doing}
        </Title>
        <Text size="sm">{where}</Text>
        {dueAt && <Due at={dueAt} />}
        <Text size="sm" className="due">
          <Clock aria-hidden size={16} /> {say('supplier.now.minutes', { minutes: minutesFor(duty) })}
        </Text>
        <Group>
          <Button
            component={Link}
            to={`/qualifications/${of.id}${path}`}
            hash={hash}
            rightSection={<ArrowRight aria-hidden size={18} />}
          >
            {say('supplier.now.go')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
