import type { Upload } from '@tus/server';
import { S3Store } from '@tus/s3-store';

const GONE: readonly unknown[] = ['NoSuchUpload', 'NoSuchKey', 'NotFound'];
const isGone = (error: unknown): boolean => {
  const { name, status_code: status } = error as { name?: unknown; status_code?: unknown };
  return GONE.includes(name) || status === 404;
};

/** As its parent, but tells a fault from an upload that is not there, and also removes what is whole. */
export class BucketUploads extends S3Store {
  /** Its parent takes every error here for an upload that does not exist. */
  override async getUpload(id: string): Promise<Upload> {
    await this.getMetadata(id).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    return super.getUpload(id);
  }

  /** Its parent stops at there being no parts left to throw away. */
  override async remove(id: string): Promise<void> {
    await super.remove(id).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    const keys = [this.partKey(id), this.partKey(id, true), this.infoKey(id)];
    await this.client.deleteObjects({
      Bucket: this.bucket,
      Delete: { Objects: keys.map((Key) => ({ Key })) },
    });
  }

  /** Of all that was announced here; blobs lie deeper. */
  async ids(): Promise<readonly string[]> {
    const ids: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await this.client.listObjectsV2({
        Bucket: this.bucket,
        Delimiter: '/',
        ContinuationToken,
      });
      ids.push(...(page.Contents ?? []).map(({ Key = '' }) => Key.replace(/\.(?:info|part)$/, '')));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    return [...new Set(ids)];
  }
}
