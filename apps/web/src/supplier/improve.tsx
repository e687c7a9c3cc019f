import { getWhatIf, type WhatIfView } from '#client';
import { Anchor, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useCase } from '../server/cases.js';
import { told } from '../server/told.js';
import { Empty } from '../ui/empty.js';
import { Loading } from '../ui/loading.js';
import { ProblemText } from '../ui/problem-text.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { certificationName } from './apply/forms.js';
import { CaseName } from './case-name.js';
import { useItemWords } from '../ui/item-words.js';
import { distinctPaths } from './improve-paths.js';
import { Section } from '../ui/section.js';
import './supplier.css';

const whatIf = (id: string, closed: readonly string[]) => ({
  queryKey: ['case', id, 'what-if', [...closed].sort().join(',')],
  queryFn: () =>
    told(getWhatIf({ path: { id }, query: closed.length > 0 ? { closed: closed.join(',') } : {} })),
});

/** What stands between a firm and a better grade, and what comes of putting some of it right. */
export function Improve() {
  const say = useSay();
  const { id } = useParams({ from: '/qualifications/$id/improve' });
  const one = useCase(id);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { data, error, isFetching } = useQuery({ ...whatIf(id, ticked), placeholderData: keepPreviousData });
  return (
    <Stack>
      <div>
        <Anchor component={Link} to={`/qualifications/${id}`} className="way">
          {say('shell.back-to-case')}
        </Anchor>
        <Title order={1}>{say('supplier.improve.title')}</Title>
        <CaseName of={one} />
      </div>
      {error && <ProblemText error={error} />}
      {!data && !error && <Loading />}
      {data && !data.current && <Empty text={say('supplier.improve.not-yet')} />}
      {data?.current && (
        <>
          <Outcome of={data} busy={isFetching} ticked={ticked.length} />
          <Paths of={data} onChoose={setTicked} />
          <Items of={data} caseId={id} ticked={ticked} onTick={setTicked} />
          <Certificates of={data} />
        </>
      )}
    </Stack>
  );
}

interface OutcomeProps {
  readonly of: WhatIfView;
  readonly busy: boolean;
  readonly ticked: number;
}
/** The grade now, and the grade with what was ticked. Told again whenever that changes. */
function Outcome({ of: { current, chosen }, busy, ticked }: OutcomeProps) {
  const say = useSay();
  const { number } = useForms();
  if (!current) return null;
  const then = ticked > 0 ? (chosen ?? current) : current;
  return (
    <Paper withBorder p="md" className="do-now outcome">
      <Text size="sm">
        {say('supplier.improve.now', { grade: current.grade, total: number(current.total, 1) })}
      </Text>
      <div role="status" aria-busy={busy}>
        <Text size="lg" fw={600}>
          {ticked === 0
            ? say('supplier.improve.tick')
            : say('supplier.improve.then', { grade: then.grade, total: number(then.total, 1) })}
        </Text>
        {ticked > 0 && chosen && (
          <Text size="sm">
            {say('supplier.improve.takes', {
              least: number(chosen.days.inParallel),
              most: number(chosen.days.inSeries),
            })}
          </Text>
        )}
      </div>
    </Paper>
  );
}

interface PathsProps {
  readonly of: WhatIfView;
  readonly onChoose: (items: readonly string[]) => void;
}
/** The cheapest way to each better grade, in a sentence; a tap ticks its items. */
function Paths({ of: { paths, certificates }, onChoose }: PathsProps) {
  const say = useSay();
  const { list } = useForms();
  if (paths.length === 0)
    return (
      <Text className="due" fw={600}>
        <CircleCheck aria-hidden size={20} /> {say('supplier.improve.best')}
      </Text>
    );
  return (
    <Section id="paths" title={say('supplier.improve.ways')}>
      <ul className="plain-list">
        {distinctPaths(paths).map(({ grade, reachable, steps, blockedBy }) => (
          <li key={grade}>
            {reachable ? (
              <Anchor
                component="button"
                type="button"
                className="way"
                onClick={() => onChoose(steps.map(({ itemId }) => itemId))}
              >
                {say('supplier.improve.way', {
                  items: steps.length,
                  certificates: certificates.length,
                  grade,
                })}
              </Anchor>
            ) : (
              <Text>{say('supplier.improve.no-way', { grade, items: list(blockedBy) })}</Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ItemsProps {
  readonly of: WhatIfView;
  readonly caseId: string;
  readonly ticked: readonly string[];
  readonly onTick: (items: readonly string[]) => void;
}
/** Everything that can be put right: what it brings, how long it takes, what it costs and who can help. */
function Items({ of: { open }, caseId, ticked, onTick }: ItemsProps) {
  const say = useSay();
  const { number } = useForms();
  const words = useItemWords(caseId);
  if (open.length === 0) return null;
  return (
    <Section id="items" title={say('supplier.improve.items')}>
      <Checkbox.Group value={[...ticked]} onChange={onTick} aria-label={say('supplier.improve.items')}>
        <Stack gap="xs">
          {open.map(({ itemId, points, days, money, help }) => (
            <Paper key={itemId} withBorder px="md">
              <Checkbox
                value={itemId}
                className="big-tick"
                label={words(itemId).question}
                description={[
                  say('supplier.improve.points', { points: number(points, 1) }),
                  say('supplier.improve.days', { days: number(days) }),
                  say(`supplier.money.${money}`),
                  ...(help ? [say('supplier.correction.help', { who: say(`supplier.help.${help}`) })] : []),
                ].join(' · ')}
              />
            </Paper>
          ))}
        </Stack>
      </Checkbox.Group>
      <Text size="sm">{say('supplier.improve.estimates')}</Text>
    </Section>
  );
}

function Certificates({ of: { certificates } }: { readonly of: WhatIfView }) {
  const say = useSay();
  const { number } = useForms();
  if (certificates.length === 0) return null;
  return (
    <Section id="wanted-certificates" title={say('supplier.improve.certificates')}>
      <ul className="plain-list">
        {certificates.map(({ scheme, days }) => (
          <li key={scheme}>
            <Group gap="xs">
              <Text fw={600}>{certificationName(scheme)}</Text>
              <Text size="sm">{say('supplier.improve.days', { days: number(days) })}</Text>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
