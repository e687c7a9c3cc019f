import { setTimeout as pause } from 'node:timers/promises';
import { workflowIdOf } from '#workflows';
import { ApiClient, ApiProblem, type Case, type Costs } from '../../apps/dev/src/play/api-client.js';
import type { Firm, Member, Parties } from '../../apps/dev/src/play/parties.js';
import type { World } from './world.js';

/** What went wrong for all clients of a spec, by what they saw: `connection`, `202`, `in-flight`, or the code of a 503. */
export class Troubles {
  private readonly seen = new Map<string, number>();
  /** True when the spec has ended: nobody asks again then. */
  over = false;

  note(what: string): void {
    this.seen.set(what, this.count(what) + 1);
  }
  count(what: string): number {
    return this.seen.get(what) ?? 0;
  }
  get all(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.seen);
  }
}

/** How `fetch` says that there was no answer; its errors come from outside Jest's realm. */
const NO_ANSWER = /fetch failed|terminated|other side closed/;

function outage(error: unknown): string | undefined {
  if (error instanceof ApiProblem)
    return error.status === 503 || error.problem.code === 'in-flight' ? error.problem.code : undefined;
  return NO_ANSWER.test(String((error as Error).message)) ? 'connection' : undefined;
}

const AGAIN_MS = 250;
const ASK_MS = 5000;
const PATIENCE_MS = 90_000;

/** A client as we ask our users to write them: when nobody answers, the same request again under the same key. */
export class PatientClient extends ApiClient {
  private readonly unsure = new Set<string>();

  constructor(
    baseUrl: string,
    token: string,
    costs: Costs,
    private readonly troubles: Troubles,
    private readonly isAtWork: (id: string) => Promise<boolean>,
  ) {
    super(baseUrl, token, costs);
  }

  /**
   * Checks that died with a worker or a server are run again when Temporal says so, and after some failures that is a
   * minute later: as long as it keeps them they are not lost, and who looks for their results goes on waiting.
   */
  override async case(id: string): Promise<Case> {
    for (;;) {
      const seen = await super.case(id);
      const pending = Object.values(seen.checks).some(({ verdict }) => verdict === 'PENDING');
      if (!pending || this.troubles.over || !(await this.isAtWork(id))) return seen;
      await pause(AGAIN_MS);
    }
  }

  override async request<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      try {
        const answer = await super.request<T>(method, path, body, headers);
        if (answer.status === 202) this.troubles.note('202');
        return answer;
      } catch (error) {
        const what = outage(error);
        if (!what || this.troubles.over || Date.now() > end) throw error;
        this.troubles.note(what);
        this.unsure.add(path);
      }
      await pause(AGAIN_MS);
    }
  }

  /** A fact whose answer was lost may have been kept: then its version has moved on, and nobody else writes it. */
  override async put(path: string, body: unknown, version = 0): Promise<number> {
    this.unsure.delete(path);
    try {
      return await super.put(path, body, version);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412 && this.unsure.has(path)) return version + 1;
      throw error;
    }
  }
}

/** From here on everybody in this world uses clients of this make. Returns what does the same for newcomers. */
export function replaceClients(world: World, make: (token: string) => ApiClient): (member: Member) => Member {
  const { parties } = world;
  const equip = (member: Member): Member => ({ ...member, api: make(member.token) });
  const firm = (buyer: Firm): Firm => ({
    ...buyer,
    requester: equip(buyer.requester),
    approver: equip(buyer.approver),
  });
  const all: Parties = {
    ...parties,
    office: { ...parties.office, api: make(parties.office.token) },
    officer: equip(parties.officer),
    secondOfficer: equip(parties.secondOfficer),
    reviewer: equip(parties.reviewer),
    secondReviewer: equip(parties.secondReviewer),
    auditor: equip(parties.auditor),
    otherAuditor: equip(parties.otherAuditor),
    mill: firm(parties.mill),
    brand: firm(parties.brand),
  };
  Object.assign(world, { parties: all });
  return equip;
}

/** Whether something of a case runs or waits for its next attempt; true as well while nobody can tell. */
async function isAtWork({ temporal }: World, id: string): Promise<boolean> {
  const handle = temporal.workflow.getHandle(workflowIdOf(id));
  try {
    const { raw } = await temporal.withDeadline(Date.now() + ASK_MS, () => handle.describe());
    return Boolean(raw.pendingWorkflowTask) || (raw.pendingActivities ?? []).length > 0;
  } catch {
    return true;
  }
}

/** From here on everybody in this world is patient. */
export function makePatient(world: World, troubles: Troubles): (member: Member) => Member {
  const { baseUrl, costs } = world.parties;
  world['sql'].on('error', () => undefined); // PostgreSQL may be killed under it
  const asks = (id: string): Promise<boolean> => isAtWork(world, id);
  return replaceClients(world, (token) => new PatientClient(baseUrl, token, costs, troubles, asks));
}
