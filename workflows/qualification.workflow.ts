import type { CaseState, CheckKind } from '#domain';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  defineUpdate,
  setHandler,
  uuid4,
  workflowInfo,
} from '@temporalio/workflow';
import type { Asked, CommandResult } from './activities.js';
import { CaseClock } from './case-clock.js';
import { commit, runChecks } from './commit.js';
import { CLOCK_UPDATE, COMMAND_UPDATE, CONTINUE_SIGNAL, type QualificationInput } from './messages.js';

const commandUpdate = defineUpdate<CommandResult, [Asked]>(COMMAND_UPDATE);
const clockUpdate = defineUpdate<CommandResult>(CLOCK_UPDATE);
const continueSignal = defineSignal(CONTINUE_SIGNAL);

/** One qualification case, from the first draft to the end of its validity and appeal window. */
export async function qualification(input: QualificationInput): Promise<void> {
  const theCase = new Case(input);
  setHandler(commandUpdate, (asked) => theCase.decide(asked));
  setHandler(clockUpdate, () => theCase.readClock());
  setHandler(continueSignal, () => theCase.askToContinue());
  await theCase.live();
}

class Case {
  private state: CaseState | undefined;
  private readonly clock: CaseClock;
  private turn: Promise<unknown> = Promise.resolve();
  private continueAsked = false;
  private checking = false;
  private asked = false;

  constructor(private readonly input: QualificationInput) {
    this.state = input.state;
    this.clock = new CaseClock(input.state?.caseTime);
  }

  askToContinue(): void {
    this.continueAsked = true;
  }

  /** One decision at a time: each waits for the one before, whatever became of it. */
  decide(asked: Asked): Promise<CommandResult> {
    const mine = this.turn.then(() => this.commit(asked));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  readClock(): Promise<CommandResult> {
    return this.decide({ commandId: uuid4(), command: { type: 'advance-clock' } });
  }

  private async commit(asked: Asked): Promise<CommandResult> {
    const { qualificationId } = this.input;
    try {
      const { state, result } = await commit({ ...asked, qualificationId, occurredAt: this.clock.now() });
      if (state) this.state = state;
      return result;
    } finally {
      this.asked = true;
    }
  }

  private pendingChecks(): readonly CheckKind[] {
    const checks = Object.entries(this.state?.checks ?? {});
    return checks.filter(([, check]) => check.verdict === 'PENDING').map(([kind]) => kind as CheckKind);
  }

  /** Run what is pending beside the decisions, and bring the results in as one command. */
  private async check(checks: readonly CheckKind[]): Promise<void> {
    const { qualificationId } = this.input;
    const runId = uuid4();
    await runChecks({ qualificationId, runId, checks, at: this.clock.now() });
    await this.decide({ commandId: uuid4(), command: { type: 'record-checks', runId } });
    this.checking = false;
  }

  private get over(): boolean {
    return this.asked && (this.state === undefined || this.state.over);
  }

  private get mayContinueAsNew(): boolean {
    if (this.state === undefined || this.checking) return false;
    return this.continueAsked || workflowInfo().continueAsNewSuggested;
  }

  private get checksWanted(): boolean {
    return !this.checking && this.pendingChecks().length > 0;
  }

  /** Wait, and wake for a timer, for checks to run, for a fresh history, or because nothing is left to wait for. */
  async live(): Promise<void> {
    this.asked = this.state !== undefined;
    for (;;) {
      if (this.state) this.clock.arm(this.state);
      let seen = this.state;
      await condition(
        () =>
          this.over || this.clock.rang || this.checksWanted || this.mayContinueAsNew || this.state !== seen,
      );
      seen = this.state;
      if (this.over) break;
      if (this.clock.rang) await this.ring();
      if (this.checksWanted) {
        this.checking = true;
        void this.check(this.pendingChecks());
      }
      if (this.mayContinueAsNew) return this.renew();
    }
    this.clock.stop();
    // Not before the checks are back: an event that arrives with the last decision would throw that decision away.
    await condition(() => allHandlersFinished() && !this.checking);
  }

  private async ring(): Promise<void> {
    this.clock.rang = false;
    if (this.state && this.clock.isDue(this.state)) await this.readClock();
  }

  /** Continue with exactly what PostgreSQL holds: the state that the last commit returned. */
  private async renew(): Promise<void> {
    await condition(() => allHandlersFinished() && !this.checking);
    if (this.over || !this.state) return;
    await continueAsNew<typeof qualification>({
      qualificationId: this.input.qualificationId,
      state: this.state,
    });
  }
}
