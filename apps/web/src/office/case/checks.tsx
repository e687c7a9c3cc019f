import type { ComplianceCheckView, QualificationView } from '#client';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Loading } from '../../ui/loading.js';
import { Mark } from '../../ui/mark.js';
import { ProblemText } from '../../ui/problem-text.js';
import { Section } from '../../ui/section.js';
import { useForms } from '../../words/forms.js';
import { capitalised, useLanguage, useSay, useSayCode } from '../../words/words.js';
import { CommandForm } from './command-form.js';
import { checksQuery } from './queries.js';

const STANDS: Readonly<Record<string, 'good' | 'attention' | 'stop'>> = {
  PASS: 'good',
  WAIVED: 'good',
  WARN: 'attention',
  POTENTIAL: 'attention',
  FAIL: 'stop',
};
/** What officers look at comes first. */
const ORDER = ['FAIL', 'POTENTIAL', 'WARN', 'PENDING', 'ERROR', 'PASS', 'WAIVED'];

/** Each compliance check: what it said and why, when it ran and until when that counts, and what an officer may do. */
export function Checks({ of }: { readonly of: QualificationView }) {
  const say = useSay();
  const language = useLanguage();
  const { data, error } = useQuery({ ...checksQuery(of.id, language), select: ({ items }) => items });
  const sorted = (data ?? []).toSorted(
    (one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict) || one.number - other.number,
  );
  const others = sorted.filter((check) => !isWaiting(check));
  return (
    <Section id="checks" title={say('office.case.checks')}>
      {error && <ProblemText error={error} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <Text>{say('office.case.no-checks')}</Text>}
      {sorted.length > 0 && (
        <Anchor component={Link} to={`/matches?qualificationId=${of.id}`} className="way">
          {say('office.case.names-alike')}
        </Anchor>
      )}
      <CheckList of={of} checks={sorted.filter(isWaiting)} />
      {others.length > 0 && (
        <details>
          <summary className="summary">{say('office.case.checks-rest', { count: others.length })}</summary>
          <CheckList of={of} checks={others} />
        </details>
      )}
    </Section>
  );
}

/** Whether somebody, or the machine, still has to say something. */
const isWaiting = ({ verdict }: ComplianceCheckView): boolean =>
  !['PASS', 'WARN', 'WAIVED'].includes(verdict);

interface CheckListProps {
  readonly of: QualificationView;
  readonly checks: readonly ComplianceCheckView[];
}
const CheckList = ({ of, checks }: CheckListProps) => (
  <ul className="case-checks">
    {checks.map((check) => (
      <li key={check.kind} className="case-check">
        <Check of={of} check={check} />
      </li>
    ))}
  </ul>
);

interface CheckProps {
  readonly of: QualificationView;
  readonly check: ComplianceCheckView;
}
function Check({ of, check }: CheckProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { kind, verdict, lastRun, hits } = check;
  const name = capitalised(sayCode('names.check', kind));
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Title order={3}>{name}</Title>
        <Mark stands={STANDS[verdict]}>{sayCode('office.verdict', verdict)}</Mark>
      </Group>
      {lastRun?.explanation.map(({ code, words }, nth) => (
        <Text key={`${code} ${nth}`}>{words}</Text>
      ))}
      <When of={check} />
      {hits.length > 0 && (
        <Anchor component={Link} to={`/matches/${of.id}`} className="way">
          {say('office.case.matches', { count: hits.length })}
        </Anchor>
      )}
      <Group align="flex-start" gap="xs">
        <CommandForm of={of} type="resolve-check" subject={{ check: kind }} about={name} />
        <CommandForm of={of} type="confirm-check-failure" subject={{ check: kind }} about={name} />
        <CommandForm of={of} type="rerun-check" subject={{ check: kind }} about={name} variant="subtle" />
      </Group>
    </Stack>
  );
}

/** When it ran, against which data, and until when its verdict counts; or when it is to run. */
function When({ of: { lastRun, expiresAt, nextRun, seen } }: { readonly of: ComplianceCheckView }) {
  const say = useSay();
  const { day } = useForms();
  const said = [
    lastRun ? say('office.check.ran', { day: day(lastRun.ranAt) }) : say('office.check.not-run'),
    lastRun &&
      lastRun.dataSource !== 'none' &&
      say('office.check.data', {
        source: lastRun.dataSource,
        version: lastRun.sourceVersion.split('#')[0] ?? '',
      }),
    seen && say('office.check.seen', { day: day(String(seen.retrievedOn)) }),
    expiresAt && say('office.check.until', { day: day(expiresAt) }),
    nextRun?.at && say('office.check.next', { day: day(nextRun.at) }),
  ];
  return (
    <Text size="sm" c="var(--frame-quiet)">
      {said.filter(Boolean).join(' · ')}
    </Text>
  );
}
