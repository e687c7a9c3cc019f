import { Inject, Injectable } from '@nestjs/common';
import {
  NOTES_TO_SUPPLIER,
  precheck,
  refuse,
  type CaseState,
  type Command,
  type CommandType,
  type Person,
} from '#domain';
import {
  findCommand,
  keepEarlyRefusal,
  keepNote,
  keepSafeguardingNote,
  openOfficeTask,
  parkCommand,
  readForCommand,
  requestDigest,
  updateIdOf,
  Database,
  PersonalData,
  type CaseForCommand,
  type CommandView,
  type Keyring,
  type PendingCommand,
  type SafeguardingNoteKind,
} from '#persistence';
import { newId, notFound, ProblemException, TemporalGateway, unavailable, uuidFromParts } from '#platform';
import { commandMessage, type CommandResult } from '#workflows';
import { Authorisation } from '../auth/authorisation.js';
import { SAFEGUARDING_KEYRING } from '../persistence.module.js';
import { CommandWait } from './command-wait.js';

/** A decided command, or one that is under way: kept, and to be asked after at `/v1/commands/{id}`. */
export type Asked =
  | { readonly commandId: string; readonly status: 'decided'; readonly result: CommandResult }
  | { readonly commandId: string; readonly status: 'pending' };

/** What a caller asks: a command without ids of notes, and the free text that goes with it, if any. */
export interface Ask {
  readonly qualificationId: string;
  readonly key: string;
  readonly command: Command;
  readonly note?: string | undefined;
}

const noteIdOf = (commandId: string): string => uuidFromParts('note', commandId);

/** Decisions whose notes speak of somebody in danger. */
const SEALED_NOTES: Readonly<Partial<Record<CommandType, SafeguardingNoteKind>>> = {
  'report-child': 'child-found',
  'mark-child-safe': 'child-safe',
  'dismiss-zero-tolerance': 'verdict',
};

/** The road of every decision: early refusal against the row, then an Update to the case's workflow. */
@Injectable()
export class CommandsService {
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly temporal: TemporalGateway,
    private readonly wait: CommandWait,
    private readonly authorisation: Authorisation,
    @Inject(SAFEGUARDING_KEYRING) private readonly keys: Keyring,
  ) {}

  /** The same person, organisation, case and key give the same command. */
  commandId(actor: Person, scope: string, key: string): string {
    return uuidFromParts('command', actor.personId, actor.organisationId, scope, key);
  }

  async find(actor: Person, id: string): Promise<CommandView> {
    const command = await findCommand(this.db, actor, id);
    if (!command) throw notFound('command');
    return command;
  }

  /** Ask a case that is open for a decision. 404 for a case that the asker may not know of. */
  async ask(actor: Person, ask: Ask): Promise<Asked> {
    const id = this.commandId(actor, ask.qualificationId, ask.key);
    const found = await readForCommand(this.db, actor, ask.qualificationId, { commandId: id });
    this.authorisation.requireOnCase('askCommand', actor, found);
    const known = found.command && this.repeated(id, found.command, ask.command);
    if (known) return known;
    const pending = this.pending(actor, id, ask);
    // What was promised with 202 is decided by the case alone, however the row looks at the moment.
    const early = found.command ? undefined : await this.refusedEarly(actor, found.state, pending);
    if (early) return early;
    await this.keepNoteOf(actor, pending, ask.note);
    return this.send(actor, pending);
  }

  /** Most refusals need no workflow: the row tells. They are kept under the command's id like any other. */
  private async refusedEarly(
    actor: Person,
    state: CaseState,
    pending: PendingCommand,
  ): Promise<Asked | undefined> {
    const refusal = precheck(state, pending.command, actor);
    if (!refusal) return undefined;
    const result: CommandResult = { outcome: 'refused', refusal };
    await keepEarlyRefusal(this.db, pending, result);
    return { commandId: pending.id, status: 'decided', result };
  }

  /** The answer given before, if there is one; another command under the same key is refused. */
  private repeated(
    id: string,
    known: NonNullable<CaseForCommand['command']>,
    command: Command,
  ): Asked | undefined {
    const same = known.digest === requestDigest(command).toString('hex');
    const reused: CommandResult = { outcome: 'refused', refusal: refuse('command-id-reused') };
    const result = same ? known.result : reused;
    return result ? { commandId: id, status: 'decided', result } : undefined;
  }

  /** Open a case: the only command that may start its workflow. */
  open(actor: Person, id: string, qualificationId: string, command: Command): Promise<Asked> {
    return this.send(actor, { id, qualificationId, command, by: this.handOf(actor) });
  }

  private handOf({ personId, organisationId }: Person): PendingCommand['by'] {
    return { personId, organisationId };
  }

  /** Free text never travels: it is kept beside the case, and the command carries its id. */
  private pending(actor: Person, id: string, { qualificationId, command, note }: Ask): PendingCommand {
    const noted = note ? ({ ...command, noteId: noteIdOf(id) } as Command) : command;
    return { id, qualificationId, command: noted, by: this.handOf(actor) };
  }

  /** What is said of people in danger is sealed under the key of its own, everything else under that of its note. */
  private async keepNoteOf(actor: Person, pending: PendingCommand, text: string | undefined): Promise<void> {
    if (!text) return;
    const { qualificationId, command } = pending;
    const note = { id: noteIdOf(pending.id), qualificationId, text };
    const kind = SEALED_NOTES[command.type];
    if (kind) await keepSafeguardingNote(this.db, this.keys, actor, { ...note, kind });
    else
      await keepNote(this.db, this.personal, actor, {
        ...note,
        toSupplier: NOTES_TO_SUPPLIER.includes(command.type),
      });
  }

  private async send(actor: Person, pending: PendingCommand): Promise<Asked> {
    const { id, qualificationId, command, by } = pending;
    const message = commandMessage(qualificationId, updateIdOf(pending), { commandId: id, command, by });
    const sent = await this.temporal.send<CommandResult>({ ...message, waitMs: this.wait.ms });
    if (sent.kind === 'answered') return { commandId: id, status: 'decided', result: sent.value };
    if (sent.kind === 'failed') throw new ProblemException('internal');
    if (sent.kind === 'unreachable') throw unavailable('temporal-unavailable', 5);
    if (sent.kind === 'missing') return this.withoutWorkflow(actor, pending);
    await parkCommand(this.db, pending);
    return { commandId: id, status: 'pending' };
  }

  /** No workflow runs: the case may have come to its end in between; if not, it is lost and the office is told. */
  private async withoutWorkflow(actor: Person, pending: PendingCommand): Promise<Asked> {
    const { id, qualificationId, command } = pending;
    const found = await readForCommand(this.db, actor, qualificationId, { commandId: id });
    const known = found?.command && this.repeated(id, found.command, command);
    if (known) return known;
    const refused = found && (await this.refusedEarly(actor, found.state, pending));
    if (refused) return refused;
    await openOfficeTask(this.db, newId(), 'workflow-missing', qualificationId);
    throw unavailable('workflow-missing', 60);
  }
}
