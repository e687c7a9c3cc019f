import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

const BUCKET = 'evidence';
const NO_SUCH_UPLOAD =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchUpload</Code><Message>-</Message></Error>';

/** `ListParts`, as S3 answers it. */
function listOf(folder: string): string {
  const parts = readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => {
      const md5 = readFileSync(join(folder, `${name}.md5`), 'utf8');
      const { size } = statSync(join(folder, name));
      return `<Part><PartNumber>${name}</PartNumber><ETag>"${md5}"</ETag><Size>${size}</Size></Part>`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?><ListPartsResult><IsTruncated>false</IsTruncated>${parts.join('')}</ListPartsResult>`;
}

/**
 * A server of S3's protocol with one bucket, and the variables that lead an API to it. s3rver itself can neither list
 * nor abort the parts of an upload: that is answered here from what it keeps on disk.
 */
export async function openSmallS3(): Promise<{ env: Record<string, string>; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'selvedge-s3-'));
  const s3 = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  s3.middleware.unshift(async (context, next) => {
    const { uploadId } = context.query;
    if (!uploadId || !['GET', 'DELETE'].includes(context.method)) return next();
    const folder = join(directory, BUCKET, '._S3rver_uploads', uploadId);
    if (!existsSync(folder))
      return void Object.assign(context, { status: 404, type: 'xml', body: NO_SUCH_UPLOAD });
    if (context.method === 'GET')
      return void Object.assign(context, { status: 200, type: 'xml', body: listOf(folder) });
    rmSync(folder, { recursive: true });
    context.status = 204;
  });
  const { port } = await s3.run();
  return {
    env: {
      BLOB_S3_BUCKET: BUCKET,
      BLOB_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      BLOB_S3_ACCESS_KEY_ID: 'S3RVER', // the only pair that s3rver knows
      BLOB_S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    close: async () => {
      await s3.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
