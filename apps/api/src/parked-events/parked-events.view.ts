import { sequenceOf, type ParkedEventView } from '#contracts';
import type { ParkedEvent } from '#persistence';

export const parkedEventView = ({
  id,
  qualificationId,
  type,
  reason,
  parkedAt,
  ...place
}: ParkedEvent): ParkedEventView => ({
  ...{ id, qualificationId, type, reason },
  sequence: sequenceOf(place),
  parkedAt: parkedAt.toISOString(),
});
