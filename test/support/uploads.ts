import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiskStore } from '#evidence';
import { raw, type Raw } from './raw.js';
import type { World } from './world.js';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** `Upload-Metadata`, as it goes over the line. */
export const metadata = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join();

export const TUS = { 'tus-resumable': '1.0.0' };
export const BYTES = { 'content-type': 'application/offset+octet-stream' };

/** A page of PDF with nothing on it; every one another file. */
export const somePdf = (size = 400): Buffer =>
  Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
        `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj %${createHash('sha256').update(String(Math.random())).digest('hex')}\n`,
    ),
    Buffer.alloc(Math.max(0, size - 280), '%fill\n'),
    Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);

/** The requests of the tus protocol one by one, also in an order that no client would send them in. */
export class TusByHand {
  constructor(private readonly token: string) {}

  create(size: number | string, fields: Readonly<Record<string, string>>, headers = {}): Promise<Raw> {
    const all = { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata(fields), ...headers };
    return raw('POST', '/v1/uploads', { token: this.token, headers: all });
  }

  where(path: string): Promise<Raw> {
    return raw('HEAD', path, { token: this.token, headers: TUS });
  }

  send(path: string, offset: number, bytes: Buffer, headers = {}): Promise<Raw> {
    const all = { ...TUS, ...BYTES, 'upload-offset': String(offset), ...headers };
    return raw('PATCH', path, { token: this.token, headers: all, body: bytes });
  }

  end(path: string): Promise<Raw> {
    return raw('DELETE', path, { token: this.token, headers: TUS });
  }
}

/** As if the examination had said so: what it comes to is another spec's matter. `folder`: for a file of ours. */
export async function settleDocument(
  world: World,
  folder: string,
  id: string,
  { type, shown }: { readonly type: string; readonly shown: Buffer | 'refused' },
): Promise<void> {
  const to = (values: readonly unknown[]) =>
    world.rows(
      `update document set status = $2, refusal = $3, served_sha256 = $4, served_type = $5, served_size = $6, retry_at = null,
         version = version + 1 where id = $1`,
      [id, ...values],
    );
  if (shown === 'refused') return void (await to(['refused', 'name-differs', null, null, null]));
  const hash = createHash('sha256').update(shown).digest();
  const file = join(folder, hash.toString('hex'));
  writeFileSync(file, shown);
  await new DiskStore(process.env['BLOB_DIR'] ?? '').put(hash.toString('hex'), file);
  await to(['available', null, hash, type, shown.length]);
}
