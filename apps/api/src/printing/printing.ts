/** What is sent to the process that prints. */
export interface PrintRequest {
  readonly id: number;
  readonly html: string;
}
/** What comes back: the document, or why there is none. */
export type PrintAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failed: 'no-chromium' | 'failed'; readonly detail?: string };

export type PrintFailure = 'no-chromium' | 'failed' | 'timed-out' | 'busy' | 'closed';

/** A page could not be printed. */
export class PrintError extends Error {
  override readonly name = 'PrintError';

  constructor(
    readonly how: PrintFailure,
    detail = '',
  ) {
    super(`the page was not printed: ${how} ${detail}`.trim());
  }
}
