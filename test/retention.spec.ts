import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KEPT_DAYS } from '#domain';
import { forgetWhatEnded, openDatabase, type Database } from '#persistence';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

describe('what has ended', () => {
  let world: World;
  let story: Story;
  let db: Database;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const { personId, organisationId } = story.applicant.member;
    // What the events below came from.
    await world.rows(
      `insert into inbound_source (id, organisation_id, person_id, name, sealed_secret) values ($1, $1, $2, 'ERP', 'sealed')`,
      [organisationId, personId],
    );
    // Something that was sent, for the attempts below to be of.
    await world.rows(
      `with e as (
         insert into webhook_endpoint (id, organisation_id, feed_id, url, event_types, created_by)
         values ($1, $1, $1, 'http://127.0.0.1:9/', '{none}', $2) returning id)
       insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, about_id, status)
       select $1, $1, $1, $1, 'none', id, 'failed' from e`,
      [organisationId, personId],
    );
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  /** A token that ended so many days ago: it expired, or was revoked long before it would have. */
  async function token(days: number, how: 'expired' | 'revoked', successorId: string | null = null) {
    const { personId, organisationId } = story.applicant.member;
    const ends = how === 'expired' ? [-days, null] : [30, -days];
    const [row] = await world.rows<{ id: string }>(
      `insert into api_token (id, person_id, organisation_id, token_hash, prefix, scopes, expires_at, revoked_at, successor_id)
       values (gen_random_uuid(), $1, $2, sha256(random()::text::bytea), 'svg_spare', '{read}',
         now() + $3::integer * interval '1 day', now() + $4::integer * interval '1 day', $5) returning id`,
      [personId, organisationId, ...ends, successorId],
    );
    return row?.id ?? '';
  }
  /** A task of the office that was closed so many days ago. */
  async function task(days: number | null) {
    const [row] = await world.rows<{ id: string }>(
      `insert into office_task (id, kind, subject, closed_at) values (gen_random_uuid(), 'test', gen_random_uuid(),
         now() - $1::integer * interval '1 day') returning id`,
      [days],
    );
    return row?.id ?? '';
  }
  const kept = async (table: string, ids: readonly string[]): Promise<readonly boolean[]> => {
    const rows = await world.rows<{ id: string }>(`select id from ${table} where id = any($1)`, [ids]);
    return ids.map((id) => rows.some((row) => row.id === id));
  };

  it('is deleted a year later, and not a day before', async () => {
    const tokens = [
      await token(366, 'expired'),
      await token(366, 'revoked'),
      await token(364, 'expired'),
      await token(364, 'revoked'),
      await token(-30, 'expired'),
    ];
    const tasks = [await task(366), await task(364), await task(null)];
    const forgotten = await forgetWhatEnded(db);
    expect(forgotten['tokens']).toBeGreaterThanOrEqual(2);
    expect(forgotten['office tasks']).toBeGreaterThanOrEqual(1);
    expect(await kept('api_token', tokens)).toEqual([false, false, true, true, true]);
    expect(await kept('office_task', tasks)).toEqual([false, true, true]);
  });

  /** How to make a row of each kind that ended so many days ago ($1), of a person ($2) and an organisation ($3). */
  const ENDED: Readonly<Record<string, { readonly table: string; readonly insert: string }>> = {
    tokens: {
      table: 'api_token',
      insert: `(id, person_id, organisation_id, token_hash, prefix, scopes, expires_at)
        values (gen_random_uuid(), $2, $3, sha256(random()::text::bytea), 'svg_spare', '{read}', END)`,
    },
    'office tasks': {
      table: 'office_task',
      insert: `(id, kind, subject, closed_at) values (gen_random_uuid(), $2::text, $3, END)`,
    },
    'refused commands': {
      table: 'command',
      insert: `(id, qualification_id, organisation_id, type, request_digest, status, recorded_at)
        values (gen_random_uuid(), 'CASE', $3, $2::text, '', 'refused', END)`,
    },
    sessions: {
      table: 'session',
      insert: `(id, token_hash, person_id, organisation_id, method, browser, created_at, last_seen_at, idle_seconds, ends_at)
        values (gen_random_uuid(), sha256(random()::text::bytea), $2, $3, 'oidc', 'Firefox', END, END - interval '60 seconds', 60, now())`,
    },
    'phone codes': {
      table: 'phone_code',
      insert: `(contact_index, code_hash, tries_left, expires_at) values (sha256(random()::text::bytea), $2 || $3::text, 5, END)`,
    },
    'message deliveries': {
      table: 'message_delivery',
      insert: `(id, message_id, person_id, channel, kind, status, can_wait, give_up_at, created_at)
        values (gen_random_uuid(), gen_random_uuid(), $2, 'email', $3::text, 'sent', false, now(), END)`,
    },
    'address codes': {
      table: 'address_code',
      insert: `(person_id, sealed_address, address_index, code_hash, tries_left, expires_at)
        select p.id, '', ''::bytea, $2::text || $3::text, 5, END from person p
         where not exists (select from address_code a where a.person_id = p.id) limit 1`,
    },
    'telegram links': {
      table: 'telegram_link',
      insert: `(person_id, secret_hash, expires_at)
        select p.id, sha256((p.id::text || $2::text || $3::text)::bytea), END from person p
         where not exists (select from telegram_link l where l.person_id = p.id) limit 1`,
    },
    messages: {
      table: 'message',
      insert: `(id, key, kind, sealed_content, created_at) values (gen_random_uuid(), random()::text, $2 || $3::text, '', END)`,
    },
    'open invitations': {
      table: 'invitation',
      insert: `(id, organisation_id, roles, name, language, contact_kind, secret_hash, invited_by, expires_at)
        values (gen_random_uuid(), $3, '{supplier}', 'A', 'en', 'email', sha256(random()::text::bytea), $2, END)`,
    },
    invitations: {
      table: 'invitation',
      insert: `(id, organisation_id, roles, language, contact_kind, secret_hash, invited_by, expires_at, revoked_at)
        values (gen_random_uuid(), $3, '{supplier}', 'en', 'email', sha256(random()::text::bytea), $2, now(), END)`,
    },
    attempts: {
      table: 'rate_limit',
      insert: `(key, points, expires_at) values (random()::text || $2 || $3, 1, END)`,
    },
    answers: {
      table: 'idempotency_record',
      insert: `(key_hash, person_id, organisation_id, fingerprint, claim, expires_at)
        values (sha256(random()::text::bytea), $2, $3, '', gen_random_uuid(), END)`,
    },
    'read notifications': {
      table: 'notification',
      insert: `(id, person_id, organisation_id, kind, data, dispatched_at, read_at)
        values (gen_random_uuid(), $2, $3, 'happened', '{}', now(), END)`,
    },
    notifications: {
      table: 'notification',
      insert: `(id, person_id, organisation_id, kind, data, dispatched_at, created_at)
        values (gen_random_uuid(), $2, $3, 'happened', '{}', now(), END)`,
    },
    'webhook attempts': {
      table: 'webhook_attempt',
      insert: `(id, delivery_id, organisation_id, round, attempt, at, error, latency_ms)
        values (gen_random_uuid(), $3, $3, 0, 1, END, left($2::text, 1), 1)`,
    },
    'webhook deliveries': {
      table: 'webhook_delivery',
      insert: `(id, endpoint_id, organisation_id, event_id, type, position, status, ended_at)
        values (gen_random_uuid(), $3, $3, gen_random_uuid(), $2::text, 1, 'failed', END)`,
    },
    'webhook secrets': {
      table: 'webhook_secret',
      insert: `(id, endpoint_id, organisation_id, kind, sealed, expires_at)
        values (gen_random_uuid(), $3, $3, 'v1', $2::text, END)`,
    },
    'feed entries': {
      table: 'feed_entry',
      insert: `(organisation_id, position, event_id, qualification_id, seq, part, type, data, occurred_at, told_at)
        values ($3, -(random() * 1e15)::bigint, gen_random_uuid(), 'CASE', 1, 0, $2::text, '{}', END, END)`,
    },
    'oauth clients': {
      table: 'oauth_client',
      insert: `(id, organisation_id, person_id, name, scopes, secret_hash, revoked_at)
        values (gen_random_uuid(), $3, $2, 'ERP', '{read}', sha256(random()::text::bytea), END)`,
    },
    'inbound sources': {
      table: 'inbound_source',
      insert: `(id, organisation_id, person_id, name, sealed_secret, disabled_at)
        values (gen_random_uuid(), $3, $2, 'ERP', 'sealed', END)`,
    },
    'inbound events': {
      table: 'inbound_event',
      insert: `(id, source_id, event_id, type, digest, status, qualification_id, received_at)
        values (gen_random_uuid(), $3, random()::text, $2::text, sha256(''), 'refused', 'CASE', END)`,
    },
    uploads: {
      table: 'document',
      insert: `(id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size, status, refusal, created_at)
        values (gen_random_uuid(), $3, $2, $3, 'a.pdf', 'application/pdf', 9, 'refused', 'upload-expired', END)`,
    },
  };

  it.each(Object.keys(ENDED))('is deleted when its days are over, and not before: %s', async (what) => {
    const { table = '', insert = '' } = ENDED[what] ?? {};
    const kept = KEPT_DAYS[what as keyof typeof KEPT_DAYS];
    const { personId, organisationId } = story.applicant.member;
    const ended = async (days: number): Promise<string> => {
      const sql = `insert into ${table} ${insert.replaceAll('END', `(now() - $1::float8 * interval '1 day')`)}
        returning ${table}::text as row`;
      const [row] = await world.rows<{ row: string }>(sql.replace('CASE', story.id), [
        days,
        personId,
        organisationId,
      ]);
      return row?.row ?? '';
    };
    // One after the other: of some things a person has only one.
    const rows: string[] = [];
    for (const days of [kept + 0.1, kept - 0.1]) {
      rows.push(await ended(days));
      await forgetWhatEnded(db);
    }
    // What is left goes too: it is nothing that others could read.
    const left = await world.rows<{ row: string }>(
      `delete from ${table} t where t::text = any($1) returning t::text as row`,
      [rows],
    );
    expect(left.map(({ row }) => row)).toEqual([rows[1]]);
  });

  it('knows how long each kind is kept', async () => {
    const forgotten = await forgetWhatEnded(db);
    expect(Object.keys(forgotten).sort()).toEqual(Object.keys(KEPT_DAYS).sort());
    expect(Object.keys(KEPT_DAYS).filter((what) => !(what in ENDED))).toEqual(['links of uploads']);
  });

  it('is an upload with its link, of which nothing ever arrived', async () => {
    const { personId, organisationId } = story.applicant.member;
    const document = async (sha256: string | null): Promise<string> => {
      const [row] = await world.rows<{ id: string }>(
        `insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size, status,
           refusal, sha256, created_at)
         values (gen_random_uuid(), $1, $2, $1, 'a.pdf', 'application/pdf', 9, 'refused', 'infected', $3,
           now() - interval '31 days') returning id`,
        [organisationId, personId, sha256],
      );
      await world.rows(
        `insert into document_link (id, document_id, qualification_id, target, item, organisation_id, linked_by)
         values (gen_random_uuid(), $1, $2, 'section', 'profile', $3, $4)`,
        [row?.id, story.id, organisationId, personId],
      );
      return row?.id ?? '';
    };
    const ids = [await document(null), await document('\\xab')];
    await forgetWhatEnded(db);
    await forgetWhatEnded(db);
    expect(await kept('document', ids)).toEqual([false, true]);
  });

  it('goes in batches, until nothing is left', async () => {
    await world.rows(
      `insert into rate_limit (key, points, expires_at)
       select 'batch-' || n, 1, now() - interval '2 days' from generate_series(1, 2500) n`,
    );
    expect((await forgetWhatEnded(db))['attempts']).toBeGreaterThanOrEqual(2500);
    expect(await world.rows(`select 1 from rate_limit where key like 'batch-%'`)).toEqual([]);
  });

  it('is not what some were told of an event that others will still be told: nobody is told twice', async () => {
    const [event] = await world.rows<{ id: string }>(
      `insert into outbox_event (id, qualification_id, seq, position, type, data, occurred_at, sent_at, held)
       values (gen_random_uuid(), $1, 900000, 0, 'audit-submitted', '{}', now(), now(), true) returning id`,
      [story.id],
    );
    await world.rows(
      `insert into feed_entry (organisation_id, position, event_id, qualification_id, seq, part, type, data, occurred_at, told_at)
       values ($1, -1e15, $2, $3, 900000, 0, 'audit-submitted', '{}', now(), now() - interval '91 days')`,
      [story.applicant.member.organisationId, event?.id, story.id],
    );
    const entries = () => world.rows('select 1 from feed_entry where event_id = $1', [event?.id]);
    await forgetWhatEnded(db);
    expect(await entries()).toHaveLength(1);
    await world.rows('update outbox_event set held = false where id = $1', [event?.id]);
    await forgetWhatEnded(db);
    expect(await entries()).toEqual([]);
    await world.rows('delete from outbox_event where id = $1', [event?.id]);
  });

  it('goes after what refers to it', async () => {
    const successor = await token(400, 'revoked');
    const replaced = await token(300, 'expired', successor);
    await forgetWhatEnded(db);
    expect(await kept('api_token', [replaced, successor])).toEqual([true, true]);
    await world.rows(`update api_token set expires_at = now() - interval '366 days' where id = $1`, [
      replaced,
    ]);
    await forgetWhatEnded(db);
    await forgetWhatEnded(db);
    expect(await kept('api_token', [replaced, successor])).toEqual([false, false]);
  });

  it('is not what a case was decided by', async () => {
    const ask = story.supplier.ask(story.id, { type: 'submit-application' });
    await expect(ask).rejects.toMatchObject({ status: 409 });
    const commands = () =>
      world.rows<{ status: string }>('select status from command where qualification_id = $1 order by 1', [
        story.id,
      ]);
    expect((await commands()).map(({ status }) => status)).toEqual(['done', 'refused']);
    await world.rows(
      `update command set recorded_at = now() - interval '366 days' where qualification_id = $1`,
      [story.id],
    );
    await forgetWhatEnded(db);
    expect((await commands()).map(({ status }) => status)).toEqual(['done']);
    expect(await story.faults()).toEqual([]);
  });
});
