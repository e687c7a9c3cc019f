import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '#persistence';
import { createLogger, TemporalGateway, type Sent, type UpdateToSend } from '#platform';
import { workflowIdOf } from '#workflows';
import { examined, sendDocument } from '../../apps/dev/src/play/documents.js';
import { inDays } from '../../apps/dev/src/play/roles.js';
import { fillIn } from '../../apps/dev/src/play/supplier.js';
import { until } from '../../apps/dev/src/play/api-client.js';
import { StaleRounds } from '../../apps/worker/src/checks/stale-rounds.js';
import { png } from '../support/good-files.js';
import { Story } from '../support/story.js';
import { refusal, testStack, World } from '../support/world.js';

interface Seen {
  readonly kind: string;
  readonly verdict: string;
  readonly lastRun: {
    readonly explanation: readonly { code: string; words: string }[];
    readonly inputHash: string;
  };
  readonly nextRun: { readonly at: string | null; readonly why: string } | null;
  readonly seen: { readonly source: string; readonly evidenceId?: string } | null;
}
const day = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const account = (name: string, accountNumber: string) => ({
  ...{ bankName: 'Invented Bank Plc', bic: 'INVEKHPP', accountNumber, holderName: name, letterDate: day(-5) },
});
const MACHINES = { machines: [{ type: 'loom', count: 40, unitsPerHour: 60 }], hoursPerMonth: 208 };

/** What a supplier can prove, all of it in order. */
const proofs = (name: string): Record<string, object> => ({
  bank: account(name, '000 123 456'),
  insurance: {
    policies: [
      {
        ...{ kind: 'fire', policyNumber: 'P-1', insurer: 'Invented Insurance', coverUsd: 50_000 },
        ...{ validFrom: day(-30), validTo: day(335) },
      },
    ],
  },
  'test-reports': {
    reports: [
      {
        ...{ lab: 'Invented Lab', accreditationNumber: 'VILAS 000', date: day(-20), method: 'ISO 17072-1' },
        ...{ analyte: 'lead', result: 10, limit: 90, unit: 'mg/kg' },
      },
    ],
  },
  permits: { permits: [{ kind: 'import-permit', number: 'I-1', validFrom: day(-30) }] },
  machines: MACHINES,
  'material-suppliers': {
    suppliers: [{ id: 'm1', name: 'Invented Yarn Works', country: 'VN', address: 'Hanoi' }],
  },
});

/** Reaches one case only: the other cases are other tests', which do not expect to be asked for anything. */
class GatewayTo extends TemporalGateway {
  constructor(
    { temporal }: World,
    private readonly id: string,
  ) {
    super(temporal);
  }

  override async send<T>(message: UpdateToSend): Promise<Sent<T>> {
    return message.workflowId === workflowIdOf(this.id) ? super.send<T>(message) : { kind: 'missing' };
  }
}

describe('the compliance checks of one case', () => {
  let world: World;
  let db: Database;
  let story: Story;
  beforeAll(async () => {
    world = await World.open();
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 2 });
    story = await Story.open(world);
    await fillIn(story.applicant, story.id);
    for (const [section, content] of Object.entries(proofs(story.applicant.profile.name)))
      await story.supplier.put(`${story.path}/sections/${section}`, content);
    await story.supplier.ask(story.id, { type: 'submit-application' });
    await world.parties.officer.api.ask(story.id, { type: 'accept-application' });
  });
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  const checks = (api = world.parties.officer.api, language = 'en') =>
    api.get<{ items: Seen[] }>(`${story.path}/compliance-checks?language=${language}`);
  const one = async (kind: string): Promise<Seen> => {
    const { items } = await checks();
    return items.find((check) => check.kind === kind) as Seen;
  };
  const codes = ({ lastRun }: Seen): readonly string[] => lastRun.explanation.map(({ code }) => code);
  const settles = (kind: string, verdict: string): Promise<Seen> =>
    until(
      () => one(kind),
      (check) => check.verdict === verdict,
    );
  const bankAccount = async (): Promise<unknown> => {
    const sql = `select state->'bankAccount' as account from qualification where id = $1`;
    return (await world.rows<{ account: unknown }>(sql, [story.id]))[0]?.account;
  };

  it('all run, and what nobody has shown is no pass', async () => {
    const { items } = await until(
      () => checks(),
      ({ items: all }) => all.length > 2 && all.every(({ verdict }) => verdict !== 'PENDING'),
    );
    expect(Object.fromEntries(items.map(({ kind, verdict }) => [kind, verdict]))).toMatchObject({
      ...{
        'vat-tin': 'PASS',
        duplicate: 'PASS',
        'patent-tax': 'PASS',
        sanctions: 'PASS',
        certificates: 'PASS',
      },
      ...{ 'bank-account': 'PASS', 'beneficial-owners': 'PASS', insurance: 'PASS', 'test-reports': 'PASS' },
      ...{ capacity: 'PASS', permits: 'PASS', 'business-registration': 'POTENTIAL' },
      ...{ 'document-authenticity': 'WARN', location: 'WARN' },
    });
    expect(items.every(({ lastRun }) => /^[0-9a-f]{64}$/.test(lastRun.inputHash))).toBe(true);
    const labour = await one('forced-labour');
    expect([labour.verdict, ...codes(labour)]).not.toContain('region-keyword');
    const khmer = await checks(story.supplier, 'km');
    expect(khmer.items.find(({ kind }) => kind === 'location')?.lastRun.explanation[0]?.words).toMatch(
      /\p{Script=Khmer}/u,
    );
  });

  it('that no machine can make are passed by an officer who shows what was seen', async () => {
    const { api, token } = world.parties.officer;
    const pass = { type: 'resolve-check', check: 'business-registration', verdict: 'PASS' } as const;
    expect(await refusal(api.ask(story.id, pass))).toMatchObject({ status: 409, code: 'proof-missing' });
    const shot = { name: 'register.png', type: 'image/png', bytes: await png(Date.now()) };
    const about = { qualificationId: story.id };
    const evidenceId = await sendDocument({ baseUrl: api.baseUrl, token }, shot, about);
    await examined(api, evidenceId);
    const seen = { source: 'business-registry', retrievedOn: inDays(await story.see(), 0) } as const;
    const elsewhere = api.ask(story.id, { ...pass, ...seen, evidenceId: story.id });
    expect(await refusal(elsewhere)).toMatchObject({ status: 409, items: [story.id] });
    await api.ask(story.id, { ...pass, ...seen, evidenceId });
    expect(await one('business-registration')).toMatchObject({
      ...{ verdict: 'PASS', seen: { ...seen, evidenceId }, nextRun: { why: 'expiry' } },
    });
  });

  it('run again by themselves when what they read has changed', async () => {
    const few = { ...MACHINES, machines: [{ type: 'loom', count: 1, unitsPerHour: 60 }] };
    await story.supplier.put(`${story.path}/sections/machines`, few, 1);
    const rounds = new StaleRounds(db, new GatewayTo(world, story.id), createLogger('test'), 0);
    await until(
      async () => {
        await rounds.work();
        return one('capacity');
      },
      ({ verdict }) => verdict === 'WARN',
    );
    expect(codes(await one('capacity'))).toEqual(['hidden-subcontract']);
    const asked = (await story.journal()).filter(({ entry }) => entry.command === 'request-checks');
    expect(asked.map(({ entry }) => entry.actor)).toContain('system');
  });

  it('leave the old bank account in force until a day has passed and an officer has called back', async () => {
    const { officer } = world.parties;
    const before = (await bankAccount()) as { revision: string };
    const other = account(story.applicant.profile.name, '000 999 999');
    await story.supplier.put(`${story.path}/sections/bank`, other, 1);
    // Whoever got hold of the supplier's sign-in may write another account, which no buyer reads for that.
    const { mill } = world.parties;
    await story.supplier.ask(story.id, {
      ...{ type: 'grant-consent', buyerId: mill.organisationId, sections: ['profile', 'bank'] },
    });
    const readByMill = async () => {
      type Facts = { items: { item: string; content: { accountNumber?: string } }[] };
      const { items } = await mill.requester.api.get<Facts>(`${story.path}/sections`);
      return items.find(({ item }) => item === 'bank')?.content.accountNumber;
    };
    expect(await readByMill()).toBe('000 123 456');
    await story.supplier.ask(story.id, { type: 'change-bank-account' });
    await settles('bank-account', 'WARN');
    expect(await readByMill()).toBe('000 123 456');
    expect(codes(await one('bank-account'))).toEqual(['bank-change-not-in-force']);
    const answer = { outcome: 'confirmed', called: 'application-contact' } as const;
    const call = { type: 'confirm-bank-change', ...answer, note: 'Sokha read the new number out.' } as const;
    expect(await refusal(story.supplier.ask(story.id, call))).toMatchObject({ status: 403 });
    await officer.api.ask(story.id, call);
    expect(await bankAccount()).toMatchObject(before);
    await world.pass(story.id, { hours: 25 });
    const after = (await bankAccount()) as { revision: string; change?: unknown };
    expect(after.revision).not.toBe(before.revision);
    expect(after.change).toBe(undefined);
    await settles('bank-account', 'PASS');
    expect(await readByMill()).not.toBe('000 123 456');
    const told = await story.events(
      'bank-change-announced',
      'bank-change-called-back',
      'bank-account-changed',
    );
    expect(told.map(({ type }) => type)).toEqual([
      ...['bank-change-announced', 'bank-change-called-back', 'bank-account-changed'],
    ]);
    expect(JSON.stringify(await story.journal())).not.toContain('999 999');
  });

  it('look at the patent tax again in January, and in April when there is no new one', async () => {
    const { nextRun } = await one('patent-tax');
    expect(nextRun).toMatchObject({ why: 'new-year' });
    await world.passUntil(story.id, nextRun?.at ?? '');
    expect(codes(await settles('patent-tax', 'WARN'))).toEqual(['patent-in-grace']);
    const april = (await one('patent-tax')).nextRun?.at ?? '';
    expect(april).toContain('-03-31');
    await world.passUntil(story.id, april);
    expect(codes(await settles('patent-tax', 'FAIL'))).toEqual(['patent-expired']);
    expect(await story.faults()).toEqual([]);
  });
});
