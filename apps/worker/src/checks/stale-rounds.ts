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

/** By case, what the entries of one page made stale. */
function byCase(
  stale: readonly StaleChecks[],
): ReadonlyMap<string, { kinds: Set<CheckKind>; cause: string }> {
  const cases = new Map<string, { kinds: Set<CheckKind>; cause: string }>();
  for (const { qualificationId, kinds, at, id } of stale) {
    if (kinds.length === 0) continue;
    const known = cases.get(qualificationId) ?? { kinds: new Set<CheckKind>(), cause: '' };
    for (const kind of kinds) known.kinds.add(kind);
    cases.set(qualificationId, { ...known, cause: `${at}/${id}` });
  }
  return cases;
}

/**
 * Has checks run again when what they read has changed since: a section of the papers, a document, what was found in one.
 * Nobody has to ask for it, and a check that passed on an old paper does not stay as it was.
 */
export class StaleRounds extends Rounds {
  private place: StalePlace = { at: new Date(Date.now() - LOOK_BACK_DAYS * DAY_MS).toISOString(), id: '' };

  constructor(
    private readonly db: Database,
    private readonly temporal: TemporalGateway,
    private readonly logger: Logger,
    private readonly quietSeconds = QUIET_SECONDS,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'checks could not be asked for again'));
  }

  /** Page by page, until there is nothing new; what a case did not take is asked for again in the next round. */
  async work(): Promise<void> {
    while (!this.stopping) {
      const page = await staleChecks(this.db, this.place, this.quietSeconds, PAGE);
      for (const [qualificationId, { kinds, cause }] of byCase(page))
        await this.request(qualificationId, [...kinds].sort(), cause);
      const last = page.at(-1);
      if (last) this.place = { at: last.at, id: last.id };
      if (page.length < PAGE) return;
    }
  }

  private async request(qualificationId: string, checks: readonly CheckKind[], cause: string): Promise<void> {
    const settled = await requestChecksOf(this.temporal, { qualificationId, checks, why: 'change', cause });
    if (!settled) throw new Error(`case ${qualificationId} did not answer`);
    this.logger.info({ qualificationId, checks }, 'asked for checks again');
  }
}
