import type { AskCommand, QualificationView } from '#client';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { Blocked } from '../../ui/ask-button.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';
import { HERE, waysOf, type Way } from './ways.js';

type Allowed = QualificationView['allowedCommands'][number];

/** Where a way leads: a page, or a part of this one. */
const placeOf = (way: Way, id: string): string =>
  way === 'matches'
    ? `/matches/${id}`
    : way === 'checks' || way === 'corrections'
      ? `/qualifications/${id}#${way}`
      : `/qualifications/${id}/${way}`;

/** What this person may do with the case now; of what is blocked, what is missing. */
export function MayDo({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const { list } = useForms();
  const ways = waysOf(of.allowedCommands);
  const here = HERE.flatMap((type) => of.allowedCommands.filter((one) => one.type === type));
  return (
    <Section id="may-do" title={say('office.case.may-do')}>
      {ways.length + here.length === 0 && <Text>{say('office.case.nothing-to-do')}</Text>}
      {ways.map(([way, commands]) => (
        <WayRow key={way} of={of} way={way} commands={commands} />
      ))}
      {here.length > 0 && (
        <Group align="flex-start" gap="sm">
          {here.map(({ type, subject }) => (
            <CommandForm
              key={`${type} ${Object.values(subject).join(' ')}`}
              of={of}
              type={type as AskCommand['type']}
              subject={subject}
              about={list(Object.values(subject).map(String))}
            />
          ))}
        </Group>
      )}
    </Section>
  );
}

interface WayRowProps {
  readonly of: QualificationView;
  readonly way: Way;
  readonly commands: readonly Allowed[];
}
function WayRow({ of, way, commands }: WayRowProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { list } = useForms();
  const names = (some: readonly Allowed[]) => list(some.map(({ type }) => sayCode('office.command', type)));
  const open = commands.filter(({ blockedBy }) => blockedBy.length === 0);
  return (
    <Stack gap={4}>
      <Anchor component={Link} to={placeOf(way, of.id)} className="way">
        <ArrowRight aria-hidden size={18} /> {say(`office.case.way.${way}`)}
      </Anchor>
      {open.length > 0 && <Text size="sm">{names(open)}</Text>}
      {commands
        .filter(({ blockedBy }) => blockedBy.length > 0)
        .map((one) => (
          <div key={one.type}>
            <Text size="sm">{names([one])}</Text>
            <Blocked by={one.blockedBy} />
          </div>
        ))}
    </Stack>
  );
}
