import { randomUUID } from 'node:crypto';
import type { CheckKind } from '#domain';
import {
  keepListVersion,
  loadCheckData,
  openOfficeTask,
  readCheckRuns,
  screenedCases,
  settledDigests,
  settledLists,
  settleListVersion,
  type Database,
  type PersonalData,
} from '#persistence';
import type { Logger, TemporalGateway } from '#platform';
import { changesBetween, digestsOf, mayConcern } from '#screening';
import type { EarlierHit, LoadedList, NewEdition, Screened } from '#screening';
import { Rounds } from '../rounds.js';
import { forcedLabourParties, sanctionsParties } from './parties.js';
import { requestChecksOf } from './request-checks.js';
import type { Screening } from './screening.js';

const EVERY_MS = 15_000;
/** Names of so many cases are in memory at once. */
const PAGE = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const checkOf = (list: string): CheckKind => (list === 'UFLPA' ? 'forced-labour' : 'sanctions');

interface Looked {
  readonly screened: readonly Screened[];
  readonly earlier: readonly EarlierHit[];
}

/**
 * Looks at the lists again and again. Of a new edition it keeps ids and digests of the entries and what changed, and has
 * those cases screened again that a change may concern, and no others. An edition is settled when all of them have been
 * asked; after a crash before that, it is gone through again, and who was asked already is not asked twice.
 */
export class ListRounds extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly screening: Screening,
    private readonly temporal: TemporalGateway,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'sanctions lists could not be looked at again'));
  }

  async work(): Promise<void> {
    const { versions } = await this.screening.lists();
    const settled = await settledLists(this.db);
    if (versions.every(({ list, sha256 }) => settled.get(list) === sha256)) return;
    for (const loaded of await this.screening.editions()) {
      const before = settled.get(loaded.version.list);
      if (before !== loaded.version.sha256 && !this.stopping) await this.take(loaded, before);
    }
  }

  private async take({ version: edition, entries }: LoadedList, before: string | undefined): Promise<void> {
    const { list, sha256, version } = edition;
    const changes = changesBetween(
      (await settledDigests(this.db, list)) ?? new Map<string, string>(),
      entries,
    );
    await keepListVersion(this.db, { ...edition, digests: Object.fromEntries(digestsOf(entries)), changes });
    const cause = `${list}@${sha256} after ${before ?? 'none'}`;
    const counts = await this.screenAgain({ list, version, changes, entries }, cause);
    if (!counts) return;
    await settleListVersion(this.db, edition, counts);
    const { added, changed, removed } = changes;
    const told = { added: added.length, changed: changed.length, removed: removed.length, ...counts };
    this.logger.info({ list, version, ...told }, 'a new edition of a sanctions list');
    if (before === undefined) return;
    const subject = Object.entries(told).map(([what, n]) => `${n} ${what}`);
    await openOfficeTask(this.db, randomUUID(), 'list-changed', `${list} ${version}: ${subject.join(', ')}`);
  }

  /** Nothing when the worker stops meanwhile, or when cases did not answer: the next round goes through all of them again. */
  private async screenAgain(edition: NewEdition, cause: string) {
    const check = checkOf(edition.list);
    const unanswered: string[] = [];
    let [screened, concerned, after] = [0, 0, BEFORE_ALL];
    while (!this.stopping) {
      const page = await screenedCases(this.db, check, after, PAGE);
      const looked: Looked[] = [];
      for (const id of page) looked.push(await this.lookAt(id, check));
      const again = mayConcern(
        edition,
        looked.flatMap((one) => one.screened),
        looked.flatMap((one) => one.earlier),
      );
      for (const qualificationId of again) {
        const asked = { qualificationId, checks: [check], why: 'list-update', cause } as const;
        const outcome = await requestChecksOf(this.temporal, asked);
        if (outcome === 'unanswered') unanswered.push(qualificationId);
        if (outcome === 'failed')
          this.logger.error({ ...asked }, 'a case could not take the wish for checks');
      }
      [screened, concerned, after] = [screened + page.length, concerned + again.length, page.at(-1) ?? after];
      if (page.length < PAGE) break;
    }
    if (unanswered.length > 0) this.logger.warn({ list: edition.list, unanswered }, 'cases did not answer');
    return this.stopping || unanswered.length > 0 ? undefined : { screened, concerned };
  }

  /** The names of one case as its check looks them up, and the entries it was found by before, under the id of the case. */
  private async lookAt(subject: string, check: CheckKind): Promise<Looked> {
    const data = await loadCheckData(this.db, this.personal, subject);
    const parties = check === 'sanctions' ? sanctionsParties(data) : forcedLabourParties(data);
    const runs = await readCheckRuns(this.db, this.personal, { caseId: subject }, subject);
    const explanation = runs.find(({ kind }) => kind === check)?.explanation ?? [];
    const earlier = explanation.flatMap(({ params: { list, entryId } }) =>
      typeof list === 'string' && typeof entryId === 'string'
        ? [{ subject, list: list as EarlierHit['list'], entryId }]
        : [],
    );
    return { screened: parties.map((party) => ({ ...party, subject })), earlier };
  }
}
