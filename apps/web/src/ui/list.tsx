import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { useSay } from '../words/words.js';
import { ProblemText } from './problem-text.js';
import type { useList } from './pages.js';

interface ListProps<T> {
  readonly list: ReturnType<typeof useList<T>>;
  readonly row: (item: T) => ReactNode;
  readonly keyOf: (item: T) => string;
  /** What is said when there is nothing, with the one useful thing to do. */
  readonly empty: ReactNode;
}

/** A list with all its states: on its way, empty, refused, and more to show. */
export function List<T>({ list, row, keyOf, empty }: ListProps<T>) {
  const say = useSay();
  if (list.isPending) return <Loading />;
  return (
    <Stack>
      {list.error && <ProblemText error={list.error} />}
      {list.items.length === 0 && !list.error ? (
        empty
      ) : (
        <ul className="plain-list" aria-busy={list.isFetching}>
          {list.items.map((item) => (
            <li key={keyOf(item)}>{row(item)}</li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('shell.more')}
        </Button>
      )}
    </Stack>
  );
}
