import { refuse, type Command } from '#domain';
import { requestDigest, type CommandResult } from './case-store.js';
import { NOBODY, statement, type Database, type SqlActor } from './database.js';

/** A command as somebody may ask after it: still under way, decided, or refused. */
export interface CommandView {
  readonly id: string;
  readonly qualificationId: string;
  readonly type: string;
  readonly status: 'pending' | 'done' | 'refused';
  readonly result: CommandResult | null;
  readonly recordedAt: Date;
}
export interface PendingCommand {
  readonly id: string;
  readonly qualificationId: string;
  readonly command: Command;
  readonly by: SqlActor;
}

/**
 * What Temporal knows a command by. The same command under the same key is the same update; another one under that key
 * must reach the case, which refuses it, and not be answered with the outcome of the first.
 */
export const updateIdOf = ({ id, command }: Pick<PendingCommand, 'id' | 'command'>): string =>
  `${id}/${requestDigest(command).toString('hex').slice(0, 16)}`;

const FIND = statement(
  'command-find',
  `select id, qualification_id as "qualificationId", type, status, result, recorded_at as "recordedAt"
     from command where id = $1 and organisation_id = $2`,
);
/** A command of one's own organisation. */
export async function findCommand(
  db: Database,
  actor: SqlActor,
  id: string,
): Promise<CommandView | undefined> {
  const rows = await db.run<CommandView & Record<string, unknown>>(actor, FIND, [id, actor.organisationId]);
  return rows[0];
}

const PARK = statement(
  'command-park',
  `insert into command (id, qualification_id, type, organisation_id, status, request, request_digest, retry_at)
   values ($1, $2, $3, $4, 'pending', $5, $6, now() + interval '5 seconds') on conflict (id) do nothing`,
);
/** Keep a command that nobody has decided yet, before the caller is told that it will be. */
export async function parkCommand(db: Database, pending: PendingCommand): Promise<void> {
  const { id, qualificationId, command, by } = pending;
  await db.run(by, PARK, [
    id,
    qualificationId,
    command.type,
    by.organisationId,
    JSON.stringify({ command, by }),
    requestDigest(command),
  ]);
}

const EARLY_REFUSAL = statement(
  'command-early-refusal',
  `insert into command (id, qualification_id, type, organisation_id, status, request_digest, result, statements)
   values ($1, $2, $3, $4, 'refused', $5, $6, 1) on conflict (id) do nothing`,
);
/** A refusal that never reached the workflow consumes its command id like any other. */
export async function keepEarlyRefusal(
  db: Database,
  pending: PendingCommand,
  result: CommandResult,
): Promise<void> {
  const { id, qualificationId, command, by } = pending;
  await db.run(by, EARLY_REFUSAL, [
    id,
    qualificationId,
    command.type,
    by.organisationId,
    requestDigest(command),
    JSON.stringify(result),
  ]);
}

const TAKE = statement(
  'command-take-pending',
  'select id, qualification_id as "qualificationId" from take_pending_commands()',
);
const PENDING = statement(
  'command-pending',
  `select request from command where id = $1 and status = 'pending'`,
);
interface Taken {
  readonly id: string;
  readonly qualificationId: string;
}
/** Commands to send again now. Several takers never get the same one at the same time. */
export async function takePendingCommands(db: Database): Promise<readonly PendingCommand[]> {
  const taken = await db.run<Taken & Record<string, unknown>>(NOBODY, TAKE, []);
  const found = await Promise.all(taken.map((command) => readPending(db, command)));
  return found.filter((command) => command !== undefined);
}

/** Undefined when it was decided since it was taken. */
async function readPending(
  db: Database,
  { id, qualificationId }: Taken,
): Promise<PendingCommand | undefined> {
  const scope = { caseId: qualificationId };
  const [row] = await db.run<{ request: Pick<PendingCommand, 'command' | 'by'> }>(scope, PENDING, [id]);
  return row && { id, qualificationId, ...row.request };
}

const REFUSE_IF_OVER = statement(
  'command-refuse-over',
  `update command set status = 'refused', result = $2, request = null, retry_at = null
    where id = $1 and status = 'pending'
      and exists (select 1 from qualification q where q.id = command.qualification_id and q.over)
   returning id`,
);
/** A pending command whose case has come to its end meanwhile is refused. True when it was. */
export async function refuseIfOver(db: Database, { id, qualificationId }: PendingCommand): Promise<boolean> {
  const result: CommandResult = { outcome: 'refused', refusal: refuse('stage-does-not-allow') };
  const values = [id, JSON.stringify(result)];
  return (await db.run({ caseId: qualificationId }, REFUSE_IF_OVER, values)).length > 0;
}

const BROKEN = statement(
  'command-broken',
  `update command set status = 'refused', result = $2, request = null, retry_at = null
    where id = $1 and status = 'pending'`,
);
/** A pending command that a rule threw on will never be decided: whoever asked must hear of it. */
export async function giveUpCommand(db: Database, { id, qualificationId }: PendingCommand): Promise<void> {
  const result: CommandResult = { outcome: 'refused', refusal: refuse('rule-broken') };
  await db.run({ caseId: qualificationId }, BROKEN, [id, JSON.stringify(result)]);
}

const OFFICE_TASK = statement('office-task-open', 'select open_office_task($1, $2, $3)');
/** Open a task of the programme office that no single case can hold, once. */
export async function openOfficeTask(db: Database, id: string, kind: string, subject: string): Promise<void> {
  await db.run(NOBODY, OFFICE_TASK, [id, kind, subject]);
}

const CLOSE_OFFICE_TASK = statement(
  'office-task-close',
  `update office_task set closed_at = now() where kind = $1 and subject = $2 and closed_at is null`,
);
/** An officer settles such a task. */
export async function closeOfficeTask(
  db: Database,
  officer: SqlActor,
  kind: string,
  subject: string,
): Promise<void> {
  await db.run(officer, CLOSE_OFFICE_TASK, [kind, subject]);
}
