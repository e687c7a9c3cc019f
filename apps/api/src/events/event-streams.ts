import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Person } from '#domain';
import { Database, feedNews, Notices } from '#persistence';
import { tooManyRequests, unavailable, type Config } from '#platform';
import { CONFIG } from '../config.module.js';
import type { EventStream } from './event-stream.js';

/** Streams that are open at a time, of one person and of one organisation. */
const OF_PERSON = 4;
const OF_ORGANISATION = 20;
const RETRY_AFTER_S = 30;

interface Seat {
  readonly personId: string;
  readonly organisationId: string;
  /** Whose feed is read: the organisation's, or the programme office's. */
  readonly feed: string;
  stream?: EventStream;
}

/**
 * The streams of this process. One connection hears for all of them that somebody was told something, one question asks
 * who, and their streams read for themselves: what they may see is never decided here. Counted per API process.
 */
@Injectable()
export class EventStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('event streams');
  private readonly seats = new Set<Seat>();
  private readonly notices: Notices;
  private stopped = false;
  private looking = false;
  private heard = false;
  private seen = '0';

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
  ) {
    this.notices = new Notices({
      ...{ url: config.databaseUrl, applicationName: 'selvedge-api-notices', channels: ['feed'] },
      heard: () => void this.look(),
      failed: (err) => this.logger.warn({ err }, 'nothing is heard from the database; listening again'),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.notices.start();
  }

  /** Every stream ends, so that the server can. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    for (const { stream } of this.seats) stream?.end();
    await this.notices.stop();
  }

  /**
   * Opens a stream for somebody, when they have room for one.
   * @param open makes it, given how far the feed goes now
   * @throws ProblemException 429 when they have as many as they may; 503 when the service is going down
   */
  async open(
    { personId, organisationId }: Person,
    feed: string,
    open: (head: string) => EventStream,
  ): Promise<EventStream> {
    if (this.stopped) throw unavailable('shutting-down', RETRY_AFTER_S);
    const seat = this.take({ personId, organisationId, feed });
    try {
      const { head } = await feedNews(this.db, this.seen, []);
      // While no stream was open, nobody was looked for.
      if (![...this.seats].some(({ stream }) => stream)) this.seen = head;
      const stream = open(head);
      seat.stream = stream;
      stream.body.once('close', () => this.seats.delete(seat));
      return stream;
    } catch (error) {
      this.seats.delete(seat);
      throw error;
    }
  }

  private take(seat: Seat): Seat {
    const seats = [...this.seats];
    const mine = seats.filter(({ personId }) => personId === seat.personId).length;
    const ours = seats.filter(({ organisationId }) => organisationId === seat.organisationId).length;
    if (mine >= OF_PERSON || ours >= OF_ORGANISATION) throw tooManyRequests(RETRY_AFTER_S);
    this.seats.add(seat);
    return seat;
  }

  /** Wakes the streams of those who were told something. What is heard meanwhile is looked for in another round. */
  private async look(): Promise<void> {
    this.heard = true;
    if (this.looking) return;
    this.looking = true;
    while (this.heard && this.seats.size > 0) {
      this.heard = false;
      const asked = new Set([...this.seats].map(({ feed }) => feed));
      const told = await this.toldOf([...asked]).catch((err: unknown) => {
        this.logger.warn({ err }, 'who was told something is not known: all streams look');
        return undefined;
      });
      // Whoever came while that was asked looks, too.
      for (const { feed, stream } of this.seats)
        if (!told || told.includes(feed) || !asked.has(feed)) stream?.wake();
    }
    this.looking = false;
  }

  private async toldOf(feeds: readonly string[]): Promise<readonly string[]> {
    const { head, organisations } = await feedNews(this.db, this.seen, feeds);
    this.seen = head;
    return organisations;
  }
}
