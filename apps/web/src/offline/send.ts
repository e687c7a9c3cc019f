import { client, type ProblemView } from '#client';
import type { Entry, FactEntry, PhotoEntry } from './entry.js';
import type { Queue } from './queue.js';
import type { Outcome, Send } from './sender.js';

const CHUNK_BYTES = 256 * 1024;
const PASSING = [408, 425, 429];
const ALIKE = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON with its names in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function judged(status: number, problem: ProblemView | undefined, headers: Headers): Outcome {
  const code = problem?.code ?? `http-${status}`;
  if (status === 401) return { is: 'signed-out' };
  if (status >= 500 || PASSING.includes(status) || code === 'in-flight') {
    const seconds = Number(headers.get('retry-after'));
    return { is: 'not-now', problem: code, ...(seconds > 0 ? { waitMs: seconds * 1000 } : {}) };
  }
  const currentEtag = headers.get('etag') ?? undefined;
  return {
    is: 'refused',
    problem: code,
    ...(problem?.errors && { fields: problem.errors }),
    ...(status === 412 ? { current: problem?.current ?? null, currentEtag } : {}),
  };
}

const preconditions = ({ base }: FactEntry): Record<string, string> =>
  base === undefined ? {} : base === null ? { 'If-None-Match': '*' } : { 'If-Match': base };

async function sendFact(queue: Queue, entry: Entry & FactEntry): Promise<Outcome> {
  const body = await queue.bodyOf(entry.id);
  if (body === undefined) return { is: 'received' };
  const { url, method } = entry;
  const headers = {
    ...preconditions(entry),
    'Idempotency-Key': entry.id,
    'Content-Type': 'application/json',
  };
  const { response, error } = await client.request({ url, method, body, headers });
  // The types say that there always is an answer; without a network there is none.
  const answer = response as Response | undefined;
  if (!answer) return { is: 'not-now', problem: 'network' };
  if (answer.ok) return { is: 'received', etag: answer.headers.get('etag') ?? undefined };
  const outcome = judged(answer.status, error as ProblemView | undefined, answer.headers);
  // It was taken before, and the answer was lost.
  if (outcome.is === 'refused' && outcome.current !== undefined && ALIKE(contentOf(outcome.current), body))
    return { is: 'received', etag: outcome.currentEtag };
  return outcome;
}
/** A conflict tells the fact as it is read: with its content inside. */
const contentOf = (current: unknown): unknown =>
  typeof current === 'object' && current !== null && 'content' in current ? current.content : current;

function sendPhoto(queue: Queue, entry: Entry & PhotoEntry): Promise<Outcome> {
  return new Promise((done, failed) => {
    const begin = async () => {
      const bytes = await queue.bytesOf(entry.id);
      if (!bytes) return done({ is: 'received' });
      const { Upload } = await import('tus-js-client');
      const upload = new Upload(new Blob([bytes], { type: entry.fileType }), {
        endpoint: '/v1/uploads',
        uploadUrl: entry.uploadUrl ?? null,
        chunkSize: CHUNK_BYTES,
        retryDelays: [0, 1000, 3000],
        storeFingerprintForResuming: false,
        metadata: { filename: entry.fileName, filetype: entry.fileType, ...entry.metadata },
        // Where it goes on is kept before the first byte: a tab that dies begins no second upload.
        onUploadUrlAvailable: () =>
          void queue.mark(entry.id, { uploadUrl: upload.url ?? undefined } as Partial<Entry>),
        onProgress: (sentBytes) => void queue.mark(entry.id, { sentBytes } as Partial<Entry>),
        onError: (error) => void notSent(queue, entry, error).then(done, failed),
        onSuccess: () =>
          done({ is: 'received', documentId: upload.url?.split('/').pop(), sha256: entry.sha256 }),
      });
      upload.start();
    };
    begin().catch(failed);
  });
}

async function notSent(queue: Queue, { id, uploadUrl }: Entry & PhotoEntry, error: Error): Promise<Outcome> {
  const { originalResponse } = error as {
    originalResponse?: { getStatus(): number; getBody(): string } | null;
  };
  if (!originalResponse) return { is: 'not-now', problem: 'network' };
  const status = originalResponse.getStatus();
  // An upload that is gone begins anew.
  if (uploadUrl && (status === 404 || status === 410)) {
    await queue.mark(id, { uploadUrl: undefined, sentBytes: 0 } as Partial<Entry>);
    return { is: 'not-now', problem: 'upload-gone' };
  }
  return judged(status, problemIn(originalResponse.getBody()), new Headers());
}
function problemIn(body: string): ProblemView | undefined {
  try {
    return JSON.parse(body) as ProblemView;
  } catch {
    return undefined; // a proxy's page: the status says enough
  }
}

/** How entries go to the API: facts as one request, photos as an upload that resumes. */
export const sendTo =
  (queue: Queue): Send =>
  (entry) =>
    entry.kind === 'fact' ? sendFact(queue, entry) : sendPhoto(queue, entry);
