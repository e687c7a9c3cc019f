import type { OrganisationKind } from '#domain';

/** How long a session may stand still, and how long it may last at all; both in seconds. */
export interface SessionLimits {
  readonly idleSeconds: number;
  readonly lastsSeconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Suppliers work in shared sheds on their own phones and see only their own: they are not sent for a code every day. */
const SUPPLIERS: SessionLimits = { idleSeconds: 14 * DAY, lastsSeconds: 90 * DAY };
const THOSE_WHO_SEE_OTHERS: SessionLimits = { idleSeconds: 30 * MINUTE, lastsSeconds: 12 * HOUR };

export const sessionLimitsOf = (kind: OrganisationKind): SessionLimits =>
  kind === 'supplier' ? SUPPLIERS : THOSE_WHO_SEE_OTHERS;
