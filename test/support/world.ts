import { Client, Connection } from '@temporalio/client';
import { Client as Sql, type QueryResultRow } from 'pg';
import { CLOCK_UPDATE, workflowIdOf, type CommandResult } from '#workflows';
import { fastForward } from '../../apps/dev/src/fast-forward.js';
import { comeToRest } from '../../apps/dev/src/workflow-rest.js';
import { ApiProblem } from '../../apps/dev/src/play/api-client.js';
import { seedParties, type Parties } from '../../apps/dev/src/play/parties.js';

/** Where the stack of this run is; the global setup says so. */
export interface TestStack {
  /** Sees everything: what no route shows. */
  readonly databaseUrl: string;
  /** As api and worker are connected. */
  readonly runtimeUrl: string;
  readonly temporalAddress: string;
  readonly apiUrl: string;
  readonly instanceId: string;
  readonly office: { readonly organisationId: string; readonly token: string };
  /** Where the worker of this run anchors the journal, and the public keys; absent on a stack that a spec starts. */
  readonly anchors?: { readonly path: string; readonly keys: string };
}

export function testStack(): TestStack {
  const text = process.env.SELVEDGE_TEST;
  if (!text) throw new Error('SELVEDGE_TEST is not set: the global setup of the project `stack` sets it.');
  return JSON.parse(text) as TestStack;
}

/** Everybody and everything that the specs of one file work with. */
export class World {
  private constructor(
    readonly stack: TestStack,
    readonly parties: Parties,
    readonly temporal: Client,
    private readonly sql: Sql,
  ) {}

  /** Parties of its own on a running stack: on the one of this run, when no other is given. */
  static async open(stack: TestStack = testStack(), namespace = 'default'): Promise<World> {
    const ask = () => fetch(`${stack.apiUrl}/health/ready`);
    // The connection of the file before was idle for long, and may be closed at this very moment: then a new one.
    const ready = await ask().catch(ask);
    const { instanceId } = (await ready.json()) as { instanceId: string };
    if (instanceId !== stack.instanceId) throw new Error(`${stack.apiUrl} is not the stack of this run.`);
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const sql = new Sql({ connectionString: stack.databaseUrl });
    await sql.connect();
    const parties = await seedParties(stack.apiUrl, stack.office);
    return new World(stack, parties, new Client({ connection, namespace }), sql);
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.temporal.connection.close();
  }

  /** What PostgreSQL holds, for what no route shows. */
  async rows<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.sql.query<R>(sql, [...values])).rows;
  }

  /** Have the case look at its clock, take what is due and keep the case time. */
  readClock(id: string): Promise<CommandResult> {
    const handle = this.temporal.workflow.getHandle(workflowIdOf(id));
    const ask = (): Promise<CommandResult> => handle.executeUpdate<CommandResult, []>(CLOCK_UPDATE);
    return this.temporal.connection.withDeadline(Date.now() + 20_000, ask);
  }

  /** The clock of one case moves on; reads agree when this returns, checks included. `ended` when the case came to its end. */
  async pass(
    id: string,
    span: { readonly days?: number; readonly hours?: number },
  ): Promise<'reached' | 'ended'> {
    const ms = (span.days ?? 0) * 86_400_000 + (span.hours ?? 0) * 3_600_000;
    const { connection, options } = this.temporal;
    const workflowId = workflowIdOf(id);
    const outcome = await fastForward(connection as Connection, workflowId, ms, options.namespace);
    if (outcome === 'ended') return outcome;
    await this.readClock(id);
    const address = { namespace: options.namespace, workflowExecution: { workflowId } };
    return (await comeToRest(connection as Connection, address)) === 'ended' ? 'ended' : 'reached';
  }

  /** As `pass`, to an instant of case time. */
  async passUntil(id: string, instant: string): Promise<'reached' | 'ended'> {
    await this.readClock(id);
    const { caseTime } = await this.parties.officer.api.case(id);
    const hours = (Date.parse(instant) - Date.parse(caseTime)) / 3_600_000;
    return hours > 0 ? this.pass(id, { hours }) : 'reached';
  }

  /** `RUNNING`, `COMPLETED` and so on. */
  async workflowStatus(id: string): Promise<string> {
    return (await this.temporal.workflow.getHandle(workflowIdOf(id)).describe()).status.name;
  }
}

/** What a refused request was answered. Fails when it was not refused. */
export async function refusal(
  asking: Promise<unknown>,
): Promise<{ readonly status: number; readonly code: string; readonly items?: readonly string[] }> {
  try {
    await asking;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { code, items } = error.problem;
    return { status: error.status, code, ...(items && { items }) };
  }
  throw new Error('this should have been refused');
}
