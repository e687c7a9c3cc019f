import { Upload } from 'tus-js-client';
import { ApiProblem } from './api-client.js';

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
  readonly token: string;
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

/** Send a document, resuming whenever the line is cut. Returns its id when all bytes have arrived. */
export function sendDocument(sender: Sender, file: FileToSend, about: AboutDocument = {}): Promise<string> {
  const { baseUrl, token, retryDelays = [0, 500, 1000, 2000] } = sender;
  return new Promise((done, failed) => {
    const upload = new Upload(file.bytes, {
      endpoint: `${baseUrl}/v1/uploads`,
      chunkSize: CHUNK_BYTES,
      retryDelays: [...retryDelays],
      headers: { authorization: `Bearer ${token}` },
      metadata: { filename: file.name, filetype: file.type, ...about },
      onError: (error) => failed(problemOf(error, file)),
      onSuccess: () => done(upload.url?.split('/').pop() ?? ''),
    });
    upload.start();
  });
}
