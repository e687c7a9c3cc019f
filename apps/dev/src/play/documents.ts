import { Upload, type UploadOptions } from 'tus-js-client';
import type { DocumentView } from '#contracts';
import { ApiProblem, credentialsOf, until, type ApiClient, type Credentials } from './api-client.js';

/** What our clients send at a time. */
export const CHUNK_BYTES = 256 * 1024;

export interface FileToSend {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}
/** What a document is announced with beside its name and type; see `UploadMetadata`. */
export type AboutDocument = Readonly<Record<string, string>>;

export interface Sender {
  readonly baseUrl: string;
  /** A token, or what a browser sends along. */
  readonly token: string | Credentials;
  /** How long to wait before each next try when the line is cut; every byte that gets through begins them anew. */
  readonly retryDelays?: readonly number[];
}

interface Refused extends Error {
  readonly originalResponse?: { getStatus(): number; getBody(): string } | null;
}
function problemOf(error: Error, file: FileToSend): Error {
  const answer = (error as Refused).originalResponse;
  if (!answer?.getBody()) return error;
  return new ApiProblem(answer.getStatus(), JSON.parse(answer.getBody()) as never, `upload of ${file.name}`);
}

const uploadOf = (
  { baseUrl, token, retryDelays = [0, 500, 1000, 2000] }: Sender,
  file: FileToSend,
  more: UploadOptions,
): Upload =>
  new Upload(file.bytes, {
    endpoint: `${baseUrl}/v1/uploads`,
    chunkSize: CHUNK_BYTES,
    retryDelays: [...retryDelays],
    headers: credentialsOf(token)(),
    ...more,
  });
const metadataOf = ({ name, type }: FileToSend, about: AboutDocument) => ({
  ...{ filename: name, filetype: type, ...about },
});
const idIn = ({ url }: Upload): string => url?.split('/').pop() ?? '';

/** Send a document, resuming whenever the line is cut. Returns its id when all bytes have arrived. */
export function sendDocument(sender: Sender, file: FileToSend, about: AboutDocument = {}): Promise<string> {
  return new Promise((done, failed) => {
    const upload = uploadOf(sender, file, {
      metadata: metadataOf(file, about),
      onError: (error) => failed(problemOf(error, file)),
      onSuccess: () => done(idIn(upload)),
    });
    upload.start();
  });
}

/** Begin to send a document and hang up after the first chunk. Returns where the rest belongs. */
export function beginDocument(sender: Sender, file: FileToSend, about: AboutDocument = {}): Promise<string> {
  return new Promise((done, failed) => {
    const upload = uploadOf(sender, file, {
      metadata: metadataOf(file, about),
      onError: (error) => failed(problemOf(error, file)),
      onChunkComplete: () => void upload.abort().then(() => done(upload.url ?? ''), failed),
    });
    upload.start();
  });
}

/** Send what the API does not have yet, as a telephone does that was switched on again. */
export function resumeDocument(
  sender: Sender,
  file: FileToSend,
  uploadUrl: string,
): Promise<{ readonly id: string; readonly bytesSent: number }> {
  let bytesSent = 0;
  return new Promise((done, failed) => {
    const upload = uploadOf(sender, file, {
      uploadUrl,
      onError: (error) => failed(problemOf(error, file)),
      onChunkComplete: (size) => void (bytesSent += size),
      onSuccess: () => done({ id: idIn(upload), bytesSent }),
    });
    upload.start();
  });
}

/** Wait until a document was looked at: it may be shown then, or was refused. */
export const examined = (api: ApiClient, id: string): Promise<DocumentView> =>
  until(
    () => api.get<DocumentView>(`/v1/documents/${id}`),
    ({ status }) => status === 'available' || status === 'refused',
    60_000,
  );
