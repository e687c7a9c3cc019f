import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsentSection } from '#domain';
import { CaseStore, openDatabase, statement, type Database } from '#persistence';
import { registryOf, type Firm } from '../apps/dev/src/play/parties.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

describe('consent in the tables', () => {
  let world: World;
  let story: Story;
  let db: Database;
  let firms: (name: string) => Promise<Firm>;
  beforeAll(async () => {
    world = await World.open();
    const registry = registryOf(world.parties);
    firms = (name) => registry.firm(name, 'Rita', 'Arno');
    story = await (await Story.open(world)).submit();
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  const grant = (buyer: Firm, more: { sections?: ConsentSection[]; validUntil?: string } = {}) =>
    story.supplier.ask(story.id, { type: 'grant-consent', buyerId: buyer.organisationId, ...more });
  const runOut = (buyer: Firm) =>
    world.rows(
      `update consent set valid_until = now() - interval '1 second' where qualification_id = $1 and buyer_id = $2`,
      [story.id, buyer.organisationId],
    );
  const in30Days = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString();
  const ITEMS = statement('items', 'select item from fact where qualification_id = $1 order by item');
  const SEES = statement('sees', 'select sees_section($1, $2) as sees, consented_sections($1) as sections');
  const items = async (firm: Firm) => {
    const { personId } = firm.requester;
    const actor = { personId, organisationId: firm.organisationId };
    return (await db.run<{ item: string }>(actor, ITEMS, [story.id])).map(({ item }) => item);
  };

  it('shows the rows of its sections, ends with its end, and comes back when it is given again', async () => {
    const buyer = await firms('Rows Ltd');
    const actor = { personId: buyer.requester.personId, organisationId: buyer.organisationId };
    expect(await items(buyer)).toEqual([]);
    await grant(buyer, { sections: ['tax', 'profile', 'documents'] });
    expect(await items(buyer)).toEqual(['profile', 'tax']);
    expect(await db.run(actor, SEES, [story.id, 'documents'])).toEqual([
      { sees: true, sections: ['tax', 'profile', 'documents'] },
    ]);
    expect(await db.run(actor, SEES, [story.id, 'owners'])).toMatchObject([{ sees: false }]);
    await runOut(buyer);
    expect(await items(buyer)).toEqual([]);
    expect(await db.run(actor, SEES, [story.id, 'documents'])).toEqual([{ sees: false, sections: [] }]);
    await grant(buyer, { sections: ['site'] });
    await runOut(buyer);
    expect(await items(buyer)).toEqual([]);
    await grant(buyer, { validUntil: in30Days() });
    expect(await items(buyer)).toEqual(['site']);
  });

  it('that ended after the API let a command through refuses it, and the case goes on', async () => {
    const buyer = await firms('Racing Ltd');
    await grant(buyer);
    await runOut(buyer);
    const store = new CaseStore(db);
    const request = {
      ...{
        qualificationId: story.id,
        commandId: randomUUID(),
        command: { type: 'request-approval' } as const,
      },
      by: { personId: buyer.requester.personId, organisationId: buyer.organisationId },
      occurredAt: new Date().toISOString(),
    };
    const refused = { outcome: 'refused', refusal: { code: 'not-your-case' } };
    expect(await store.commit(request)).toMatchObject({ result: refused });
    expect(await store.commit(request)).toMatchObject({ result: refused });
    expect(await world.rows('select status from command where id = $1', [request.commandId])).toEqual([
      { status: 'refused' },
    ]);
  });

  it('lets nobody write a consent or a party but a decision on the case', async () => {
    const buyer = await firms('Forger Ltd');
    const actor = { personId: buyer.requester.personId, organisationId: buyer.organisationId };
    const forge = statement(
      'forge-consent',
      `insert into consent (qualification_id, buyer_id, sections, given_at, valid_until)
       values ($1, $2, '{tax}', now(), now() + interval '1 day')`,
    );
    await expect(db.run(actor, forge, [story.id, buyer.organisationId])).rejects.toMatchObject({
      code: '42501',
    });
    await grant(buyer, { sections: ['profile'] });
    const widen = statement(
      'widen-consent',
      `update consent set sections = '{tax}' where qualification_id = $1 returning buyer_id`,
    );
    const stay = statement(
      'stay-party',
      'update qualification_party set by_consent = false where qualification_id = $1 returning relation',
    );
    expect(await db.run(actor, widen, [story.id])).toEqual([]);
    expect(await db.run(actor, stay, [story.id])).toEqual([]);
  });
});
