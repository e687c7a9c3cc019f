import { Injectable } from '@nestjs/common';
import { Database, readPublicCheck } from '#persistence';
import type { Page } from '../pages/page.js';
import type { Visit } from '../pages/visit.js';
import { checkedPage, nothingShownPage } from './public-checks.view.js';
import { readChecked } from './read-checked.js';

/** The check of a qualification that anybody may make, as far as its supplier lets everybody see it. */
@Injectable()
export class PublicChecksService {
  constructor(private readonly db: Database) {}

  /**
   * What a number or a code says. Unknown, never shown, not shown any more: one and the same answer, and as much work.
   * @param asked as it was typed or scanned
   */
  async check(visit: Visit, asked: string): Promise<Page> {
    const found = await readPublicCheck(this.db, readChecked(asked));
    return found ? checkedPage(visit, found) : nothingShownPage(visit, asked);
  }
}
