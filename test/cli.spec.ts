import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cli } from '../apps/dev/src/cli/program.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

describe('the command line', () => {
  let world: World;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
  });
  afterAll(() => world.close());

  /** Runs it as somebody: exit code, what it said, what it complained of. */
  async function run(args: readonly string[], token?: string, url = testStack().apiUrl) {
    const said: string[] = [];
    const complaints: string[] = [];
    const out = { say: (line: string) => said.push(line), complain: (line: string) => complaints.push(line) };
    const env = { ...(url && { SELVEDGE_URL: url }), ...(token && { SELVEDGE_TOKEN: token }) };
    const code = await cli(args, { env, out, running: () => undefined });
    return { code, said: said.join('\n'), complaints: complaints.join('\n') };
  }
  const officer = (): string => world.parties.officer.token;
  const supplier = (): string => story.applicant.member.token;

  it('lists cases for people, and as the API gives them', async () => {
    const listed = await run(['cases', 'list', '--limit', '200'], supplier());
    expect(listed).toMatchObject({ code: 0, complaints: '' });
    expect(listed.said).toContain(story.id);
    const { said } = await run(['cases', 'list', '--json'], supplier());
    expect(JSON.parse(said)).toMatchObject({ items: [{ id: story.id }], next: null });
  });

  it('explains who must act by when and what happens if not', async () => {
    const { code, said } = await run(['cases', 'explain', story.id], supplier());
    expect(code).toBe(0);
    expect(said).toMatch(/who must act +on what +which +by +else/);
    expect(said).toMatch(/There is no score yet/);
    const { said: json } = await run(['--json', 'cases', 'explain', story.id], supplier());
    expect(JSON.parse(json)).toMatchObject({ qualification: { id: story.id }, score: { current: null } });
  });

  it('verifies the journal of a case', async () => {
    const { code, said } = await run(['verify', story.id], supplier());
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^ {2}whole: \d+ entries/) });
  });

  it('prints the feed to its end', async () => {
    const { code, said } = await run(['feed', 'tail', '--no-follow', '--json'], supplier());
    expect(code).toBe(0);
    const types = said.split('\n').map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toMatch(/^org\.selvedge\.qualification\./);
  });

  it('asks as a buyer whether it may order, and why not', async () => {
    const asked = ['approvals', 'ask', '--supplier', story.applicant.supplierId, '--category', 'TRIMS'];
    const { code, said } = await run(asked, world.parties.mill.requester.token);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^ {2}no: /) });
    expect((await run(asked, supplier())).code).toBe(1);
  });

  it('shows the office what became of messages', async () => {
    expect((await run(['messages', 'list', '--status', 'sent'], officer())).code).toBe(0);
    expect((await run(['messages', 'list', '--status', 'lost'], officer())).code).toBe(1);
    expect((await run(['messages', 'list'], supplier())).code).toBe(1);
  });

  it('says what the API refuses, with a pointer to what is wrong, and ends with 1', async () => {
    const hidden = await run(['cases', 'show', '00000000-0000-4000-8000-000000000000'], supplier());
    expect(hidden).toMatchObject({ code: 1, said: '', complaints: expect.stringContaining('404 not-found') });
    const forbidden = await run(['parked', 'list'], supplier());
    expect(forbidden).toMatchObject({ code: 1, complaints: expect.stringContaining('403') });
    const wrong = await run(['cases', 'list', '--limit', '0'], officer());
    expect(wrong).toMatchObject({ code: 1, complaints: expect.stringMatching(/422[^]*#\/limit: /) });
    const nobody = await run(['tasks', 'list'], 'svg_nobody');
    expect(nobody).toMatchObject({ code: 1, complaints: expect.stringContaining('401') });
  });

  it('ends with 2 when it is called wrongly or nobody answers', async () => {
    expect((await run(['cases', 'lost'], officer())).code).toBe(2);
    expect((await run(['webhooks', 'recover', story.id], officer())).complaints).toContain('--since');
    expect(await run(['tasks', 'list'])).toMatchObject({
      ...{ code: 2, complaints: 'set SELVEDGE_TOKEN to a token of yours' },
    });
    const away = await run(['tasks', 'list'], officer(), 'http://127.0.0.1:9');
    expect(away).toMatchObject({ code: 2, complaints: expect.stringContaining('cannot be reached') });
  });

  it('gives the token of the running stack to no other address', async () => {
    const complaints: string[] = [];
    const out = { say: () => undefined, complain: (line: string) => complaints.push(line) };
    const running = () => ({ url: testStack().apiUrl, token: officer() });
    const there = await cli(['--url', 'http://127.0.0.1:9', 'tasks', 'list'], { env: {}, out, running });
    expect({ there, complaints }).toEqual({
      there: 2,
      complaints: ['set SELVEDGE_TOKEN to a token of yours'],
    });
    expect(await cli(['tasks', 'list'], { env: {}, out, running })).toBe(0);
  });

  it('helps without a token', async () => {
    const { code, said } = await run(['--help']);
    expect(code).toBe(0);
    for (const group of ['cases', 'tasks', 'parked', 'webhooks', 'feed', 'verify', 'approvals', 'messages'])
      expect(said).toContain(group);
  });
});
