import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { CaseOutcome, WaitedFor } from '#domain';
import { openDatabase, type Database, type SqlActor } from '#persistence';
import { migrate } from '../../apps/dev/src/migrate.js';
import { freshDatabase, type TestDatabase } from './postgres-for-tests.js';
import { testStack } from './world.js';

/** One case, as far as figures look at it; what is not given is as in most cases. Instants are ISO, dates noon there. */
export interface InventedCase {
  readonly category?: string;
  readonly province?: string;
  readonly womenOwned?: boolean;
  /** Head-count when it first applied, and now. */
  readonly workers?: readonly [then: number, now: number, women: number];
  readonly size?: string;
  readonly submitted?: string;
  readonly qualified?: string;
  readonly at?: string;
  readonly reached?: number;
  readonly outcome?: CaseOutcome;
  readonly valid?: boolean;
  readonly grade?: string;
  readonly until?: string;
  readonly failures?: readonly string[];
  readonly signed?: boolean;
  readonly approvals?: number;
  readonly wages?: string;
  readonly actions?: readonly object[];
  /** For whom it waited from when on; null where it is not known. */
  readonly waits?: readonly (readonly [since: string, ...sides: (WaitedFor | null)[]])[];
  /** What was done of it: role, due, in time. */
  readonly ended?: readonly (readonly [role: string, due: string, inTime: boolean])[];
  /** What is open of it: role, since, due. */
  readonly open?: readonly (readonly [role: string, since: string, due: string])[];
  readonly events?: readonly (readonly [type: string, at: string, data: object])[];
  readonly facts?: readonly (readonly [paper: string, item: string, content: object])[];
  /** Renews, or follows, that case. */
  readonly previous?: InventedCase & { readonly id: string; readonly siteId: string };
  readonly renewal?: boolean;
  readonly supplierName?: string;
}
export type Entered = InventedCase & {
  readonly id: string;
  readonly siteId: string;
  readonly caseNumber: string;
};

const at = (day: string): string => (day.includes('T') ? day : `${day}T05:00:00.000Z`);
const SCHEME = '00000000-0000-4000-8000-00000000005c';

/** A database of its own with a programme whose every case is written down in the spec. */
export class ProgrammeWorld {
  private count = 0;
  private constructor(
    private readonly database: TestDatabase,
    private readonly sql: Client,
    readonly db: Database,
    readonly office: SqlActor,
  ) {}

  static async open(): Promise<ProgrammeWorld> {
    const { databaseUrl, runtimeUrl } = testStack();
    const database = await freshDatabase(databaseUrl);
    const url = new URL(database.url);
    const runtime = new URL(runtimeUrl);
    runtime.pathname = url.pathname;
    await migrate(database.url, () => undefined);
    const sql = new Client({ connectionString: database.url });
    await sql.connect();
    const office = { personId: randomUUID(), organisationId: randomUUID() };
    const world = new ProgrammeWorld(
      database,
      sql,
      await openDatabase({ url: runtime.href, poolSize: 2 }),
      office,
    );
    await world.organisation(office.organisationId, 'programme-office');
    await sql.query(`insert into scheme (id, code, name) values ($1, 's', 's')`, [SCHEME]);
    await sql.query(
      `insert into scheme_version (id, scheme_id, version, content) values ($1, $1, '1', '{}')`,
      [SCHEME],
    );
    return world;
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.sql.end();
    await this.database.drop();
  }

  async rows<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.sql.query(text, [...values])).rows as R[];
  }

  async organisation(id: string, kind: string, name: string = kind): Promise<string> {
    await this.rows('insert into organisation (id, kind, name, normalised_name) values ($1, $2, $3, $3)', [
      id,
      kind,
      name,
    ]);
    return id;
  }

  async enter(one: InventedCase): Promise<Entered> {
    const [id, supplierId, number] = [randomUUID(), randomUUID(), ++this.count];
    const siteId = one.previous?.siteId ?? randomUUID();
    const caseNumber = `SQ-2026-${String(number).padStart(9, '0')}`;
    const { category = 'TRIMS', province = 'KH-12' } = one;
    await this.organisation(supplierId, 'supplier', one.supplierName ?? `Supplier ${number}`);
    await this.rows(
      `insert into site (id, supplier_id, name, address, province, latitude, longitude)
       values ($1, $2, 's', 's', $3, 1, 1) on conflict do nothing`,
      [siteId, supplierId, province],
    );
    await this.rows(
      `insert into qualification (id, case_number, supplier_id, site_id, category, scheme_version_id, stage, substate, state, seq,
         head_hash, case_time) values ($1, $2, $3, $4, $5, $6, 'closed', 'lapsed', '{}', 1, '', now())`,
      [id, caseNumber, supplierId, siteId, category, SCHEME],
    );
    await this.measure({ ...one, category, province }, { id, supplierId, siteId, caseNumber });
    await this.course(one, id, supplierId);
    return { ...one, id, siteId, caseNumber };
  }

  private measure(
    one: InventedCase & { category: string; province: string },
    ids: { id: string; supplierId: string; siteId: string; caseNumber: string },
  ): Promise<unknown> {
    const [then = null, now = null, women = null] = one.workers ?? [];
    const submitted = one.submitted === undefined ? null : at(one.submitted);
    const qualified = one.qualified === undefined ? null : at(one.qualified);
    return this.rows(
      `insert into programme_case (qualification_id, case_number, supplier_id, site_id, previous_id, category, province, renewal,
         submitted_at, qualified_at, decided_at, at, reached, outcome, valid, grade, valid_until, size, workers_then, workers,
         women_workers, women_owned, failures, signed, approvals, wages, actions)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)`,
      [
        ...[
          ids.id,
          ids.caseNumber,
          ids.supplierId,
          ids.siteId,
          one.previous?.id ?? null,
          one.category,
          one.province,
        ],
        ...[one.renewal ?? false, submitted, qualified, qualified ?? submitted ?? '2026-01-01T00:00:00.000Z'],
        ...[
          one.at ?? 'DRAFT',
          one.reached ?? 1,
          one.outcome ?? 'open',
          one.valid ?? false,
          one.grade ?? null,
        ],
        ...[
          one.until === undefined ? null : at(one.until),
          one.size ?? null,
          then,
          now,
          women,
          one.womenOwned ?? null,
        ],
        ...[one.failures ?? [], one.signed ?? false, one.approvals ?? 0, one.wages ?? null],
        JSON.stringify(one.actions ?? []),
      ],
    );
  }

  private async course(one: InventedCase, id: string, supplierId: string): Promise<void> {
    for (const [seq, [since, ...sides]] of (one.waits ?? []).entries())
      await this.rows('insert into case_wait values ($1, $2, $3, $4)', [
        ...[id, seq, at(since)],
        sides.includes(null) ? null : sides,
      ]);
    for (const [seq, [role, due, inTime]] of (one.ended ?? []).entries())
      await this.rows(`insert into ended_task values ($1, $2, 't', $3, 'w', $4, $4, $4, $5)`, [
        id,
        seq,
        role,
        at(due),
        inTime,
      ]);
    for (const [seq, [role, since, due]] of (one.open ?? []).entries())
      await this.rows(
        `insert into task (qualification_id, task, role, organisation_id, what, subject, due_at, otherwise, since)
         values ($1, $2, $3, $4, 'w', '', $5, 'o', $6)`,
        [id, `t${seq}`, role, supplierId, at(due), at(since)],
      );
    for (const [position, [type, when, data]] of (one.events ?? []).entries())
      await this.rows(
        `insert into outbox_event (id, qualification_id, seq, position, type, data, occurred_at)
         values (gen_random_uuid(), $1, 1, $2, $3, $4, $5)`,
        [id, position, type, data, at(when)],
      );
    for (const [paper, item, content] of one.facts ?? [])
      await this.rows(
        `insert into fact (qualification_id, paper, item, content, version, written_by, organisation_id, occurred_at)
         values ($1, $2, $3, $4, 1, $1, $5, now())`,
        [id, paper, item, content, supplierId],
      );
  }
}
