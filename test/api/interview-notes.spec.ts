import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, readKeyring, statement, UnsealingError } from '#persistence';
import { registryOf } from '../../apps/dev/src/play/parties.js';
import * as roles from '../../apps/dev/src/play/roles.js';
import { JSON_TYPE, raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { tamper } from '../support/tampering.js';
import { refusal, testStack, World } from '../support/world.js';

const TOLD = 'The supervisor counts our visits to the toilet.';
const TOLD_MORE = 'The supervisor counts our visits to the toilet, and fines us.';

interface Note {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly version: number;
  readonly writtenBy: string;
}

describe('notes of interviews with workers', () => {
  let world: World;
  let story: Story;
  let note: string;
  const id = randomUUID();
  beforeAll(async () => {
    world = await World.open();
    story = await (await Story.open(world)).accept();
    note = `${story.path}/interview-notes/${id}`;
    await story.supplier.ask(story.id, { type: 'grant-consent', buyerId: world.parties.mill.organisationId });
    await roles.goOnSite(world.parties, story.applicant, story.id);
  });
  afterAll(() => world?.close());

  const list = async (api: Story['supplier'], query = '') =>
    api.get<{ items: Note[]; next: string | null }>(`${story.path}/safeguarding-notes${query}`);
  const put = (token: string, headers: Record<string, string>, body: unknown = { text: TOLD }, path = note) =>
    raw('PUT', path, { token, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
  const sealedRows = () =>
    world.rows<{ sealed: string; version: number }>(
      'select sealed, version from safeguarding_note where id = $1 order by version',
      [id],
    );

  it('are written by the assigned auditor, version by version, and read as they stand', async () => {
    const { auditor } = world.parties;
    expect(await auditor.api.put(note, { text: TOLD })).toBe(1);
    expect(await auditor.api.put(note, { text: TOLD_MORE }, 1)).toBe(2);
    expect((await list(auditor.api)).items).toEqual([
      expect.objectContaining({
        id,
        kind: 'interview',
        text: TOLD_MORE,
        version: 2,
        writtenBy: auditor.personId,
      }),
    ]);
    expect(await sealedRows()).toHaveLength(2);
  });

  it('cost one data statement in one flight', async () => {
    const { auditor } = world.parties;
    const path = `${story.path}/interview-notes/${randomUUID()}`;
    const answer = await auditor.api.request('PUT', path, { text: TOLD }, { 'if-none-match': '*' });
    expect([answer.statements, answer.flights]).toEqual([5, 2]);
  });

  it('are not overwritten blindly, and the conflict tells no text', async () => {
    const { token } = world.parties.auditor;
    expect((await put(token, {})).status).toBe(428);
    const late = await put(token, { 'if-match': '"1"' });
    expect(late).toMatchObject({ status: 412 });
    expect(late.headers.get('etag')).toBe('"2"');
    expect(late.text).not.toContain('supervisor');
    expect((await put(token, { 'if-none-match': '*' })).status).toBe(412);
    expect(await sealedRows()).toHaveLength(2);
  });

  it('are refused when they are empty, too long or under no id', async () => {
    const { token } = world.parties.auditor;
    for (const text of ['', ' ', 'a'.repeat(10_001), 'bell\u0007'])
      expect((await put(token, { 'if-match': '"2"' }, { text })).body).toMatchObject({
        status: 422,
        errors: [{ pointer: '#/text' }],
      });
    const nowhere = await put(token, { 'if-match': '"2"' }, undefined, `${story.path}/interview-notes/one`);
    expect(nowhere.status).toBe(422);
    expect(await sealedRows()).toHaveLength(2);
  });

  it('are read by the office, and by nobody else whatever they have to do with the case', async () => {
    const { officer, reviewer, otherAuditor, auditor, mill } = world.parties;
    for (const { api } of [officer, reviewer]) expect((await list(api)).items).toHaveLength(2);
    const beside = await registryOf(world.parties).member(auditor.organisationId, 'Beside', 'auditor');
    for (const { api } of [story.applicant.member, mill.requester, mill.approver, beside])
      expect(await refusal(list(api))).toMatchObject({ status: 403 });
    expect(await refusal(list(otherAuditor.api))).toMatchObject({ status: 404 });
    for (const { token } of [story.applicant.member, mill.requester, beside, officer])
      expect((await put(token, { 'if-match': '"2"' })).status).toBe(403);
    expect((await put(otherAuditor.token, { 'if-match': '"2"' })).status).toBe(404);
    expect(await sealedRows()).toHaveLength(2);
  });

  it('are listed page by page', async () => {
    const first = await list(world.parties.officer.api, '?limit=1');
    const second = await list(world.parties.officer.api, `?limit=1&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((item) => item.id).sort()).toHaveLength(2);
    expect(second.next).toBeNull();
  });

  it('do not open with the other key, nor in another place', async () => {
    const [row] = await sealedRows();
    const place = `interview/${story.id}/${id}`;
    const safeguarding = readKeyring(process.env.SAFEGUARDING_KEYS ?? '');
    expect(await safeguarding.open(row?.sealed ?? '', place)).toBe(TOLD);
    await expect(safeguarding.open(row?.sealed ?? '', `${place}x`)).rejects.toThrow(UnsealingError);
    const others = readKeyring(process.env.SEALING_KEYS ?? '');
    await expect(others.open(row?.sealed ?? '', place)).rejects.toThrow(UnsealingError);
    const table = await world.rows('select to_jsonb(n)::text from safeguarding_note n');
    expect(JSON.stringify(table)).not.toContain('supervisor');
  });

  it('are kept by the database as well from everybody but the auditor and the office', async () => {
    const { auditor, officer, mill, otherAuditor } = world.parties;
    const db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    const count = statement(
      'count-notes',
      'select count(*)::int as seen from safeguarding_note where id = $1',
    );
    const write = statement(
      'foreign-note',
      `insert into safeguarding_note (id, version, qualification_id, kind, sealed, salt, digest, written_by, organisation_id, occurred_at)
       values (gen_random_uuid(), 1, $1, 'interview', 'x', '', '', $2, $3, now())`,
    );
    try {
      for (const member of [auditor, officer, story.applicant.member, mill.requester, otherAuditor]) {
        const { personId, organisationId } = member;
        const scope = { personId, organisationId };
        const seen = member === auditor || member === officer ? 2 : 0;
        expect(await db.run(scope, count, [id])).toEqual([{ seen }]);
        if (member !== auditor)
          await expect(db.run(scope, write, [story.id, personId, organisationId])).rejects.toMatchObject({
            code: '42501',
          });
      }
    } finally {
      await db.close();
    }
  });

  it('are closed with the audit and sealed into the journal by its submission', async () => {
    const { auditor, reviewer } = world.parties;
    await roles.answerAll(world.parties, story.id);
    await auditor.api.ask(story.id, { type: 'submit-audit' });
    expect((await put(auditor.token, { 'if-match': '"2"' })).body).toMatchObject({
      status: 409,
      code: 'paper-not-open',
    });
    const submitted = (await story.journal()).find(({ entry }) => entry.command === 'submit-audit');
    expect(submitted?.entry).toHaveProperty('interviewNotes.digest');
    expect(await story.faults()).toEqual([]);
    await story.reaches('review');
    await reviewer.api.ask(story.id, { type: 'pass-review' });
    const told = JSON.stringify(await story.supplier.get(`${story.path}/journal?limit=200`));
    expect(told).toContain('submit-audit');
    expect(told).not.toContain('interviewNotes');
  });

  it('are missed by the verification when somebody with every right changes one', async () => {
    const become = (digest: string) =>
      tamper(world, `update safeguarding_note set digest = ${digest} where id = $1 and version = 1`, [id]);
    const [before] = await world.rows<{ digest: string }>(
      `select encode(digest, 'hex') as digest from safeguarding_note where id = $1 and version = 1`,
      [id],
    );
    await become(`sha256('other')`);
    expect(JSON.stringify(await story.faults())).toContain('interview-notes-changed');
    await become(`decode('${before?.digest}', 'hex')`);
    expect(await story.faults()).toEqual([]);
  });
});
