import { getJournal } from '#client';
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { told } from '../server/told.js';
import { useForms } from '../words/forms.js';
import { useMoreWords } from '../words/more-words.js';
import { useSay, useSayCode } from '../words/words.js';
import { historyLines, isSmallStep, valuesOf, type HistoryLine } from './history-lines.js';
import { Loading } from './loading.js';
import { ProblemText } from './problem-text.js';
import './history.css';

const MOST = 200;

/** What the sentence is about, where it does not say so itself. */
function About({ params }: Pick<HistoryLine, 'params'>) {
  const sayCode = useSayCode();
  const { day } = useForms();
  const say = useSay();
  const { checks, check, deadline, dueAt, items, itemId, correctiveActionId, lot } = params;
  const [kind = ''] = typeof deadline === 'string' ? deadline.split(':') : [];
  const about = [
    ...[checks, [check]]
      .flat()
      .flatMap((one) => (typeof one === 'string' ? [sayCode('names.check', one)] : [])),
    ...(kind ? [sayCode('deadlines', kind)] : []),
    ...(typeof dueAt === 'string' ? [day(dueAt)] : []),
    ...[items, itemId, correctiveActionId]
      .flat()
      .filter((one) => typeof one === 'string' && !one.startsWith('pilot:')),
    ...(typeof lot === 'number' ? [say('shell.history.lot', { lot })] : []),
  ];
  return about.length > 0 && <Text size="sm">{about.join(' · ')}</Text>;
}

function Line({ of }: { readonly of: HistoryLine }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment, day } = useForms();
  return (
    <li>
      <Text size="sm" c="var(--frame-quiet)">
        <time dateTime={of.at}>{moment(of.at)}</time>
      </Text>
      <Text>
        {of.type === null
          ? say('shell.history.sealed')
          : sayCode('events', `${of.type}.text`, valuesOf(of.params, day))}
      </Text>
      <About params={of.params} />
      {of.onBehalf && <Text size="sm">{say('shell.history.on-behalf')}</Text>}
    </li>
  );
}

/** The journal of a case, as far as it was read. */
export const journalQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: ['case', caseId, 'journal'],
    queryFn: ({ pageParam: cursor }: { pageParam: string | undefined }) =>
      told(getJournal({ path: { id: caseId }, query: { cursor, limit: MOST } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What happened to a case, newest first, in sentences. */
export function History({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  useMoreWords('case');
  const journal = useInfiniteQuery(journalQuery(caseId));
  if (journal.isPending) return <Loading />;
  const lines = historyLines(journal.data?.pages.flatMap(({ items }) => items) ?? []);
  return (
    <Stack>
      {journal.error && <ProblemText error={journal.error} />}
      <Checkbox
        label={say('shell.history.all')}
        checked={all}
        onChange={({ target }) => setAll(target.checked)}
      />
      <ol className="history" reversed>
        {lines
          .filter((line) => all || !isSmallStep(line))
          .map((line) => (
            <Line key={line.key} of={line} />
          ))}
      </ol>
      {journal.hasNextPage && (
        <Button
          variant="default"
          loading={journal.isFetchingNextPage}
          onClick={() => void journal.fetchNextPage()}
        >
          {say('shell.more')}
        </Button>
      )}
    </Stack>
  );
}
