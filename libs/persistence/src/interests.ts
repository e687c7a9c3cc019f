import { comparedAs, nameKey, type Interest, type InterestKind } from '#domain';
import { statement, type Database, type SqlActor } from './database.js';
import type { PersonalData } from './personal-data.js';

/** An interest as it is stored: its index in hex, from which nobody reads what it was. */
export interface IndexedInterest {
  readonly kind: Interest['kind'];
  readonly index: string;
  readonly subject: string | null;
}

/** Indexes of one thing are equal, and those of two kinds that are not compared never are. */
export const indexed = (personal: PersonalData, interests: readonly Interest[]): readonly IndexedInterest[] =>
  interests.map(({ kind, key, subject = null }) => ({
    ...{ kind, subject },
    index: personal.fingerprint(key, `interest/${comparedAs(kind)}`),
  }));

/** What a declaration may say of a person of this name, in hex: for their erasure. */
export const indexOfName = (personal: PersonalData, name: string): string =>
  personal.fingerprint(nameKey(name), `interest/${comparedAs('owner')}`);

/** Advice that an organisation gave: to whom, as it named them, and the last day of it; null while it goes on. */
export interface Consulting {
  readonly organisationId: string | null;
  readonly tin: string | null;
  readonly until: string | null;
}
/** Numbers and dates; version 0 without `declaredAt` when nothing was declared yet. */
export interface Declaration {
  readonly version: number;
  readonly declaredAt: Date | null;
  readonly counts: Readonly<Partial<Record<InterestKind, number>>>;
  readonly consulted: readonly Consulting[];
}

const READ = statement(
  'interest-declaration-read',
  `select coalesce(d.version, 0) as version, d.declared_at as "declaredAt",
     coalesce((select jsonb_object_agg(kind, n) from (
       select kind, count(*) as n from interest where organisation_id = o.id and source = 'declared' group by kind) k), '{}') as counts,
     coalesce((select jsonb_agg(jsonb_build_object('organisationId', consulted_id, 'tin', consulted_tin, 'until', until) order by id)
       from interest where organisation_id = o.id and kind = 'consulted'), '[]') as consulted
     from organisation o left join interest_declaration d on d.organisation_id = o.id where o.id = $1`,
);
/** What an organisation declared, as far as the asker may read it. */
export async function readDeclaration(
  db: Database,
  actor: SqlActor,
  organisationId: string,
): Promise<Declaration | undefined> {
  const [row] = await db.run<Declaration & Record<string, unknown>>(actor, READ, [organisationId]);
  return row;
}

/** $1 organisation, $2 who, $3 the version that was read, 0 for none; each declaration replaces the one before. */
const WRITE = statement(
  'interest-declaration-write',
  `with written as (
     insert into interest_declaration (organisation_id, version, declared_by)
     select $1, 1, $2 where $3::integer = 0 or exists (select 1 from interest_declaration where organisation_id = $1)
     on conflict (organisation_id) do update
       set version = interest_declaration.version + 1, declared_by = $2, declared_at = now()
       where interest_declaration.version = $3
     returning version),
   replaced as (
     delete from interest where organisation_id = $1 and source = 'declared' and exists (select 1 from written)),
   kept as (
     insert into interest (organisation_id, source, kind, index, consulted_id, consulted_tin, until)
     select $1, 'declared', i.kind, decode(i.index, 'hex'), i."organisationId", i.tin, i.until
       from written, jsonb_to_recordset($4) as i(kind text, index text, "organisationId" uuid, tin text, until date))
   select version from written`,
);
/** False when somebody declared in between. */
export async function writeDeclaration(
  db: Database,
  actor: SqlActor,
  organisationId: string,
  expectedVersion: number,
  declared: { readonly compared: readonly IndexedInterest[]; readonly consulted: readonly Consulting[] },
): Promise<boolean> {
  const advice = declared.consulted.map((one) => ({ kind: 'consulted', ...one }));
  const rows = JSON.stringify([...declared.compared, ...advice]);
  const written = await db.run(actor, WRITE, [organisationId, actor.personId, expectedVersion, rows]);
  return written.length > 0;
}
