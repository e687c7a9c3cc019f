/** The part of s3rver that our tests use; it brings no types. */
declare module 's3rver' {
  import type { AddressInfo } from 'node:net';

  class S3rver {
    constructor(options: {
      readonly address: string;
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[];
    });
    /** Of Koa, on which it stands; the first one is asked first. */
    readonly middleware: ((
      context: {
        readonly method: string;
        readonly query: Readonly<Record<string, string | undefined>>;
        status: number;
      },
      next: () => Promise<void>,
    ) => Promise<void>)[];
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
  export = S3rver;
}
