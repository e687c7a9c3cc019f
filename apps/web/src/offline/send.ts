import { client, type ProblemView } from '#client';
import { alike } from './contents.js';
import type { Entry, FactEntry, PhotoEntry } from './entry.js';
import type { Queue } from './queue.js';
import type { Outcome, Send } from './sender.js';

const CHUNK_BYTES = 256 * 1024;
const PATIENCE_MS = 45_000;
const SILENCE_MS = 60_000;
const TELL_MS = 500;
const ASK_AGAIN_MS = 2_000;
const PASSING = [408, 423, 425];
/** Whatever else is asked would be answered the same. */
const BUSY = [429, 502, 503, 504];
const NO_LINE: Outcome = { is: 'not-now', problem: 'network', all: true };

export function judged(status: number, problem: ProblemView | undefined, headers: Headers): Outcome {
  const code = problem?.code ?? `http-${status}`;
  if (status === 401) return { is: 'signed-out', ended: code === 'session-ended' };
  // Signed in, and the second factor is still to be given.
  if (code === 'second-factor-needed') return { is: 'signed-out', ended: false };
  if (status >= 500 || BUSY.includes(status) || PASSING.includes(status) || code === 'in-flight') {
    const seconds = Number(headers.get('retry-after'));
    const wait = seconds > 0 ? { waitMs: seconds * 1000 } : {};
    return { is: 'not-now', problem: code, ...wait, ...(BUSY.includes(status) && { all: true }) };
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

/** What a place that keeps no text says of a note under an id that this device made up: it is ours, and there. */
const isOwn = ({ secret, base }: FactEntry, outcome: Outcome): boolean =>
  secret === true && base === null && outcome.is === 'refused' && outcome.problem === 'precondition-failed';

/** What says yes to everything on the way, a hotel's network say, is not the API: that tells a version, or what was decided. */
const isOurs = ({ headers }: Response, { base }: FactEntry): boolean =>
  base === undefined ? /\bjson\b/.test(headers.get('content-type') ?? '') : headers.has('etag');
const FOREIGN: Outcome = { is: 'not-now', problem: 'foreign-answer', all: true };

async function sendFact(queue: Queue, entry: Entry & FactEntry): Promise<Outcome> {
  const body = await queue.bodyOf(entry.id);
  if (body === undefined) return { is: 'received' };
  const { url, method } = entry;
  const headers = {
    ...preconditions(entry),
    'Idempotency-Key': entry.id,
    'Content-Type': 'application/json',
  };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  // An answer that breaks off in the middle is none.
  const asked = client.request({ url, method, body, headers, signal });
  const { response, error } = await asked.catch(() => ({ response: undefined, error: undefined }));
  // The types say that there always is an answer; without a network there is none.
  const answer = response as Response | undefined;
  if (!answer) return NO_LINE;
  const etag = answer.headers.get('etag') ?? undefined;
  // A decision that is being taken: the same question tells later what came of it.
  if (answer.status === 202) return { is: 'not-now', problem: 'being-decided', waitMs: ASK_AGAIN_MS };
  if (answer.ok) return isOurs(answer, entry) ? { is: 'received', etag } : FOREIGN;
  const outcome = judged(answer.status, error as ProblemView | undefined, answer.headers);
  // It was taken before, and the answer was lost; or somebody else wrote the very same.
  const same = outcome.is === 'refused' && outcome.current !== undefined && alike(outcome.current, body);
  return same || isOwn(entry, outcome) ? { is: 'received', etag } : outcome;
}

/** Tells of progress now and then, and when there was none for so long that the line must be dead. */
function watched(queue: Queue, { id }: Entry, dead: () => void) {
  let last = 0;
  let timer = setTimeout(dead, SILENCE_MS);
  return {
    progress: (sentBytes: number) => {
      clearTimeout(timer);
      timer = setTimeout(dead, SILENCE_MS);
      if (Date.now() - last < TELL_MS) return;
      last = Date.now();
      void queue.mark(id, { sentBytes } as Partial<Entry>);
    },
    end: () => clearTimeout(timer),
  };
}

/** A document under the id of its entry: announced again after a crash, or after its day, it is still the same one. */
async function sendPhoto(queue: Queue, entry: Entry & PhotoEntry): Promise<Outcome> {
  const received: Outcome = { is: 'received', documentId: entry.id, sha256: entry.sha256 };
  const bytes = await queue.bytesOf(entry.id);
  if (!bytes) return received;
  const { Upload } = await import('tus-js-client');
  const { fileName: filename, fileType: filetype, metadata } = entry;
  return new Promise((done) => {
    const watch = watched(queue, entry, () => end(NO_LINE));
    const upload = new Upload(new Blob([bytes], { type: filetype }), {
      endpoint: '/v1/uploads',
      uploadUrl: entry.tries > 1 ? `/v1/uploads/${entry.id}` : null,
      chunkSize: CHUNK_BYTES,
      retryDelays: [0, 1000, 3000],
      storeFingerprintForResuming: false,
      metadata: { filename, filetype, documentId: entry.id, ...metadata },
      onProgress: watch.progress,
      onError: (error) => end(notSent(error, received)),
      onSuccess: () => end(received),
    });
    const end = (outcome: Outcome) => {
      watch.end();
      void upload.abort();
      done(outcome);
    };
    upload.start();
  });
}

/** @param received what it is when the document is known to be there */
export function notSent(error: Error, received: Outcome): Outcome {
  const { originalResponse } = error as {
    originalResponse?: {
      getStatus(): number;
      getBody(): string;
      getHeader(name: string): string | undefined;
    } | null;
  };
  if (!originalResponse) return NO_LINE;
  const problem = problemIn(originalResponse.getBody());
  const retryAfter = originalResponse.getHeader('retry-after');
  const headers = new Headers(retryAfter ? { 'retry-after': retryAfter } : {});
  const outcome = judged(originalResponse.getStatus(), problem, headers);
  if (outcome.is !== 'refused') return outcome;
  // Nobody else announces a document of this id: one that cannot begin again is whole.
  if (outcome.problem === 'already-exists') return received;
  // Nor does anybody else write it: what differs is where the upload stands, and that is asked the next time.
  const astray = ['offset-differs', 'upload-ended'].includes(outcome.problem);
  return astray ? { is: 'not-now', problem: outcome.problem } : outcome;
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
