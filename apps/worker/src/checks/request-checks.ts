import type { CheckKind, CommandOf } from '#domain';
import { updateIdOf } from '#persistence';
import { uuidFromParts, type TemporalGateway } from '#platform';
import { commandMessage, type CommandResult } from '#workflows';

const WAIT_MS = 5000;

export interface ChecksToRequest {
  readonly qualificationId: string;
  readonly checks: readonly CheckKind[];
  readonly why: CommandOf<'request-checks'>['why'];
  /** What made it necessary, such as the edition of a list: the same cause is asked for once. */
  readonly cause: string;
}

export type Requested = 'settled' | 'failed' | 'unanswered';

/**
 * Have a case run checks again, in the name of nobody. The case leaves out what it does not have and what runs already; one
 * that is over is asked for nothing.
 * @returns `unanswered`: the same may be asked again without harm. `failed`: asked again, the same would fail again
 */
export async function requestChecksOf(temporal: TemporalGateway, asked: ChecksToRequest): Promise<Requested> {
  const { qualificationId, checks, why, cause } = asked;
  const command = { type: 'request-checks', checks, why } as const;
  const id = uuidFromParts('request-checks', qualificationId, cause, ...checks);
  const message = commandMessage(qualificationId, updateIdOf({ id, command }), { commandId: id, command });
  const { kind } = await temporal.send<CommandResult>({ ...message, waitMs: WAIT_MS });
  if (kind === 'failed') return kind;
  return kind === 'answered' || kind === 'missing' ? 'settled' : 'unanswered';
}
