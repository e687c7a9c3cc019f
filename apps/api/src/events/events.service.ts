import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  eventTypesOf,
  type EventBacklogView,
  type EventPage,
  type EventQuery,
  type EventStreamQuery,
} from '#contracts';
import type { Person } from '#domain';
import { Database, feedBacklog, OFFICE, readFeed, type FeedPage, type FeedPlace } from '#persistence';
import type { Config } from '#platform';
import type { FastifyRequest } from 'fastify';
import { Authentication } from '../auth/authentication.js';
import { Authorisation } from '../auth/authorisation.js';
import { signedInBy } from '../auth/current-actor.js';
import { CONFIG } from '../config.module.js';
import { cursorOf, mustBeReached, placeOf } from './event-cursor.js';
import { EventStream } from './event-stream.js';
import { EventStreams } from './event-streams.js';
import { backlogView, eventPage, frames } from './events.view.js';

/** One page of a stream: a page more waits until its reader has taken this one. */
const STREAM_PAGE = 50;
const STREAM_LIFE_MS = 6 * 3_600_000;
const STREAM_PATIENCE_MS = 30_000;
const BEGINNING = '0';

type Filter = Pick<EventQuery, 'type' | 'qualificationId'>;

/** What happened, as it was told to the organisation that somebody acts for. */
@Injectable()
export class EventsService {
  private readonly logger = new Logger('events');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly authentication: Authentication,
    private readonly authorisation: Authorisation,
    private readonly streams: EventStreams,
  ) {}

  async list(actor: Person, { after, limit, ...filter }: EventQuery): Promise<EventPage> {
    const place = placeOf(after, Date.now());
    const page = await this.read(actor, filter, place?.position ?? BEGINNING, limit);
    if (place) mustBeReached(place, page.head);
    return eventPage(page, this.config.publicOrigin);
  }

  /**
   * A stream of what follows, from now on or from where its reader was.
   * @param lastEventId where a reader was that comes back; it goes before `after`
   */
  open(
    actor: Person,
    request: FastifyRequest,
    { after, ...filter }: EventStreamQuery,
    lastEventId: string | undefined,
  ): Promise<EventStream> {
    const place = placeOf(lastEventId || after, Date.now());
    return this.streams.open(actor, this.feedOf(actor), (head) => {
      if (place) mustBeReached(place, head);
      return this.streamFrom(place ?? { position: head, toldAt: new Date() }, actor, request, filter);
    });
  }

  async backlog(): Promise<EventBacklogView> {
    return backlogView(await feedBacklog(this.db), new Date());
  }

  private streamFrom(start: FeedPlace, actor: Person, request: FastifyRequest, filter: Filter): EventStream {
    let place = start;
    const signedIn = signedInBy(request);
    const next = async () => {
      const page = await this.read(actor, filter, place.position, STREAM_PAGE);
      place = page.next;
      return {
        text: frames(page, this.config.publicOrigin),
        cursor: cursorOf(place),
        more: page.more,
      };
    };
    const mayGoOn = async () =>
      signedIn !== undefined && (await this.authentication.wouldStillBe(signedIn, request));
    const failed = (err: unknown): void => this.logger.warn({ err }, 'a stream of events was ended');
    return new EventStream(
      { start: cursorOf(start), next, mayGoOn, failed },
      {
        beatMs: this.config.eventHeartbeatS * 1000,
        patienceMs: STREAM_PATIENCE_MS,
        lifeMs: STREAM_LIFE_MS,
      },
    );
  }

  private read(actor: Person, filter: Filter, after: string, limit: number): Promise<FeedPage> {
    return readFeed(this.db, actor, {
      ...{ organisationId: this.feedOf(actor), after, limit },
      types: filter.type === undefined ? undefined : eventTypesOf([filter.type].flat()),
      qualificationId: filter.qualificationId,
    });
  }

  /** Whoever works in the programme office reads one feed for all of it. */
  private feedOf(actor: Person): string {
    return this.authorisation.looksAcross(actor) ? OFFICE : actor.organisationId;
  }
}
