import { Readable } from 'node:stream';

/** What a stream is made of. */
export interface StreamSource {
  /** Where it begins: a reader that is cut off before anything was told comes back to it. */
  readonly start: string;
  /** What follows the place where it stands, as lines to send (none: nothing does), and where it stands then. */
  next(): Promise<{ readonly text: string; readonly cursor: string; readonly more: boolean }>;
  /** Whether whoever opened it would still be let in. */
  mayGoOn(): Promise<boolean>;
  /** Told why it was ended before its time. */
  failed(err: unknown): void;
}
export interface StreamTimes {
  /** Between two signs of life, and between two looks at whether its reader may go on. */
  readonly beatMs: number;
  /** For how long a reader may take nothing of what is there for it. */
  readonly patienceMs: number;
  /** After which it ends, and is opened again by its reader. */
  readonly lifeMs: number;
}

const RETRY_MS = 3_000;
/** What is held in memory for a reader, beside the page that is being sent. */
const BUFFER_BYTES = 64 * 1024;

/**
 * The lines of one stream of server-sent events. What follows is read when the reader has taken what was there, and when
 * there is news: nothing piles up for a slow one, which is cut off after a while.
 */
export class EventStream {
  readonly body: Readable;
  private news = false;
  private over = false;
  private rouse: (() => void) | undefined;

  constructor(
    private readonly source: StreamSource,
    private readonly times: StreamTimes,
  ) {
    this.body = Readable.from(this.lines(), { objectMode: false, highWaterMark: BUFFER_BYTES });
    // A reader that goes away does not have to wait for news: what made the lines is told first.
    const destroy = this.body._destroy.bind(this.body);
    this.body._destroy = (error, done) => {
      this.end();
      destroy(error, done);
    };
  }

  /** There is something new to read. */
  wake(): void {
    this.news = true;
    this.rouse?.();
  }

  /** Nothing more is sent after what is under way. */
  end(): void {
    this.over = true;
    this.rouse?.();
  }

  private async *lines(): AsyncGenerator<string> {
    const { beatMs, lifeMs } = this.times;
    const endsAt = Date.now() + lifeMs;
    let seenAt = Date.now();
    yield* this.sent(`retry: ${RETRY_MS}\nid: ${this.source.start}\n\n`);
    try {
      while (!this.over && Date.now() < endsAt) {
        this.news = false;
        const { text, cursor, more } = await this.source.next();
        if (text) yield* this.sent(text);
        if (!more) await this.newsWithin(seenAt + beatMs - Date.now());
        if (Date.now() - seenAt < beatMs) continue;
        if (this.over || !(await this.source.mayGoOn())) return;
        seenAt = Date.now();
        // Without data it is no event: readers only move on to this place.
        yield* this.sent(`: still here\nid: ${cursor}\n\n`);
      }
    } catch (err) {
      this.source.failed(err);
    }
  }

  /** Resumes when there is room for more. */
  private *sent(text: string): Generator<string> {
    const cut = setTimeout(() => this.body.destroy(), this.times.patienceMs);
    try {
      yield text;
    } finally {
      clearTimeout(cut);
    }
  }

  private async newsWithin(ms: number): Promise<void> {
    if (this.news || this.over || ms <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.rouse = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    this.rouse = undefined;
  }
}
