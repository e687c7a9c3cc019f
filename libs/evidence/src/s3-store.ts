import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { blobIsWhole, BlobError, hashOf, mustBeHash, type BlobStore, type ByteRange } from './blob-store.js';
import { S3_LIMITS } from './s3-limits.js';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** A service that speaks S3; Amazon's own when absent. */
  readonly endpoint?: string;
  /** Absent: the machine's own role. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

/** Blobs as objects `blobs/<hash>` of one bucket. An object is there whole or not at all. */
export class S3Store implements BlobStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, region, endpoint, credentials }: S3Settings, limits = S3_LIMITS) {
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      requestHandler: limits,
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      // We send the SHA-256 ourselves; other services do not know the checksums that this client adds unasked.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(hash: string, file: string): Promise<void> {
    const object = this.object(hash);
    if ((await this.size(hash)) !== undefined) return;
    if ((await hashOf(createReadStream(file))) !== hash) throw new BlobError('differs');
    await this.client.send(
      new PutObjectCommand({
        ...object,
        Body: createReadStream(file),
        ContentLength: (await stat(file)).size,
        ContentType: 'application/octet-stream',
        ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64'),
      }),
    );
  }

  async open(hash: string, range?: ByteRange): Promise<Readable> {
    const object = this.object(hash);
    try {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await this.client.send(new GetObjectCommand({ ...object, Range }));
      if (Body instanceof Readable) return Body;
      throw new Error('S3 answered without a body');
    } catch (error) {
      throw isMissing(error) ? new BlobError('missing') : error;
    }
  }

  async size(hash: string): Promise<number | undefined> {
    try {
      return (await this.client.send(new HeadObjectCommand(this.object(hash)))).ContentLength;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** In a bucket that keeps versions, its life-cycle rules end the old ones. */
  async remove(hash: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.object(hash)));
  }

  verify(hash: string): Promise<boolean> {
    return blobIsWhole(this, hash);
  }

  private object(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `blobs/${mustBeHash(hash)}` };
  }
}
