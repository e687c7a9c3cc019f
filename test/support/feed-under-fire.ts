import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Cases with their parties, as far as the feed asks for them, in a database of its own. */
export interface Cases {
  readonly ids: readonly string[];
  readonly office: string;
  readonly supplier: string;
  /** By consent to every second case. */
  readonly buyer: string;
}

/** @param sql with triggers and foreign keys off: there are no sites, schemes and journals here */
export async function enterCases(sql: Client, count: number): Promise<Cases> {
  const [office, supplier, buyer] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.query(
    `insert into organisation (id, kind, name, normalised_name) values
       ($1, 'programme-office', 'o', 'o'), ($2, 'supplier', 's', 's'), ($3, 'buyer', 'b', 'b')`,
    [office, supplier, buyer],
  );
  const ids = Array.from({ length: count }, () => randomUUID());
  await sql.query(
    `insert into qualification (id, case_number, supplier_id, site_id, category, scheme_version_id, stage, substate, state,
       seq, head_hash, case_time)
     select id, id::text, $2, gen_random_uuid(), 'TRIMS', $2, 'audit', 'on-site', '{"pilots": {}}', 0, '', now() from unnest($1::uuid[]) id`,
    [ids, supplier],
  );
  const party = `insert into qualification_party (organisation_id, qualification_id, relation, case_number, by_consent)
    select $2, id, $3, id::text, $4 from unnest($1::uuid[]) id`;
  const opened = ids.filter((_, i) => i % 2 === 0);
  await sql.query(party, [ids, supplier, 'supplier', false]);
  await sql.query(party, [opened, buyer, 'buyer', true]);
  await sql.query(
    `insert into consent (qualification_id, buyer_id, sections, given_at, valid_until)
     select id, $2, '{profile}', now(), now() + interval '1 day' from unnest($1::uuid[]) id`,
    [opened, buyer],
  );
  return { ids, office, supplier, buyer };
}

/** Types that supplier and buyer are both told of. */
const TYPES = ['application-submitted', 'application-accepted', 'screening-cleared', 'assessment-started'];

/**
 * One process that decides: as `commit` does, it locks the row of a case, writes the events of one decision and commits
 * after a while of random length, or does not.
 * @returns ids of the events that were committed, by case, in the order of the case
 */
export async function decide(
  url: string,
  ids: readonly string[],
  seed: number,
  decisions: number,
): Promise<ReadonlyMap<string, readonly { seq: number; id: string }[]>> {
  const random = seeded(seed);
  const written = new Map<string, { seq: number; id: string }[]>();
  const sql = new Client({ connectionString: url });
  await sql.connect();
  try {
    for (let n = 0; n < decisions; n++) {
      const caseId = ids[Math.floor(random() * ids.length)] ?? '';
      const events = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, part) => ({
        ...{ id: randomUUID(), part },
        type: TYPES[Math.floor(random() * TYPES.length)],
      }));
      await sql.query('begin');
      const { rows } = await sql.query<{ seq: number }>(
        `update qualification set seq = seq + 1 where id = $1 returning seq`,
        [caseId],
      );
      const seq = rows[0]?.seq ?? 0;
      await sql.query(
        `insert into outbox_event (id, qualification_id, seq, position, type, data, occurred_at)
         select e.id, $1, $2, e.part, e.type, '{}', now() from jsonb_to_recordset($3) as e(id uuid, part integer, type text)`,
        [caseId, seq, JSON.stringify(events)],
      );
      await sql.query('select pg_sleep($1)', [random() * 0.02]);
      const kept = random() > 0.1;
      await sql.query(kept ? 'commit' : 'rollback');
      if (kept)
        written.set(caseId, [...(written.get(caseId) ?? []), ...events.map(({ id }) => ({ seq, id }))]);
    }
  } finally {
    await sql.end();
  }
  return written;
}

/** What several wrote, by case, in the order of the case. */
export function inOrder(
  all: readonly ReadonlyMap<string, readonly { seq: number; id: string }[]>[],
): ReadonlyMap<string, readonly string[]> {
  const cases = new Set(all.flatMap((one) => [...one.keys()]));
  return new Map(
    [...cases].map((id) => [
      id,
      all
        .flatMap((one) => one.get(id) ?? [])
        .sort((a, b) => a.seq - b.seq)
        .map((event) => event.id),
    ]),
  );
}
