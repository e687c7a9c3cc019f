import { Injectable } from '@nestjs/common';
import { Database, NOBODY, type Statement } from '#persistence';
import { hashToken, notFound } from '#platform';
import { KIND, UNSUBSCRIBE } from './unsubscribe.queries.js';
import type { UnsubscribeRow, Unsubscribing } from './unsubscribe.view.js';

/** Saying no to a kind of messages by the secret of a letter, without signing in (RFC 8058). */
@Injectable()
export class UnsubscribeService {
  constructor(private readonly db: Database) {}

  /** What the secret is for; changes nothing: mail scanners open what they find. @throws ProblemException 404 */
  async ask(secret: string): Promise<Unsubscribing> {
    return { ...(await this.find(KIND, secret)), unsubscribed: false };
  }

  /** From now on nothing of that kind is sent to that person; doing it again is harmless. @throws ProblemException 404 */
  async unsubscribe(secret: string): Promise<Unsubscribing> {
    return { ...(await this.find(UNSUBSCRIBE, secret)), unsubscribed: true };
  }

  private async find(sql: Statement, secret: string): Promise<UnsubscribeRow> {
    const [row] = await this.db.run<UnsubscribeRow & { kind: string }>(NOBODY, sql, [hashToken(secret)]);
    if (!row) throw notFound('letter');
    return row;
  }
}
