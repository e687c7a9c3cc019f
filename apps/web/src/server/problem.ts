import type { ProblemView } from '#client';

/** What went wrong, as the API says it (RFC 9457); `network` when nobody answered. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: string,
    /** 0 when nobody answered. */
    readonly status: number,
    readonly view?: ProblemView,
    /** Seconds after which asking again makes sense. */
    readonly retryAfter?: number,
  ) {
    super(view?.detail ?? view?.title ?? code);
  }

  /** Which field is wrong, by its JSON pointer, `/owners/0/name` say, and how. */
  get fields(): readonly { readonly pointer: string; readonly code: string; readonly detail?: string }[] {
    return (this.view?.errors ?? []) as never;
  }
}

/** Whether nobody judged it yet: it may be sent again as it is. */
export const isPassing = ({ status }: Problem): boolean =>
  status === 0 || status === 429 || status === 408 || status >= 500;
