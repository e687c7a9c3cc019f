import type { CheckKind } from '#domain';
import { staleChecks, type Database, type StaleChecks, type StalePlace } from '#persistence';
import type { Logger, TemporalGateway } from '#platform';
import { Rounds } from '../rounds.js';
import { requestChecksOf } from './request-checks.js';

const EVERY_MS = 15_000;
/** Somebody who fills in a section saves it many times. */
const QUIET_SECONDS = 60;
const PAGE = 200;
/** A worker that was down for longer than this leaves the rest to the next end of a result. */
const LOOK_BACK_DAYS = 7;
const DAY_MS = 86_400_000;

interface Owed {
  readonly kinds: ReadonlySet<CheckKind>;
  readonly cause: string;
}

/** By case, what the entries of one page made stale. */
function byCase(stale: readonly StaleChecks[]): ReadonlyMap<string, Owed> {
  const cases = new Map<string, Owed>();
  for (const { qualificationId, kinds, at, id } of stale) {
    if (kinds.length === 0) continue;
    const known = cases.get(qualificationId)?.kinds ?? [];
    cases.set(qualificationId, { kinds: new Set([...known, ...kinds]), cause: `${at}/${id}` });
  }
  return cases;
}

/**
 * Has checks run again when what they read has changed since: a section of the papers, a document, what was found in one.
 * Nobody has to ask for it, and a check that passed on an old paper does not stay as it was.
 */
export class StaleRounds extends Rounds {
  private place: StalePlace = { at: new Date(Date.now() - LOOK_BACK_DAYS * DAY_MS).toISOString(), id: '' };
  /** What cases have not answered yet. A worker that is started anew finds it among the entries again. */
  private readonly owed = new Map<string, Owed>();

  constructor(
    private readonly db: Database,
    private readonly temporal: TemporalGateway,
    private readonly logger: Logger,
    private readonly quietSeconds = QUIET_SECONDS,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'checks could not be asked for again'));
  }

  /** Page by page, until there is nothing new; a case that does not answer holds up no other one. */
  async work(): Promise<void> {
    const owed = [...this.owed];
    this.owed.clear();
    for (const [qualificationId, asked] of owed) await this.request(qualificationId, asked);
    while (!this.stopping) {
      const page = await staleChecks(this.db, this.place, this.quietSeconds, PAGE);
      for (const [qualificationId, asked] of byCase(page)) await this.request(qualificationId, asked);
      const last = page.at(-1);
      if (last) this.place = { at: last.at, id: last.id };
      if (page.length < PAGE) return;
    }
  }

  /** What a case has not answered is asked again in the next round; what it failed to do would fail each time. */
  private async request(qualificationId: string, asked: Owed): Promise<void> {
    const checks = [...asked.kinds].sort();
    const told = { qualificationId, checks };
    try {
      const outcome = await requestChecksOf(this.temporal, { ...told, why: 'change', cause: asked.cause });
      if (outcome === 'unanswered') this.owe(qualificationId, asked);
      else if (outcome === 'failed') this.logger.error(told, 'a case could not take the wish for checks');
      else this.logger.info(told, 'asked for checks again');
    } catch (err) {
      this.owe(qualificationId, asked);
      this.logger.error({ err, ...told }, 'checks could not be asked for again');
    }
  }

  private owe(qualificationId: string, asked: Owed): void {
    const kinds = new Set([...(this.owed.get(qualificationId)?.kinds ?? []), ...asked.kinds]);
    this.owed.set(qualificationId, { kinds, cause: asked.cause });
  }
}
