import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OperationsView, ScreeningListView } from '#contracts';
import { until, type ApiClient } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

interface Page {
  readonly items: readonly ScreeningListView[];
  readonly next: string | null;
}
const DENIED = { status: 403, code: 'role-not-allowed' };

describe('operations', () => {
  let world: World;
  let story: Story;
  let officer: ApiClient;
  const list = `SPEC-${randomUUID().slice(0, 8)}`;
  const task = randomUUID();
  beforeAll(async () => {
    world = await World.open();
    officer = world.parties.officer.api;
    story = await Story.open(world);
    await world.rows(
      `insert into screening_list_version (list, sha256, version, entries, digests, changes, loaded_at, settled_at, screened, concerned)
       select $1, repeat(n::text, 64), '2026-01-0' || n, 10 + n, '{"1": "secret"}', '{"added": ["1", "2"], "changed": [], "removed": ["3"]}',
              now() - make_interval(days => 5 - n), case when n < 3 then now() - make_interval(days => 5 - n) end, n, 0
         from generate_series(1, 3) n`,
      [list],
    );
    await world.rows(
      `insert into office_task (id, kind, subject) values ($1, 'anchor-file-cut', $1::uuid::text)`,
      [task],
    );
  });
  afterAll(async () => {
    await world.rows('delete from screening_list_version where list = $1', [list]);
    await world.rows('update office_task set closed_at = now() where id = $1', [task]);
    await world.rows('delete from command where qualification_id = $1 and status = $2', [
      story.id,
      'pending',
    ]);
    await world.close();
  });

  it('lists the editions of a list, newest first, with what changed and which one is in force', async () => {
    const found: ScreeningListView[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await officer.get<Page>(`/v1/screening-lists?limit=1&list=${list}${cursor}`);
      found.push(...items);
      if (!next) break;
      cursor = `&cursor=${next}`;
    }
    expect(found.map(({ version, entries, inForce }) => [version, entries, inForce])).toEqual([
      ['2026-01-03', 13, false],
      ['2026-01-02', 12, true],
      ['2026-01-01', 11, false],
    ]);
    expect(found[1]).toMatchObject({
      ...{ list, changes: { added: 2, changed: 0, removed: 1 }, screened: 2, concerned: 0 },
      ...{ loadedAt: expect.stringMatching(/Z$/), settledAt: expect.stringMatching(/Z$/) },
    });
    expect(found[0]?.settledAt).toBeNull();
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('say what is loaded, what waits, and how far the journal is anchored', async () => {
    await world.rows(
      `insert into command (id, qualification_id, type, status, request_digest, retry_at, recorded_at)
       values (gen_random_uuid(), $1, 'approve', 'pending', '', now() + interval '1 day', now() - interval '3 minutes')`,
      [story.id],
    );
    const seen = await officer.get<OperationsView>('/v1/operations');
    expect(seen.screeningLists).toContainEqual(
      expect.objectContaining({ list, version: '2026-01-03', settledAt: null }),
    );
    const year = new Date().getUTCFullYear();
    expect(seen.holidays.loaded).toEqual(expect.arrayContaining([year, year + 1]));
    expect(seen.holidays.missing).toEqual([]);
    expect(seen.officeTasks['anchor-file-cut']).toBeGreaterThan(0);
    expect(seen.commands.waiting).toBeGreaterThan(0);
    expect(seen.commands.oldestAt).toMatch(/Z$/);
    expect(seen.events.parked).toBeGreaterThanOrEqual(0);
    // The worker of this run anchors every second.
    const { journal } = await until(
      () => officer.get<OperationsView>('/v1/operations'),
      (now) => now.journal.lastAnchorAt !== null,
    );
    expect(journal).toMatchObject({ anchoredLines: expect.any(Number), waiting: expect.any(Number) });
  });

  it('are for the programme office alone, each in one statement', async () => {
    const { auditor, mill, reviewer } = world.parties;
    for (const path of ['/v1/operations', '/v1/screening-lists']) {
      for (const { api } of [story.applicant.member, auditor, mill.approver])
        expect(await refusal(api.get(path))).toEqual(DENIED);
      expect(await reviewer.api.request('GET', path)).toMatchObject({ statements: 5, flights: 2 });
    }
    expect(await refusal(officer.get('/v1/screening-lists?cursor=x'))).toMatchObject({
      code: 'invalid-cursor',
    });
  });
});
