import {
  giveUpCommand,
  openOfficeTask,
  refuseIfOver,
  takePendingCommands,
  updateIdOf,
  type Database,
  type PendingCommand,
} from '#persistence';
import { newId, type Logger, type TemporalGateway } from '#platform';
import { commandMessage, type CommandResult } from '#workflows';
import { Rounds } from './rounds.js';

const EVERY_MS = 1000;
const WAIT_MS = 5000;

/**
 * Sends again what was acknowledged with 202 and is not decided yet: a server or worker that died in between must not
 * lose it. The update id is that of the first time, so a command that did arrive is only asked for its result.
 */
export class Redelivery extends Rounds {
  constructor(
    private readonly db: Database,
    private readonly temporal: TemporalGateway,
    private readonly logger: Logger,
  ) {
    super(EVERY_MS, (err) => logger.error({ err }, 'pending commands could not be sent again'));
  }

  protected async work(): Promise<void> {
    const pending = await takePendingCommands(this.db);
    await Promise.all(pending.map((command) => this.send(command)));
  }

  private async send(pending: PendingCommand): Promise<void> {
    const { id, qualificationId, command, by } = pending;
    const message = commandMessage(qualificationId, updateIdOf(pending), {
      commandId: id,
      command,
      by,
    });
    const sent = await this.temporal.send<CommandResult>({ ...message, waitMs: WAIT_MS });
    this.logger.info({ commandId: id, outcome: sent.kind }, 'sent a pending command again');
    if (sent.kind === 'failed') return giveUpCommand(this.db, pending);
    if (sent.kind !== 'missing' || (await refuseIfOver(this.db, pending))) return;
    await openOfficeTask(this.db, newId(), 'workflow-missing', qualificationId);
  }
}
