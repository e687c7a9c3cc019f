import { Button, Group, Stack, Title } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useCallback, useState } from 'react';
import { FilterBox } from '../../ui/filter-box.js';
import { useFilters } from '../../ui/filters.js';
import { Fold } from '../../ui/fold.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { cohortOf } from './cohort.js';
import { CohortLine } from './cohort-line.js';
import { useDefinitions } from './definitions.js';
import { Figure } from './figure.js';
import { useCohortFilters } from './filters.js';
import '../../ui/more-styles.js';
import './programme.css';

/** The figures of this cohort that are there by now: each is asked for when the one before it is. */
function useInTurn(cohort: string) {
  const [settled, setSettled] = useState<{ readonly of: string; readonly figures: readonly string[] }>();
  const onSettled = useCallback(
    (figure: string) =>
      setSettled((before) => ({
        of: cohort,
        figures: [...(before?.of === cohort ? before.figures : []), figure],
      })),
    [cohort],
  );
  return { settled: settled?.of === cohort ? settled.figures : [], onSettled };
}

/** The whole programme in figures, for a cohort that the address keeps. */
export function Programme() {
  const say = useSay();
  const filters = useCohortFilters();
  const cohort = cohortOf(useFilters(filters));
  const definitions = useDefinitions();
  const { settled, onSettled } = useInTurn(JSON.stringify(cohort));
  const figures = definitions.data ?? [];
  return (
    <Stack className="programme">
      <Group justify="space-between">
        <Title order={1}>{say('office.programme.title')}</Title>
        <PrintButton />
      </Group>
      <FilterBox filters={filters} />
      <CohortLine cohort={cohort} />
      {definitions.error && <ProblemText error={definitions.error} />}
      {definitions.isPending && <Loading />}
      {figures.length > 0 && <Contents figures={figures} />}
      {figures.map((of, nth) => (
        <Figure
          key={of.figure}
          of={of}
          cohort={cohort}
          isDue={figures.slice(0, nth).every(({ figure }) => settled.includes(figure))}
          onSettled={onSettled}
        />
      ))}
    </Stack>
  );
}

/** Leads to each figure of the page: folded where it would fill the screen. */
function Contents({ figures }: { readonly figures: readonly { figure: string; title: string }[] }) {
  const say = useSay();
  return (
    <nav className="programme-contents" aria-label={say('office.programme.contents')}>
      <Fold title={say('office.programme.contents')} isOpenOnDesk>
        <ul>
          {figures.map(({ figure, title }) => (
            <li key={figure}>
              <a href={`#${figure}`}>{title}</a>
            </li>
          ))}
        </ul>
      </Fold>
    </nav>
  );
}

/** Prints the page when all figures are there. */
function PrintButton() {
  const say = useSay();
  const isFetching = useIsFetching({ queryKey: ['programme'] }) > 0;
  return (
    <Button
      variant="default"
      className="no-print"
      leftSection={<Printer aria-hidden size={18} />}
      loading={isFetching}
      onClick={() => window.print()}
    >
      {say('office.programme.print')}
    </Button>
  );
}
