import { stalledCases, type Database } from '#persistence';
import { newId, type Logger, type TemporalGateway } from '#platform';
import { clockMessage, workflowIdOf, type CommandResult } from '#workflows';
import { Rounds } from './rounds.js';

const EVERY_MS = 10_000;
/** Checks and readings of the clock take less. */
const QUIET_SECONDS = 15;
const WAIT_MS = 5000;
const PAGE = 50;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Has cases look at what PostgreSQL holds of them. An update is in no history before its workflow task is completed:
 * when the Temporal server dies between the commit and that, the decision stands and its workflow has never heard of
 * it. Nobody asks again for what was decided: its checks would not run, and its timer would ring too late.
 */
export class Nudging extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly temporal: TemporalGateway,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'cases that stand still could not be looked at'));
  }

  /** Page by page: a case that is at work after all, or has no workflow, holds up no other one. */
  protected async work(): Promise<void> {
    for (let after: string | undefined = FIRST; after !== undefined && !this.stopping;) {
      const page = await stalledCases(this.db, after, QUIET_SECONDS, PAGE);
      for (const id of page) await this.nudge(id);
      after = page[PAGE - 1];
    }
  }

  private async nudge(qualificationId: string): Promise<void> {
    if (!(await this.temporal.isAtRest(workflowIdOf(qualificationId), WAIT_MS))) return;
    const message = clockMessage(qualificationId, newId());
    const { kind } = await this.temporal.send<CommandResult>({ ...message, waitMs: WAIT_MS });
    this.logger.warn({ qualificationId, outcome: kind }, 'a case stood still and was nudged');
  }
}
