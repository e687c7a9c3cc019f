import type { SessionView } from '#contracts';

export const SESSION_COLUMNS = `s.id, s.organisation_id as "organisationId", s.method, s.browser, s.created_at as "createdAt",
  s.last_seen_at as "lastSeenAt", least(s.ends_at, s.last_seen_at + make_interval(secs => s.idle_seconds)) as "endsAt",
  s.second_factor_at as "secondFactorAt", s.ended_at as "endedAt", s.end_reason as "endReason"`;

export interface SessionRow {
  readonly id: string;
  readonly organisationId: string;
  readonly method: SessionView['method'];
  readonly browser: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly endsAt: Date;
  readonly secondFactorAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** What is known of a session: all but what its cookie carries. `endsAt` is when it ends if nothing more is asked. */
export const sessionView =
  (currentId: string | undefined) =>
  (row: SessionRow): SessionView => ({
    id: row.id,
    organisationId: row.organisationId,
    method: row.method,
    browser: row.browser,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    secondFactorAt: row.secondFactorAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    endReason: row.endReason,
    current: row.id === currentId,
  });
