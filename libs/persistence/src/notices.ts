import pg from 'pg';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export type Channel = 'outbox' | 'feed' | 'notification' | 'message' | 'webhooks';
export interface NoticesSettings {
  readonly url: string;
  readonly applicationName: string;
  readonly channels: readonly Channel[];
  /** Told of every notice; and once after every (re)connection, because what was said before was missed. */
  readonly heard: (channel: Channel, payload: string) => void;
  readonly failed: (err: unknown) => void;
}

/**
 * Hears what PostgreSQL notifies on channels, on a connection of its own, which is opened again for as long as it takes when
 * it breaks. A notice only wakes somebody up who then reads: none of them is relied on.
 */
export class Notices {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private pauseMs = FIRST_PAUSE_MS;

  constructor(private readonly settings: NoticesSettings) {}

  /** Resolves when the first attempt to listen has succeeded or failed. */
  async start(): Promise<void> {
    const { url, applicationName, channels, heard, failed } = this.settings;
    const client = new pg.Client({
      connectionString: url,
      application_name: applicationName,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    let over = false;
    const again = (err: unknown): void => {
      if (over || this.stopped) return;
      over = true;
      failed(err);
      void client.end().catch(() => undefined);
      this.timer = setTimeout(() => void this.start(), this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    };
    client.on('error', again);
    client.on('end', () => again(new Error('the connection that listens has ended')));
    client.on('notification', ({ channel, payload }) => heard(channel as Channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`listen ${channel}`);
      this.pauseMs = FIRST_PAUSE_MS;
      for (const channel of channels) heard(channel, '');
    } catch (err) {
      again(err);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }
}
