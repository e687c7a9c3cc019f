import { Inject, Injectable } from '@nestjs/common';
import {
  MOST_COUNTED,
  type NotificationsQuery,
  type NotificationsReadView,
  type NotificationSummaryView,
  type NotificationView,
} from '#contracts';
import type { Person } from '#domain';
import { Database, OFFICE } from '#persistence';
import { idAfter, notFound, pageOf, type Config, type Page } from '#platform';
import { CONFIG } from '../config.module.js';
import { LIST, READ, READ_ALL, SUMMARY } from './notifications.queries.js';
import { notificationView, type NotificationRow } from './notifications.view.js';

interface Counted {
  readonly unread: number;
  readonly tasks: number;
  readonly overdue: number;
  readonly nextDueAt: Date | null;
}

/** What a person is told for the organisation they act for, and what of it they have read. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first, in the language of the person. */
  async list(actor: Person, { cursor, limit, unread }: NotificationsQuery): Promise<Page<NotificationView>> {
    const { personId, organisationId } = actor;
    const values = [personId, organisationId, idAfter(cursor), unread === 'true', limit + 1];
    const rows = await this.db.run<NotificationRow & { id: string }>(actor, LIST, values);
    return pageOf(
      rows,
      limit,
      (row) => notificationView(row, this.config.publicOrigin),
      ({ id }) => id,
    );
  }

  /** What is new, and what waits for the person. */
  async summary(actor: Person): Promise<NotificationSummaryView> {
    const { personId, organisationId, organisationKind, roles } = actor;
    const holder = organisationKind === 'programme-office' ? OFFICE : organisationId;
    const values = [personId, organisationId, holder, roles, MOST_COUNTED];
    const [row] = await this.db.run<Counted & Record<string, unknown>>(actor, SUMMARY, values);
    const { unread = 0, tasks = 0, overdue = 0, nextDueAt } = row ?? {};
    return { unread, tasks, overdue, nextDueAt: nextDueAt?.toISOString() ?? null };
  }

  /** Once read it stays so. @throws ProblemException 404 when it is not theirs */
  async read(actor: Person, id: string): Promise<void> {
    const [row] = await this.db.run(actor, READ, [actor.personId, actor.organisationId, id]);
    if (!row) throw notFound('notification');
  }

  /** All up to one of them, whether it is theirs or not. */
  async readUpTo(actor: Person, upTo: string): Promise<NotificationsReadView> {
    const values = [actor.personId, actor.organisationId, upTo, MOST_COUNTED];
    const [row] = await this.db.run<{ read: number }>(actor, READ_ALL, values);
    return { read: row?.read ?? 0 };
  }
}
