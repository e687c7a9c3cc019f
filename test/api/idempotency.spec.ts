import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { patiently, whenAnswered } from '../support/in-flight.js';
import { JSON_TYPE } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

describe('a command that is sent more than once', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const send = async (story: Story, key: string, command: object, token = story.applicant.member.token) => {
    const headers = { ...JSON_TYPE, 'idempotency-key': key };
    const body = JSON.stringify(command);
    const answer = await patiently('POST', `${story.path}/commands`, { token, headers, body });
    return { ...answer.body, status: answer.status };
  };
  const consent = (world: World) => ({ type: 'grant-consent', buyerId: world.parties.mill.organisationId });
  const commandsIn = async (story: Story) => (await story.journal()).map(({ entry }) => entry.command);

  it('is decided once and answered the same', async () => {
    const story = await Story.open(world);
    const key = randomUUID();
    const first = await send(story, key, consent(world));
    expect(first).toMatchObject({ status: 200, seq: 2 });
    await story.supplier.ask(story.id, {
      type: 'withdraw-consent',
      buyerId: world.parties.mill.organisationId,
    });
    expect(await send(story, key, consent(world))).toEqual(first);
    expect(await send(story, `"${key}"`, consent(world))).toEqual(first);
    expect(await commandsIn(story)).toEqual(['open', 'grant-consent', 'withdraw-consent']);
  });

  it('is decided once when twenty come at the same time', async () => {
    const story = await Story.open(world);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(story, key, consent(world))));
    expect(answers[0]).toMatchObject({ status: 200, seq: 2 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await commandsIn(story)).toEqual(['open', 'grant-consent']);
    const rows = await world.rows('select 1 from command where qualification_id = $1', [story.id]);
    expect(rows).toHaveLength(2);
  });

  it('is refused when the same key comes with another body, and changes nothing', async () => {
    const story = await Story.open(world);
    const key = randomUUID();
    await send(story, key, consent(world));
    const other = { type: 'grant-consent', buyerId: world.parties.brand.organisationId };
    expect(await send(story, key, other)).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect((await story.see()).consents).toEqual([world.parties.mill.organisationId]);
  });

  it('is never answered with the outcome of another body, not even when both come at once', async () => {
    const story = await Story.open(world);
    const { mill, brand } = world.parties;
    for (let round = 0; round < 5; round += 1) {
      const key = randomUUID();
      const both = [mill, brand].map(({ organisationId: buyerId }) =>
        send(story, key, { type: round % 2 ? 'withdraw-consent' : 'grant-consent', buyerId }),
      );
      const answers = await Promise.all(both);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      // The one that was told yes is the one that was done; the other follows under a key of its own.
      const { consents } = await story.see();
      const done = [mill, brand][answers.findIndex(({ status }) => status === 200)];
      expect(consents.includes(done?.organisationId ?? '')).toBe(round % 2 === 0);
      const type = round % 2 ? 'withdraw-consent' : 'grant-consent';
      const other = done === mill ? brand : mill;
      await story.supplier.ask(story.id, { type, buyerId: other.organisationId });
    }
  });

  it('may use a key that another person, or another case, has used', async () => {
    const [story, other] = [await Story.open(world), await Story.open(world)];
    const key = randomUUID();
    expect(await send(story, key, consent(world))).toMatchObject({ status: 200 });
    expect(await send(other, key, consent(world))).toMatchObject({ status: 200, qualificationId: other.id });
    const withdraw = { type: 'withdraw', reason: 'cost' };
    const officer = await send(story, key, withdraw, world.parties.officer.token);
    expect(officer).toMatchObject({ status: 200, seq: 3 });
  });

  it('keeps its refusal under its key, also when the case would allow it later', async () => {
    const story = await Story.open(world);
    const [byFacts, byState] = [randomUUID(), randomUUID()];
    const { officer } = world.parties;
    const submit = { type: 'submit-application' };
    const accept = { type: 'accept-application' };
    const refused = await send(story, byFacts, submit);
    expect(refused).toMatchObject({ status: 409, code: 'application-incomplete' });
    const early = await send(story, byState, accept, officer.token);
    expect(early).toMatchObject({ status: 409, code: 'stage-does-not-allow' });
    await fillIn(story.applicant, story.id);
    expect(await send(story, byFacts, submit)).toEqual(refused);
    expect(await send(story, randomUUID(), submit)).toMatchObject({ status: 200 });
    expect(await send(story, byState, accept, officer.token)).toEqual(early);
    expect(await send(story, randomUUID(), accept, officer.token)).toMatchObject({ status: 200 });
  });

  it('tells what became of it to its own organisation and to nobody else', async () => {
    const story = await Story.open(world);
    const { commandId } = (await send(story, randomUUID(), consent(world))) as unknown as {
      commandId: string;
    };
    const path = `/v1/commands/${commandId}`;
    expect(await story.supplier.get(path)).toMatchObject({ status: 'done', type: 'grant-consent', seq: 2 });
    const refused = refusal(world.parties.mill.requester.api.get(path));
    expect(await refused).toEqual({ status: 404, code: 'not-found' });
  });
});

describe('a creation that is sent more than once', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('makes one organisation, and refuses another body under its key', async () => {
    const { api } = world.parties.officer;
    const key = randomUUID();
    const make = (name: string) =>
      api.post<{ id: string }>('/v1/organisations', { kind: 'buyer', name }, key);
    const made = await Promise.all(
      Array.from({ length: 5 }, () => whenAnswered(() => make('Once Only Garments'))),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await refusal(make('Twice Garments'))).toEqual({ status: 422, code: 'idempotency-key-reused' });
  });

  it('opens one case, also when it comes again after that case is over', async () => {
    const { applicant } = await Story.open(world);
    const { supplierId, siteId, member } = applicant;
    const body = {
      supplierId,
      siteId,
      category: 'CHEMICALS',
      schemeVersionId: world.parties.schemeVersionId,
    };
    const key = randomUUID();
    const open = () =>
      whenAnswered(() => member.api.post<{ qualificationId: string }>('/v1/qualifications', body, key));
    const opened = await Promise.all([open(), open(), open()]);
    const [{ qualificationId } = { qualificationId: '' }] = opened;
    for (const answer of opened) expect(answer).toEqual(opened[0]);
    await member.api.ask(qualificationId, { type: 'withdraw', reason: 'cost' });
    expect(await open()).toEqual(opened[0]);
    expect(await member.api.case(qualificationId)).toMatchObject({
      substate: 'withdrawn',
      over: true,
      seq: 2,
    });
    expect(
      await refusal(member.api.post('/v1/qualifications', { ...body, category: 'LEATHER' }, key)),
    ).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
  });
});
