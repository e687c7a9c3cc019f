import type { DocumentView } from '#contracts';
import {
  beginDocument,
  examined,
  resumeDocument,
  sendDocument,
  type AboutDocument,
  type FileToSend,
} from '../play/documents.js';
import { sha256 } from '../play/files.js';
import type { Member } from '../play/parties.js';

/** A file as it was sent, and what became of it. */
export interface Sent {
  readonly file: FileToSend;
  readonly document: DocumentView;
}
const senderOf = ({ api }: Member) => ({ baseUrl: api.baseUrl, token: api.credentials });

/** Upload a file and wait until it was examined. */
export async function upload(member: Member, file: FileToSend, about: AboutDocument): Promise<Sent> {
  const id = await sendDocument(senderOf(member), file, about);
  return { file, document: await examined(member.api.uncounted(), id) };
}

/** The same over a line that breaks after the first piece. `again`: bytes that had to be sent after it. */
export async function uploadInTwo(
  member: Member,
  file: FileToSend,
  about: AboutDocument,
): Promise<Sent & { readonly again: number }> {
  const where = await beginDocument(senderOf(member), file, about);
  const { id, bytesSent } = await resumeDocument(senderOf(member), file, where);
  return { file, document: await examined(member.api.uncounted(), id), again: bytesSent };
}

/** Whether somebody is shown a document byte for byte as it was sent. */
export const readsAsSent = async ({ api }: Member, { file, document }: Sent): Promise<boolean> =>
  sha256(await api.download(`/v1/documents/${document.id}/content`)) === sha256(file.bytes);

/** What the office gets of an image: the original as it was sent, and what others see, which was drawn anew. */
export async function drawnAnew({ api }: Member, { file, document }: Sent): Promise<boolean> {
  const path = `/v1/documents/${document.id}`;
  const [original, shown] = await Promise.all([
    api.download(`${path}/original`),
    api.download(`${path}/content`),
  ]);
  const sent = sha256(file.bytes);
  return sha256(original) === sent && sha256(shown) === document.shown?.sha256 && sha256(shown) !== sent;
}
