import { getFigure, type FigureDefinitionView } from '#client';
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { told } from '../../server/told.js';
import { Fold } from '../../ui/fold.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import type { Cohort } from './cohort.js';
import { FigureBody } from './figure-body.js';
import { useNames } from './names.js';
import { SplitChoice, useSplit } from './split.js';

/** Figures move by the day: coming back to the page asks for none of them anew. */
const FRESH_MS = 5 * 60_000;

interface FigureProps {
  readonly of: FigureDefinitionView;
  readonly cohort: Cohort;
  /** Its turn has come, also where nobody looks at it yet. */
  readonly isDue: boolean;
  /** It is there, or said why not: the next one may be asked for. */
  readonly onSettled: (figure: string) => void;
}
/** One figure: what it says, drawn and as a table, each number with the cases behind it. */
export function Figure({ of, cohort, isDue, onSettled }: FigureProps) {
  const { ref, inViewport } = useInViewport();
  const [wasSeen, setSeen] = useState(false);
  useEffect(() => void (inViewport && setSeen(true)), [inViewport]);
  const { figure } = of;
  const query = { ...cohort, by: useSplit(of) };
  const read = useQuery({
    queryKey: ['programme', figure, query],
    queryFn: () => told(getFigure({ path: { figure }, query })),
    enabled: isDue || wasSeen,
    staleTime: FRESH_MS,
  });
  useEffect(() => void (read.isFetched && onSettled(figure)), [read.isFetched, onSettled, figure]);
  return (
    <Paper ref={ref} withBorder p="md" component="section" aria-labelledby={figure} className="figure">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Heading of={of} />
          <SplitChoice of={of} />
        </Group>
        {read.error && <Refused error={read.error} onAgain={() => void read.refetch()} />}
        {read.data && <FigureBody of={of} view={read.data} query={query} />}
        {!read.data && !read.error && <div className="figure-place">{read.isFetching && <Loading />}</div>}
      </Stack>
    </Paper>
  );
}

interface RefusedProps {
  readonly error: unknown;
  readonly onAgain: () => void;
}
/** One figure that did not come: the others stand. */
function Refused({ error, onAgain }: RefusedProps) {
  const say = useSay();
  return (
    <Stack align="flex-start">
      <ProblemText error={error} />
      <Button variant="default" onClick={onAgain}>
        {say('shell.again')}
      </Button>
    </Stack>
  );
}

/** The name of a figure, and folded below it what it says and what it does not. */
function Heading({ of }: Pick<FigureProps, 'of'>) {
  const say = useSay();
  const { list } = useForms();
  const { source } = useNames();
  return (
    <div className="figure-heading">
      <Group gap="xs">
        <Title order={2} id={of.figure} tabIndex={-1}>
          {of.title}
        </Title>
        {of.estimate && (
          <Badge variant="light" tt="none" size="lg">
            {say('office.programme.estimate')}
          </Badge>
        )}
      </Group>
      <Fold title={say('office.programme.definition')} className="figure-definition">
        <Text>{of.definition}</Text>
        <Text size="sm" c="var(--frame-quiet)" mt="xs">
          {say('office.programme.sources', { sources: list(of.sources.map(source)) })}
        </Text>
      </Fold>
    </div>
  );
}
