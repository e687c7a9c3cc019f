import { Inject, Injectable } from '@nestjs/common';
import type { CalendarView, NewCalendarView } from '#contracts';
import type { OrganisationKind, Person, Role } from '#domain';
import { Database, NOBODY, OFFICE } from '#persistence';
import { hashToken, mintSessionToken, notFound, type Config } from '#platform';
import type { Language } from '#wording';
import { CONFIG } from '../config.module.js';
import { AttemptLimits } from '../limits/attempt-limits.js';
import { DUE, END, HOLDER, READ, RENEW } from './calendars.queries.js';
import { calendarText, type DueRow } from './calendars.view.js';

/** Duties that one calendar shows, soonest first. */
const MOST_SHOWN = 500;
const FILE = /^([\w-]{43})\.ics$/;

interface Holder {
  readonly personId: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
  readonly language: Language;
}

/**
 * Calendars of what is due for one person in one organisation, under an address that nobody can guess: calendar programs
 * sign in nowhere. Only the hash of the secret is kept.
 */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly db: Database,
    private readonly limits: AttemptLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new address, in place of a former one; told now and never again. */
  async renew({ personId, organisationId }: Person): Promise<NewCalendarView> {
    const { token, hash } = mintSessionToken();
    const actor = { personId, organisationId };
    const [row] = await this.db.run(actor, RENEW, [personId, organisationId, hash]);
    if (!row) throw notFound('person');
    return { url: `${this.config.publicOrigin}/v1/calendars/${token}.ics` };
  }

  /** @throws ProblemException 404 when there is none */
  async read(actor: Person): Promise<CalendarView> {
    const [row] = await this.db.run<{ since: Date }>(actor, READ, [actor.personId, actor.organisationId]);
    if (!row) throw notFound('calendar');
    return { since: row.since.toISOString() };
  }

  /** @throws ProblemException 404 when there is none */
  async end(actor: Person): Promise<void> {
    const [row] = await this.db.run(actor, END, [actor.personId, actor.organisationId]);
    if (!row) throw notFound('calendar');
  }

  /**
   * Whoever has the address reads what is due, as its holder would see it now. Any other address costs the same, and is
   * answered the same.
   * @param file `<secret>.ics`
   * @throws ProblemException 404; 429 when one address is asked too often
   */
  async text(file: string): Promise<string> {
    await this.limits.take('calendar', file);
    const hash = hashToken(FILE.exec(file)?.[1] ?? '');
    const [holder] = await this.db.run<Holder & Record<string, unknown>>(NOBODY, HOLDER, [hash]);
    if (!holder) throw notFound('calendar');
    const { personId, organisationId, organisationKind, roles, language } = holder;
    const ofTasks = organisationKind === 'programme-office' ? OFFICE : organisationId;
    const rows = await this.db.run<DueRow & Record<string, unknown>>({ personId, organisationId }, DUE, [
      ...[ofTasks, roles, personId, MOST_SHOWN],
    ]);
    return calendarText(rows, language, this.config.publicOrigin);
  }
}
