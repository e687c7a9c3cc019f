import { Injectable } from '@nestjs/common';
import type { MessageDeliveriesQuery, MessageDeliveryView } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { idAfter, pageOf, type Page } from '#platform';
import { list } from './message-deliveries.queries.js';
import { deliveryView, type DeliveryRow } from './message-deliveries.view.js';

/** What became of messages to people, for the office. */
@Injectable()
export class MessageDeliveriesService {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async list(
    actor: Person,
    { cursor, limit, ...asked }: MessageDeliveriesQuery,
  ): Promise<Page<MessageDeliveryView>> {
    const { sql, values } = list(asked);
    const rows = await this.db.run<DeliveryRow>(actor, sql, [idAfter(cursor), limit + 1, ...values]);
    return pageOf(rows, limit, deliveryView, ({ id }) => id);
  }
}
