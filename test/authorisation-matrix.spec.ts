import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  AUTHORISATION,
  buyerWith,
  type ConsentSection,
  DEFAULT_CONSENT_SECTIONS,
  type OperationId,
  type Relation,
  type Scope,
} from '#domain';
import { registryOf } from '../apps/dev/src/play/parties.js';
import * as roles from '../apps/dev/src/play/roles.js';
import { startApart } from './support/apart.js';
import { expected, NOTHING, outcome, type Actor, type Answer } from './support/matrix-outcomes.js';
import { BODIES, headersOf, pathOf, type Owner } from './support/matrix-requests.js';
import { raw } from './support/raw.js';
import { openSession } from './support/browser-session.js';
import { Story } from './support/story.js';
import { testStack, World } from './support/world.js';

interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
}
const OPENED: ConsentSection[] = [...DEFAULT_CONSENT_SECTIONS, 'documents'];
const BUYS: Relation[] = ['buying-requester', 'buying-member'];
const BUYER: Relation[] = ['buyer', 'requester', 'inspector', 'acquaintance'];
const SUPPLIER: Relation[] = ['member', 'supplier'];

const WEBHOOK_OPERATIONS: readonly OperationId[] = Object.keys(AUTHORISATION)
  .filter((id) => id.includes('Webhook'))
  .map((id) => id as OperationId);

/** Questions that change nothing, several at a time. */
async function sideBySide<T>(all: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  const asker = async (): Promise<void> => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await ask(one);
  };
  await Promise.all(Array.from({ length: 6 }, asker));
}

describe('the authorisation matrix', () => {
  let world: World;
  let operations: readonly Operation[];
  let actors: readonly Actor[];
  let owners: readonly [Owner, Owner];
  /** Words that only those may read who have to do with the supplier. */
  let canaries: readonly [string[], string[]];

  beforeAll(async () => {
    world = await World.open();
    const { parties } = world;
    const first = await (await Story.open(world)).accept();
    const second = await Story.open(world);
    await roles.goOnSite(parties, first.applicant, first.id);
    const { mill, brand } = parties;
    await first.supplier.ask(first.id, {
      type: 'grant-consent',
      buyerId: mill.organisationId,
      sections: OPENED,
    });
    await first.supplier.ask(first.id, { type: 'grant-consent', buyerId: brand.organisationId });
    await first.supplier.ask(first.id, { type: 'withdraw-consent', buyerId: brand.organisationId });
    const registry = registryOf(parties);
    const narrow = await registry.firm('Narrow Trading', 'Nora', 'Nils');
    const late = await registry.firm('Late Trading', 'Lara', 'Lars');
    const onlyProfile = { buyerId: narrow.organisationId, sections: ['profile' as const] };
    await first.supplier.ask(first.id, { type: 'grant-consent', ...onlyProfile });
    await first.supplier.ask(first.id, { type: 'grant-consent', buyerId: late.organisationId });
    // It ran out a second ago, and no clock has noticed.
    await world.rows(
      `update consent set valid_until = now() - interval '1 second' where qualification_id = $1 and buyer_id = $2`,
      [first.id, late.organisationId],
    );
    const schemes = await world.rows<{ id: string }>(
      'select scheme_id as id from scheme_version where id = $1',
      [parties.schemeVersionId],
    );
    const documentsOf = async (supplierId: string, personId: string, caseId: string) => {
      const [document, upload] = await world.rows<{ id: string }>(
        `insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size, status)
         select gen_random_uuid(), $1, $2, $1, 'Lease.pdf', 'application/pdf', 100, status
           from unnest(array['quarantined', 'receiving']) status returning id`,
        [supplierId, personId],
      );
      const [link] = await world.rows<{ id: string }>(
        `insert into document_link (id, document_id, qualification_id, target, item, organisation_id, linked_by)
         values (gen_random_uuid(), $1, $2, 'section', 'profile', $3, $4) returning id`,
        [document!.id, caseId, supplierId, personId],
      );
      return { documentId: document!.id, uploadId: upload!.id, linkId: link!.id };
    };
    /** An endpoint that nobody listens at, and something that was sent to it. */
    const webhooksOf = async (supplierId: string, personId: string) => {
      const [webhookEndpointId, webhookDeliveryId] = [randomUUID(), randomUUID()];
      await returnEndpoint({ supplierId, personId, webhookEndpointId, webhookDeliveryId });
      return { webhookEndpointId, webhookDeliveryId };
    };
    const ownerOf = async ({ id, applicant }: Story): Promise<Owner> => {
      const { supplierId, siteId, profile, member } = applicant;
      const leaver = await registry.member(supplierId, 'Leaver', 'supplier');
      const [spare] = await world.rows<{ id: string }>(
        `insert into api_token (id, person_id, organisation_id, token_hash, prefix, expires_at, scopes)
         values (gen_random_uuid(), $1, $2, sha256(random()::text::bytea), 'svg_spare', now() + interval '1 hour', '{read}') returning id`,
        [member.personId, supplierId],
      );
      const { id: sessionId } = await openSession(world, member);
      const invited = {
        name: 'Invited',
        roles: ['supplier'],
        contact: { email: `${member.personId}@example.org` },
      };
      const at = `/v1/organisations/${supplierId}/invitations`;
      const invitation = await parties.officer.api.post<{ id: string }>(at, invited);
      const [command] = await world.rows<{ id: string }>(
        'select id from command where qualification_id = $1 and organisation_id = $2 limit 1',
        [id, supplierId],
      );
      return {
        ...{ supplierId, siteId, caseId: id, category: profile.category, personId: member.personId },
        ...{ leaverId: leaver.personId, tokenId: spare!.id, sessionId, identityId: randomUUID() },
        ...{ invitationId: invitation.id, commandId: command!.id },
        ...{ schemeId: schemes[0]!.id, schemeVersionId: parties.schemeVersionId },
        ...(await documentsOf(supplierId, member.personId, id)),
        ...(await webhooksOf(supplierId, member.personId)),
      };
    };
    owners = [await ownerOf(first), await ownerOf(second)];
    canaries = await Promise.all(
      [first, second].map(async (story) => {
        const { caseNumber } = await story.see();
        return [caseNumber, story.applicant.profile.name];
      }),
    ).then(([a = [], b = []]) => [a, b] as const);
    const colleague = await registry.member(first.applicant.supplierId, 'Colleague', 'supplier');
    const managerOf = (owner: Owner) => registry.member(owner.supplierId, 'Manager', 'administrator');
    const manages: Relation[] = ['member', 'colleague', 'administrator'];
    const atFirm = await registry.member(parties.auditor.organisationId, 'Beside', 'auditor');
    const stranger = await registry.firm('Stranger Trading', 'Stig', 'Tora');
    const machine = async (...scopes: Scope[]): Promise<Actor> => {
      const { supplierId, member } = first.applicant;
      const { token } = await parties.officer.api.post<{ token: string }>(
        `/v1/people/${member.personId}/tokens`,
        {
          ...{ organisationId: supplierId, expiresInDays: 1, scopes },
        },
      );
      return { name: `machine to ${scopes.join()}`, token, scopes, to: [[...SUPPLIER, 'self'], NOTHING] };
    };
    const machines = [await machine('read'), await machine('read', 'write', 'decide')];
    const firm: Relation[] = ['audit-firm', 'acquaintance'];
    const office: Relation[] = ['programme-office'];
    actors = [
      { name: 'anonymous', to: [NOTHING, NOTHING] },
      { name: 'supplier', token: first.applicant.member.token, to: [[...SUPPLIER, 'self'], NOTHING] },
      { name: 'colleague', token: colleague.token, to: [[...SUPPLIER, 'colleague'], NOTHING] },
      {
        name: 'administrator',
        token: (await managerOf(owners[0])).token,
        to: [manages, NOTHING],
        always: ['managing'],
      },
      {
        name: 'other administrator',
        token: (await managerOf(owners[1])).token,
        to: [NOTHING, manages],
        always: ['managing'],
      },
      { name: 'other supplier', token: second.applicant.member.token, to: [NOTHING, [...SUPPLIER, 'self']] },
      {
        name: 'assigned auditor',
        token: parties.auditor.token,
        to: [[...firm, 'assigned-auditor'], NOTHING],
      },
      { name: "auditor's colleague", token: atFirm.token, to: [firm, NOTHING] },
      { name: 'other auditor', token: parties.otherAuditor.token, to: [NOTHING, NOTHING] },
      {
        ...{ name: 'buyer with consent', token: mill.requester.token, always: BUYS },
        to: [[...BUYER, ...OPENED.map(buyerWith)], NOTHING],
      },
      {
        ...{ name: 'its approver', token: mill.approver.token, always: ['buying-approver', 'buying-member'] },
        to: [['buyer', 'acquaintance', ...OPENED.map(buyerWith)], NOTHING],
      },
      {
        ...{ name: 'buyer with consent to the profile only', token: narrow.requester.token, always: BUYS },
        to: [[...BUYER, 'buyer-with-profile'], NOTHING],
      },
      {
        name: 'buyer whose consent ran out',
        token: late.requester.token,
        always: BUYS,
        to: [NOTHING, NOTHING],
      },
      { name: 'revoked buyer', token: brand.requester.token, always: BUYS, to: [NOTHING, NOTHING] },
      {
        name: 'buyer without consent',
        token: stranger.requester.token,
        always: BUYS,
        to: [NOTHING, NOTHING],
      },
      {
        name: 'officer',
        token: parties.officer.token,
        to: [
          [...office, 'officer'],
          [...office, 'officer'],
        ],
      },
      ...machines,
      {
        name: 'reviewer',
        token: parties.reviewer.token,
        to: [
          [...office, 'reviewer'],
          [...office, 'reviewer'],
        ],
      },
    ];
    const document = (await raw('GET', '/openapi.json')).body as unknown as {
      paths: Record<string, Record<string, { operationId: OperationId }>>;
    };
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId }]) => ({
        ...{ id: operationId, method: method.toUpperCase(), path },
      })),
    );
  });
  afterAll(() => world.close());

  async function ask(
    base: string,
    { id, method, path }: Operation,
    actor: Actor,
    owner: Owner,
  ): Promise<Answer> {
    const body = BODIES[id]?.(owner);
    const response = await fetch(base + pathOf(path, owner, id), {
      method,
      redirect: 'manual',
      headers: {
        ...(actor.token && { authorization: `Bearer ${actor.token}` }),
        ...headersOf(body, method),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const endless = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (endless) await response.body?.cancel();
    return { status: response.status, text: endless ? '' : await response.text() };
  }

  interface Cell {
    readonly operation: Operation;
    readonly actor: Actor;
    readonly owner: 0 | 1;
  }
  const cells = (): readonly Cell[] =>
    operations.flatMap((operation) =>
      actors.flatMap((actor) => ([0, 1] as const).map((owner) => ({ operation, actor, owner }))),
    );

  /** Whether it asks for something of an owner; what names none is the same request of both. */
  const isOfOwner = ({ id, path }: Operation): boolean =>
    pathOf(path, owners[0], id) !== path || (BODIES[id]?.length ?? 0) > 0;

  /** Everything of one supplier, but for what the case and its deliveries do by themselves: nobody who has nothing to do with it may change it. */
  async function rowsOf({ supplierId, caseId, webhookEndpointId }: Owner): Promise<readonly string[]> {
    const rows = await world.rows<{ line: string }>(
      `select line from (
         select o::text as line from organisation o where o.id = $1
         union all select s::text from site s where s.supplier_id = $1
         union all select m::text from membership m where m.organisation_id = $1
         union all select (t.id, t.revoked_at)::text from api_token t where t.organisation_id = $1
         union all select (i.id, i.sends, i.revoked_at)::text from invitation i where i.organisation_id = $1
         union all select c::text from person_contact c join membership m using (person_id) where m.organisation_id = $1
         union all select (s.id, s.token_hash, s.ended_at)::text from session s where s.organisation_id = $1
         union all select i::text from identity i join membership m on m.person_id = i.person_id and m.organisation_id = $1
         union all select (q.state - '{checks,deadlines,seq,caseTime}'::text[])::text from qualification q where q.supplier_id = $1
         union all select j.payload from journal_entry j where j.qualification_id = $2 and j.payload::jsonb->>'actor' <> 'system'
         union all select f::text from fact f where f.qualification_id = $2
         union all select p::text from qualification_party p where p.qualification_id = $2
         union all select p::text from public_consent p where p.qualification_id = $2
         union all select d::text from document d where d.organisation_id = $1
         union all select a::text from approval a where a.supplier_id = $1
         union all select e::text from supplier_external_id e where e.supplier_id = $1
         union all select (e.id, e.url, e.event_types, e.status, e.rate_limit, e.version)::text from webhook_endpoint e where e.id = $3
         union all select s::text from webhook_secret s where s.endpoint_id = $3
         union all select (d.id, d.round)::text from webhook_delivery d where d.endpoint_id = $3
         union all select l::text from document_link l where l.organisation_id = $1) lines`,
      [supplierId, caseId, webhookEndpointId],
    );
    return rows.map(({ line }) => line);
  }

  /** Cells of actors that have nothing at all to do with the supplier: what they got, and whether anything moved. */
  async function strangers(base: string): Promise<readonly string[]> {
    const leaks: string[] = [];
    // What has ended already could not be ended by strangers.
    await Promise.all(owners.flatMap((owner) => [goOn(owner), returnEndpoint(owner)]));
    const before = await Promise.all(owners.map(rowsOf));
    const foreign = cells().filter(({ actor, owner }) => actor.token && actor.to[owner].length === 0);
    await sideBySide(foreign, async ({ operation, actor, owner }) => {
      const { text } = await ask(base, operation, actor, owners[owner]);
      const words = canaries[owner].filter((word) => text.includes(word));
      if (words.length > 0) leaks.push(`${operation.id} as ${actor.name} tells ${words.join()}`);
    });
    const after = await Promise.all(owners.map(rowsOf));
    const moved = (one: readonly string[] = [], other: readonly string[] = []): readonly string[] =>
      one.filter((line) => !other.includes(line));
    return [...leaks, ...after.flatMap((now, i) => [...moved(before[i], now), ...moved(now, before[i])])];
  }

  it('has a row for every operation of the document, and no other', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(AUTHORISATION).sort());
    const withBody = operations.filter(({ method }) => ['PUT', 'PATCH'].includes(method)).map(({ id }) => id);
    expect(withBody.filter((id) => !BODIES[id])).toEqual([]);
  });

  async function differences(base: string): Promise<readonly string[]> {
    const wrong: string[] = [];
    const judged = async ({ operation, actor, owner }: Cell): Promise<void> => {
      if (operation.id === 'endMembership') await returnLeaver(owners[owner]);
      if (operation.id === 'endDocumentLink') await linkAgain(owners[owner]);
      if (operation.id === 'removeIdentity') await returnIdentity(owners[owner]);
      if (WEBHOOK_OPERATIONS.includes(operation.id)) await returnEndpoint(owners[owner]);
      const got = outcome(await ask(base, operation, actor, owners[owner]), operation.id);
      const want = expected(operation.id, actor, owner);
      if (got !== want) wrong.push(`${operation.id} of ${owner} as ${actor.name}: ${got}, not ${want}`);
    };
    for (const operation of operations) {
      const owned = isOfOwner(operation);
      const asked = cells().filter((cell) => cell.operation === operation && (owned || cell.owner === 0));
      // Who is refused changes nothing either; who is let in changes what the next one finds.
      const changes = ({ actor, owner }: Cell): boolean =>
        operation.method !== 'GET' && expected(operation.id, actor, owner) === 'allowed';
      await sideBySide(
        asked.filter((cell) => !changes(cell)),
        judged,
      );
      for (const cell of asked.filter(changes)) await judged(cell);
    }
    return wrong;
  }
  const returnLeaver = ({ leaverId, supplierId }: Owner) =>
    world.rows('update membership set ended_at = null where person_id = $1 and organisation_id = $2', [
      leaverId,
      supplierId,
    ]);

  const linkAgain = async ({ linkId, documentId }: Owner): Promise<void> => {
    await world.rows('delete from document_link where document_id = $1 and id <> $2', [documentId, linkId]);
    await world.rows('update document_link set ended_at = null where id = $1', [linkId]);
  };
  /** Enabled, with a delivery that failed: as it was before somebody deleted or changed it. */
  const returnEndpoint = (
    owner: Pick<Owner, 'supplierId' | 'personId' | 'webhookEndpointId' | 'webhookDeliveryId'>,
  ) =>
    world.rows(
      `with e as (
         insert into webhook_endpoint (id, organisation_id, feed_id, url, event_types, created_by)
         values ($1, $2, $2, 'http://127.0.0.1:9/', '{none}', $3) on conflict (id) do update set status = 'enabled', disabled_reason = null
         returning id)
       insert into webhook_delivery (id, endpoint_id, organisation_id, event_id, type, about_id, status)
       select $4, e.id, $2, $4, 'org.selvedge.webhook.test.v1', e.id, 'failed' from e
       on conflict (id) do update set status = 'failed', parked_reason = null`,
      [owner.webhookEndpointId, owner.supplierId, owner.personId, owner.webhookDeliveryId],
    );
  const goOn = ({ sessionId }: Owner) =>
    world.rows('update session set ended_at = null, end_reason = null where id = $1', [sessionId]);
  const returnIdentity = ({ identityId, personId }: Owner) =>
    world.rows(
      `insert into identity (id, person_id, issuer, subject) values ($1, $2, 'https://id.example', $3) on conflict do nothing`,
      [identityId, personId, identityId],
    );

  it('is what the API does, in every cell', async () => {
    expect(await differences(testStack().apiUrl)).toEqual([]);
    expect(await strangers(testStack().apiUrl)).toEqual([]);
    console.log(
      `authorisation matrix: ${operations.length} operations x ${actors.length} actors x 2 owners = ${cells().length} cells, ${operations.filter((one) => !isOfOwner(one)).length} of no owner`,
    );
  });

  it('leaks and changes nothing with the checks of the services off: row-level security alone', async () => {
    const { url, stop } = await startApart('services');
    try {
      expect(await strangers(url)).toEqual([]);
    } finally {
      await stop();
    }
  });

  it('is kept with row-level security off: the services alone', async () => {
    const { url, stop } = await startApart('policies');
    try {
      expect(await differences(url)).toEqual([]);
      expect(await strangers(url)).toEqual([]);
    } finally {
      await stop();
    }
  });
});
