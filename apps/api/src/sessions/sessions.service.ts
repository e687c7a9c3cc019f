import { Injectable } from '@nestjs/common';
import type { PageQuery, SessionView } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { idAfter, invalid, notFound, pageOf, type Page } from '#platform';
import type { FastifyReply } from 'fastify';
import { Authorisation } from '../auth/authorisation.js';
import { PeopleService } from '../people/people.service.js';
import { clearSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { END, END_ALL, LIST } from './sessions.queries.js';
import { sessionView, type SessionRow } from './sessions.view.js';

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly people: PeopleService,
    private readonly sessions: Sessions,
  ) {}

  /** Sessions of a person, newest first, for that person and the office. */
  async list(
    actor: Person,
    sessionId: string | undefined,
    personId: string,
    { cursor, limit }: PageQuery,
  ): Promise<Page<SessionView>> {
    await this.people.mustMay('listSessions', actor, personId);
    const rows = await this.db.run<SessionRow>(actor, LIST, [personId, idAfter(cursor), limit + 1]);
    return pageOf(rows, limit, sessionView(sessionId), (row) => row.id);
  }

  /** The person leaves this browser. */
  async signOut(actor: Person, sessionId: string, reply: FastifyReply): Promise<void> {
    await this.db.run(actor, END, [sessionId, false, actor.personId, 'signed-out']);
    clearSessionCookie(reply);
    // The app wipes what it keeps for this person; somebody else's unsent work may be in the same storage.
    reply.header('clear-site-data', '"cache"');
  }

  /** The person ends one of their sessions, or the office somebody else's; from the next request on it is worthless. */
  async end(actor: Person, id: string): Promise<void> {
    const across = this.authorisation.looksAcross(actor);
    const [row] = await this.db.run(actor, END, [id, across, actor.personId, 'ended-elsewhere']);
    if (!row) throw notFound('session');
  }

  /** A person ends all their sessions but the one that asks; the office ends all of somebody. */
  async endAll(actor: Person, sessionId: string | undefined, personId: string): Promise<void> {
    await this.people.mustMay('endSessions', actor, personId);
    const own = personId === actor.personId;
    await this.db.run(actor, END_ALL, [
      personId,
      sessionId ?? null,
      own ? 'ended-elsewhere' : 'ended-by-office',
    ]);
  }

  /** The person goes on in the name of another organisation they belong to. */
  async switchOrganisation(
    actor: Person,
    sessionId: string,
    organisationId: string,
    reply: FastifyReply,
  ): Promise<void> {
    const { personId } = actor;
    if (await this.sessions.switchTo(organisationId, { personId, sessionId }, reply)) return;
    throw invalid({
      pointer: '#/organisationId',
      detail: 'You do not belong to such an organisation.',
      code: 'unknown',
    });
  }
}
