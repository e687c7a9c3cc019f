import { Injectable } from '@nestjs/common';
import type { NotificationSettingsView, SetNotificationSettings } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { notFound } from '#platform';
import { READ, SET } from './notification-settings.queries.js';
import { choicesIn, settingsView, type SettingsRow } from './notification-settings.view.js';

/** How a person wants to be told, whatever organisation they act for. */
@Injectable()
export class NotificationSettingsService {
  constructor(private readonly db: Database) {}

  async read(actor: Person): Promise<NotificationSettingsView> {
    const [row] = await this.db.run<SettingsRow & Record<string, unknown>>(actor, READ, [actor.personId]);
    if (!row) throw notFound('person');
    return settingsView(row);
  }

  /** All of them at once, in place of those before. */
  async set(actor: Person, body: SetNotificationSettings): Promise<NotificationSettingsView> {
    const { language, quietHours, digest } = body;
    const [row] = await this.db.run(actor, SET, [
      ...[actor.personId, language, quietHours?.from ?? null, quietHours?.until ?? null, digest],
      JSON.stringify(choicesIn(body)),
    ]);
    if (!row) throw notFound('person');
    return body;
  }
}
