import { Injectable } from '@nestjs/common';
import type { PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, listOfficeTasks, listTasks } from '#persistence';
import { decodeCursor, pageOf } from '#platform';
import { z } from 'zod';

const TaskCursor = z.object({
  dueAt: z.union([z.iso.datetime(), z.literal('infinity')]),
  qualificationId: z.uuid(),
  task: z.string().max(200),
});
/** As PostgreSQL writes an instant: a Date would lose the microseconds, and the page would begin with its last row again. */
const exactly = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/);
const OfficeCursor = z.object({ openedAt: exactly, id: z.uuid() });

/** My tasks: what waits for me and the roles I hold, soonest due first. */
@Injectable()
export class TasksService {
  constructor(private readonly db: Database) {}

  async list(actor: Person, { cursor, limit }: PageQuery) {
    const holder = {
      organisationId: actor.organisationKind === 'programme-office' ? null : actor.organisationId,
      roles: actor.roles,
    };
    const after = decodeCursor(cursor, TaskCursor);
    const rows = await listTasks(this.db, actor, holder, { after, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }),
      ({ dueAt, qualificationId, task }) => ({
        dueAt: dueAt?.toISOString() ?? 'infinity',
        qualificationId,
        task,
      }),
    );
  }

  /** Matters that no single case can hold: a case whose workflow is lost, say. */
  async office(actor: Person, { cursor, limit }: PageQuery) {
    const rows = await listOfficeTasks(this.db, actor, {
      after: decodeCursor(cursor, OfficeCursor),
      limit: limit + 1,
    });
    const show = ({ id, kind, subject, openedAt }: (typeof rows)[number]) => ({
      ...{ id, kind, subject },
      openedAt: openedAt.toISOString(),
    });
    return pageOf(rows, limit, show, ({ openedExactly, id }) => ({ openedAt: openedExactly, id }));
  }
}
