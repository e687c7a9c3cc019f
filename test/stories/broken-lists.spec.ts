import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureListsDir } from '#screening';
import { until } from '../../apps/dev/src/play/api-client.js';
import { openSecondWorld, type SecondWorld } from '../support/second-stack.js';
import { Story } from '../support/story.js';
import { refusal, type World } from '../support/world.js';

describe('a sanctions check that cannot run', () => {
  const lists = join(mkdtempSync(join(tmpdir(), 'selvedge-lists-')), 'lists');
  let second: SecondWorld;
  let world: World;
  let story: Story;
  beforeAll(async () => {
    second = await openSecondWorld({ SCREENING_LISTS_DIR: lists });
    world = second.world;
    story = await (await Story.open(world)).submit();
    await world.parties.officer.api.ask(story.id, { type: 'accept-application' });
  });
  afterAll(async () => {
    await second.close();
    rmSync(join(lists, '..'), { recursive: true, force: true });
  });

  const failedRuns = (n: number) => story.until(({ checks }) => checks['sanctions']?.errors === n);

  it('is ERROR and never PASS, and the case waits', async () => {
    const seen = await failedRuns(1);
    expect(seen).toMatchObject({ stage: 'application', substate: 'screening' });
    expect(seen.checks).toMatchObject({ sanctions: { verdict: 'ERROR' }, duplicate: { verdict: 'PASS' } });
    const waive = { type: 'resolve-check', check: 'sanctions', verdict: 'WAIVED' } as const;
    const early = world.parties.officer.api.ask(story.id, waive);
    expect(await refusal(early)).toMatchObject({ status: 409, code: 'check-not-awaiting-officer' });
  });

  it('is run again after a quarter of an hour, one, four, twelve and twenty-four', async () => {
    for (const [index, hours] of [0.25, 1, 4, 12, 24].entries()) {
      const { deadlines, caseTime } = await failedRuns(index + 1);
      const [retry] = deadlines.filter(({ kind }) => kind === 'check-retry');
      expect((Date.parse(retry?.dueAt ?? '') - Date.parse(caseTime)) / 3_600_000).toBeCloseTo(hours, 1);
      await world.pass(story.id, { hours: hours + 0.01 });
    }
    await failedRuns(6);
  });

  it('is then an officer’s task, who may waive it', async () => {
    const { checks, ballHolders } = await story.see();
    expect(checks).toMatchObject({ sanctions: { verdict: 'ERROR', errors: 6 } });
    expect(ballHolders.map(({ what, subject }) => `${what} ${subject}`)).toContain('resolve-check sanctions');
    expect(await story.events('check-awaits-officer')).toHaveLength(1);
    await world.parties.officer.api.ask(story.id, {
      ...{ type: 'resolve-check', check: 'sanctions', verdict: 'WAIVED', note: 'Searched by hand.' },
    });
    expect(await story.reaches('running')).toMatchObject({ stage: 'assessment' });
    expect(await story.faults()).toEqual([]);
  });

  it('passes by itself once the lists are there again', async () => {
    const other = await (await Story.open(world)).submit();
    await world.parties.officer.api.ask(other.id, { type: 'accept-application' });
    await other.until(({ checks }) => checks['sanctions']?.verdict === 'ERROR');
    cpSync(fixtureListsDir, lists, { recursive: true });
    await world.pass(other.id, { hours: 0.26 });
    expect(await other.reaches('running')).toMatchObject({ checks: { sanctions: { verdict: 'PASS' } } });
  });

  type Edition = Record<'screened' | 'concerned', number> & { changes: Record<string, string[]> };
  const editions = (): Promise<Edition[]> =>
    world.rows<Edition>(
      `select changes, screened, concerned from screening_list_version
        where list = 'OFAC-SDN' and settled_at is not null order by settled_at`,
    );

  it('runs again for those alone whom a new edition may mean', async () => {
    const listed = await (await Story.open(world)).accept();
    const before = await until(editions, (kept) => kept.length === 1);
    expect(before[0]?.changes['removed']).toEqual([]);
    const row = `900099,"${listed.applicant.profile.name}",-0- ,"INVENTED"${',-0- '.repeat(8)}\n`;
    const file = join(lists, 'ofac_sdn.csv');
    writeFileSync(`${file}.new`, row + readFileSync(file, 'utf8'));
    renameSync(`${file}.new`, file);
    await listed.until(({ checks }) => checks['sanctions']?.verdict === 'POTENTIAL');
    const [, after] = await until(editions, (kept) => kept.length === 2);
    expect(after).toMatchObject({
      ...{ screened: 3, concerned: 1 },
      changes: { added: ['900099'], changed: [], removed: [] },
    });
    expect(await story.see()).toMatchObject({ checks: { sanctions: { verdict: 'WAIVED' } } });
    const told = await world.rows(`select subject from office_task where kind = 'list-changed'`);
    expect(told).toMatchObject([
      {
        subject: expect.stringMatching(
          /^OFAC-SDN .*: 1 added, 0 changed, 0 removed, 3 screened, 1 concerned$/,
        ),
      },
    ]);
  });
});
