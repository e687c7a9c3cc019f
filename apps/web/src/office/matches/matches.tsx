import '../../ui/more-styles.js';
import type { ComplianceCheckView, QualificationView } from '#client';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCase } from '../../server/cases.js';
import { allowed, AskButton } from '../../ui/ask-button.js';
import { Empty } from '../../ui/empty.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useLanguage, useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { checksQuery } from '../case/queries.js';
import { Clearing } from './clearing.js';
import { BothSides, type Hit } from './hit-names.js';
import { SameParty } from './same-party.js';
import { Why } from './why.js';
import '../office.css';

/** The names of one case that a list may mean, and what officers say of each. */
export function CaseMatches() {
  const say = useSay();
  const { id } = useParams({ from: '/matches/$id' });
  const one = useCase(id);
  const language = useLanguage();
  const { data } = useSuspenseQuery(checksQuery(id, language));
  const checks = data.items.filter(({ hits }) => hits.some(({ status }) => status !== 'cleared'));
  return (
    <Stack>
      <Title order={1}>{say('office.matches.of', { supplier: one.supplier.name })}</Title>
      <Group gap="lg">
        <Link to="/matches" className="office-link">
          {say('office.matches.back')}
        </Link>
        <Link to="/qualifications/$id" params={{ id }} className="office-link">
          {say('office.to-case', { number: one.caseNumber })}
        </Link>
      </Group>
      {checks.length === 0 && <Empty text={say('office.matches.done')} />}
      {checks.map((check) => (
        <CheckMatches key={check.kind} of={one} check={check} />
      ))}
    </Stack>
  );
}

interface CheckMatchesProps {
  readonly of: QualificationView;
  readonly check: ComplianceCheckView;
}
function CheckMatches({ of, check: { kind, hits, lastRun } }: CheckMatchesProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment } = useForms();
  const open = hits.filter(({ status }) => status !== 'cleared');
  const task = `resolve-check:${kind}:office`;
  return (
    <Section id={kind} title={capitalised(sayCode('names.check', kind))}>
      <Text size="sm" className="office-quiet">
        {[
          say('office.matches.names', { count: open.length }),
          lastRun && say('office.matches.ran', { at: moment(lastRun.ranAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Taking of={of} task={task} />
      <ul className="plain-list">
        {open.map((hit) => (
          <li key={hit.id}>
            <OneHit of={of} check={kind} hit={hit} />
          </li>
        ))}
      </ul>
      <SameParty of={of} check={kind} />
    </Section>
  );
}

/** Taken, so that two people do not judge the same at once. */
function Taking({ of, task }: { readonly of: QualificationView; readonly task: string }) {
  const say = useSay();
  return (
    <Group gap="sm">
      {allowed(of, 'claim-task', { task }) && (
        <AskButton of={of} command={{ type: 'claim-task', task }} subject={{ task }} variant="default">
          {say('office.take')}
        </AskButton>
      )}
      <AskButton of={of} command={{ type: 'release-task', task }} subject={{ task }} variant="default">
        {say('office.give-back')}
      </AskButton>
    </Group>
  );
}

interface OneHitProps {
  readonly of: QualificationView;
  readonly check: ComplianceCheckView['kind'];
  readonly hit: Hit;
}
function OneHit({ of, check, hit }: OneHitProps) {
  const say = useSay();
  const { match, band } = hit;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <Title order={3}>{say(`office.matches.band.${band}`)}</Title>
        <Text size="sm" className="office-quiet">
          {say(`office.matches.band.${band}.means`)}
        </Text>
        {match ? (
          <>
            <BothSides of={hit} match={match} />
            <Why of={match} />
          </>
        ) : (
          <Text>{say('office.matches.erased')}</Text>
        )}
        <Clearing of={of} check={check} hit={hit} />
      </Stack>
    </Paper>
  );
}
