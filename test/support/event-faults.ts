import { EVENT_DATA } from '#contracts';
import type { EventType } from '#domain';
import type { World } from './world.js';

/** What a case has told that does not fit the schema of its type, fields that the schema does not know included. */
export async function eventFaults(world: World, qualificationId: string): Promise<readonly string[]> {
  const told = await world.rows<{ type: EventType; data: unknown }>(
    'select type, data from outbox_event where qualification_id = $1',
    [qualificationId],
  );
  return told.flatMap(({ type, data }) => {
    const { error } = EVENT_DATA[type].strict().safeParse(data);
    return error ? [`${type}: ${error.message} ${JSON.stringify(data)}`] : [];
  });
}
