import { Inject, Injectable } from '@nestjs/common';
import type { MessageView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database, Keyring, messagePlace } from '#persistence';
import { idAfter, notFound, pageOf, type Config, type Page } from '#platform';
import { CONFIG } from '../config.module.js';
import { LIST } from './messages.queries.js';
import { messageView, type MessageRow } from './messages.view.js';

/** What would have been sent, on a machine of development. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first. @throws ProblemException 404 in production, where messages are nobody's to read */
  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<MessageView>> {
    if (this.config.production) throw notFound('list of messages');
    const rows = await this.db.run<MessageRow>(actor, LIST, [idAfter(cursor), limit + 1]);
    const opened = await Promise.all(
      rows.map(async (row) =>
        messageView(row, await this.keyring.open(row.sealedContent, messagePlace(row.id))),
      ),
    );
    return pageOf(
      opened,
      limit,
      (view) => view,
      ({ id }) => id,
    );
  }
}
