import { Global, Module } from '@nestjs/common';
import { openBlobStore } from '#evidence';
import type { Config } from '#platform';
import { CONFIG } from './config.module.js';
import { openStaging } from './uploads/staging.js';

/** `@Inject(BLOBS) blobs: BlobStore`: the bytes of documents. */
export const BLOBS = Symbol('blobs');
/** `@Inject(STAGING) staging: Staging`: the bytes of uploads that are not whole yet. */
export const STAGING = Symbol('staging');

@Global()
@Module({
  providers: [
    { provide: BLOBS, useFactory: ({ blobs }: Config) => openBlobStore(blobs), inject: [CONFIG] },
    { provide: STAGING, useFactory: ({ blobs }: Config) => openStaging(blobs), inject: [CONFIG] },
  ],
  exports: [BLOBS, STAGING],
})
export class EvidenceModule {}
