import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { CloudEvent } from '#contracts';
import { until } from '../../apps/dev/src/play/api-client.js';

/** A reader of server-sent events, as a browser is one. */
export class OpenStream {
  readonly events: (CloudEvent & { readonly cursor: string })[] = [];
  /** The place that the reader would come back to. */
  lastId = '';
  comments = 0;
  closed = false;
  /** Why it could not be read to its end. */
  failure: unknown;

  private constructor(
    readonly response: Response,
    private readonly gone: AbortController,
  ) {}

  /** @param who what says who asks: a header with a token, or a cookie */
  static async open(
    url: string,
    who: Readonly<Record<string, string>>,
    lastEventId?: string,
  ): Promise<OpenStream> {
    const gone = new AbortController();
    const response = await fetch(url, {
      headers: {
        ...who,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
      signal: gone.signal,
    });
    const stream = new OpenStream(response, gone);
    void stream
      .read()
      .catch((error: unknown) => (stream.failure = gone.signal.aborted ? undefined : error))
      .finally(() => (stream.closed = true));
    return stream;
  }

  private async read(): Promise<void> {
    const parser = createParser({
      onEvent: ({ id = '', event, data }: EventSourceMessage) => {
        this.events.push({ ...(JSON.parse(data) as CloudEvent), cursor: id });
        if (event !== this.events.at(-1)?.type) throw new Error(`${event} is not the type of its event`);
      },
      onComment: () => this.comments++,
    });
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of this.response.body ?? []) {
      const piece = decoder.decode(chunk as Uint8Array, { stream: true });
      parser.feed(piece);
      text = (text + piece).slice(-2000);
      this.lastId = [...text.matchAll(/^id: (.*)\n/gm)].at(-1)?.[1] ?? this.lastId;
    }
  }

  /** Waits until it has shown so often that it lives. */
  async beats(times: number): Promise<void> {
    await until(
      async () => this.comments,
      (comments) => comments >= times,
    );
  }

  /** Waits until an event of a type has come, of a case. */
  async heard(type: string, caseId: string): Promise<void> {
    await until(
      async () => this.events.map((event) => `${event.correlationid} ${event.type}`),
      (all) => all.some((one) => one.startsWith(caseId) && one.includes(`.${type}.`)),
    );
  }

  async isClosed(): Promise<void> {
    await until(
      async () => this.closed,
      (closed) => closed,
    );
  }

  close(): void {
    this.gone.abort();
  }
}
