import { streamEvents } from '#client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** One tab of a browser listens for all of them: a person may have four streams. */
const LISTENER = 'selvedge.live';
const NEWS = 'selvedge.news';
const REST_MS = 15_000;
/** Lists and counts that any event may change. */
const LISTS = ['cases', 'tasks', 'notifications'];

/** The case that something happened to; none when anything may have, before somebody listened. */
type News = string | undefined;

const rest = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, REST_MS);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });

/** Tells of what happens until the signal. A stream ends after hours, or with the connection: then it is opened anew. */
async function listen(tell: (news: News) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let opened = false;
    // It begins where the feed stands: what was read before may be older than that.
    const onSseEvent = () => {
      if (!opened) tell(undefined);
      opened = true;
    };
    const { stream } = await streamEvents({ signal, sseMaxRetryAttempts: 1, onSseEvent });
    for await (const event of stream) tell((event as unknown as { correlationid?: string }).correlationid);
    await rest(signal);
  }
}

/** Reads anew what is under a key: what happens meanwhile is read after it, so that it ends however much happens. */
function refresher(queries: QueryClient) {
  const again = new Map<string, boolean>();
  return async (queryKey: readonly string[]): Promise<void> => {
    const name = queryKey.join(' ');
    if (again.has(name)) return void again.set(name, true);
    do {
      again.set(name, false);
      // What is on its way comes first: a page more that somebody asked for would be lost.
      await queries.refetchQueries({ queryKey, fetchStatus: 'fetching' }, { cancelRefetch: false });
      await queries.invalidateQueries({ queryKey });
    } while (again.get(name));
    again.delete(name);
  };
}

/** What changed elsewhere is read anew here: a case when an event tells of it, lists and the bell with any. */
export function useLiveEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const closed = new AbortController();
    const channel = new BroadcastChannel(NEWS);
    const read = refresher(queries);
    const refresh = (caseId: News) => {
      for (const key of [caseId ? ['case', caseId] : ['case'], ...LISTS.map((list) => [list])])
        void read(key);
    };
    channel.onmessage = ({ data }: MessageEvent<News>) => refresh(data);
    const tell = (news: News) => {
      refresh(news);
      channel.postMessage(news);
    };
    // Given up when the tab closes; then another tab goes on.
    void navigator.locks
      .request(LISTENER, { signal: closed.signal }, () => listen(tell, closed.signal))
      .catch((error: unknown) => {
        if (!closed.signal.aborted) throw error;
      });
    return () => {
      closed.abort();
      channel.close();
    };
  }, [queries]);
}
