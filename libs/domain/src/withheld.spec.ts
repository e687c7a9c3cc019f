import { describe, expect, it } from '@jest/globals';
import type { CaseRelation } from './authorisation/relations.js';
import { ballHolders } from './ball-holders.js';
import type { Command } from './commands.js';
import { allowedCommands } from './precheck.js';
import { asTold, closedSeals, sealOf } from './withheld.js';
import { NONCONFORM, PEOPLE, Walk, type Who } from './walk.fixture.js';

const report = { type: 'report-child', noteId: 'note-1' } as const;
const safe = { type: 'mark-child-safe', noteId: 'note-2' } as const;
const audited = (...items: string[]): Walk =>
  new Walk().answer(Object.fromEntries(items.map((item) => [item, NONCONFORM]))).toReview();
/** The case with a child found, and the same case without. */
const twins = (...items: string[]): readonly [Walk, Walk] => [audited('SL-01', ...items), audited(...items)];

/** All that one of them can be shown, and all that they can try. */
function seen({ state }: Walk, relation: CaseRelation, who: Who) {
  const told = asTold(state, [relation]);
  return { told, holders: ballHolders(told), allowed: allowedCommands(told, PEOPLE[who]) };
}
const expectAlike = ([found, plain]: readonly [Walk, Walk]): void => {
  expect(seen(found, 'supplier', 'supplier')).toEqual(seen(plain, 'supplier', 'supplier'));
  expect(seen(found, 'buyer', 'requester')).toEqual(seen(plain, 'buyer', 'requester'));
};
const both = ([found, plain]: readonly [Walk, Walk], command: Command, who: Who): void =>
  [found, plain].forEach((walk) => walk.must(command, who));

describe('what supplier and buyers are told of a case with a child in danger', () => {
  it.each([
    ['alone', []],
    ['beside ordinary findings', ['CD-01', 'HS-03']],
    ['beside a finding that holds the case', ['HS-01', 'CD-01']],
    ['beside findings that fail the audit', ['SL-03', 'SL-05', 'SL-07', 'SL-08']],
  ])('is the same as of the same case without: %s', (_what, items) => {
    const pair = twins(...items);
    expect(pair[0].state.safeguarding).toBeDefined();
    expectAlike(pair);
    both(pair, { type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    expectAlike(pair);
    both(pair, { type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(pair.map(({ state }) => state.over)).toEqual([false, true]);
    expectAlike(pair);
  });

  it('is the same when it is reported during corrective actions, until the time for those runs out', () => {
    const pair = [audited('HS-03'), audited('HS-03')] as const;
    both(pair, { type: 'require-corrective-actions' }, 'reviewer');
    pair[0].must(report, 'auditor');
    const told = pair.map(({ state }) => ({ ...asTold(state, ['supplier']), seq: 0 }));
    expect(told[0]).toEqual(told[1]);
    pair.forEach((walk) => walk.wait(135));
    expect(pair.map(({ state }) => [state.at, state.over])).toEqual([
      ['REJECTED', false],
      ['REJECTED', true],
    ]);
    const ended = pair.map(({ state }) => ({ ...asTold(state, ['supplier']), seq: 0 }));
    expect(ended[0]).toEqual(ended[1]);
  });

  it('says nothing of it when a correction tells of it, though an earlier verdict was told already', () => {
    const walk = audited('BL-01')
      .must({ type: 'require-corrective-actions' }, 'reviewer')
      .correct('BL-01')
      .verify('BL-01');
    expect(asTold(walk.state, ['supplier']).audit.findings).toHaveLength(1);
    const trace = (relation: CaseRelation): string =>
      JSON.stringify([asTold(walk.state, [relation]), ballHolders(asTold(walk.state, [relation]))]);
    walk.proposeCorrections({ 'SL-01': 'nonconform' });
    for (const relation of ['supplier', 'buyer'] as const) expect(trace(relation)).not.toContain('SL-01');
    walk.must({ type: 'accept-correction', itemId: 'SL-01' }, 'reviewer');
    expect(walk.state.safeguarding).toMatchObject({ phase: 'unsafe', items: ['SL-01'] });
    for (const relation of ['supplier', 'buyer'] as const) expect(trace(relation)).not.toContain('SL-01');
    expect(sealOf(walk.entries.at(-1)!, 'supplier')).toBe('safeguarding');
    expect(sealOf(walk.entries.at(-2)!, 'supplier')).toBe('assessment');
    expect(closedSeals(walk.state)).toEqual(['assessment', 'safeguarding', 'internal']);
  });

  it('stays so when the audit is repeated after its result was told', () => {
    const again = (walk: Walk, answer: boolean): Walk => {
      walk.must({ type: 'require-corrective-actions' }, 'reviewer').correct('HS-03').verify('HS-03');
      walk.must({ type: 'return-to-auditor', items: ['SL-01'] }, 'reviewer');
      if (answer) walk.answer({ 'SL-01': NONCONFORM });
      return walk.must({ type: 'submit-audit' }, 'auditor');
    };
    expectAlike([again(audited('HS-03'), true), again(audited('HS-03'), false)]);
  });

  it('names no finding, score or verdict of any audit before a reviewer signed it', () => {
    const walk = audited('HS-03');
    expect(asTold(walk.state, ['supplier']).audit).toMatchObject({ findings: [], zeroTolerance: {} });
    expect(asTold(walk.state, ['supplier']).audit.initial).toBeUndefined();
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(asTold(walk.state, ['supplier']).audit).toMatchObject({
      findings: [{ itemId: 'HS-03' }],
      initial: { grade: 'D' },
    });
  });

  it('is everything to the office, and to the audit firm, unless they are a buyer or the supplier too', () => {
    const { state } = audited('SL-01');
    for (const inside of ['programme-office', 'audit-firm'] as const)
      expect(asTold(state, [inside])).toBe(state);
    for (const relations of [[], ['buyer', 'audit-firm'], ['audit-firm', 'supplier']] as const)
      expect(asTold(state, relations)).not.toHaveProperty('safeguarding');
  });

  it('never names the item to a buyer, when it is a corrective action either', () => {
    const walk = audited('SL-01').must(safe, 'officer');
    walk
      .must({ type: 'dismiss-zero-tolerance', itemId: 'SL-01' }, 'reviewer')
      .must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(JSON.stringify(seen(walk, 'supplier', 'supplier'))).toContain('SL-01');
    const { told, holders } = seen(walk, 'buyer', 'requester');
    expect(told).not.toHaveProperty('safeguarding');
    // What was answered stays in the state, and is in no buyer's view of it.
    const shown = { ...told, audit: told.audit.findings };
    expect(JSON.stringify([holders, shown])).not.toContain('SL-01');
  });
});

describe('what is told of other matters', () => {
  const qualified = (): Walk => new Walk().toDecision().approve();

  it('is to a buyer its own months and matters, and no other buyer’s', () => {
    const walk = qualified();
    const month = { month: '2026-10', deliveries: 1, score: 40, band: 'review' } as never;
    const since = walk.now;
    walk.state = {
      ...walk.state,
      scorecards: { 'buyer-1': [month], 'buyer-2': [month] },
      matters: [
        { kind: 'scorecard-low', subject: 'buyer-1', since },
        { kind: 'scorecard-low', subject: 'buyer-2', since },
        { kind: 'pilot-failed-while-qualified', subject: 'p1', since },
        { kind: 'grade-changed', subject: 'D', since },
      ],
    };
    const of = (buyer: string) => asTold(walk.state, ['buyer'], buyer);
    const matters = (buyer: string) => of(buyer).matters.map(({ subject }) => subject);
    expect(matters('buyer-1')).toEqual(['buyer-1', 'p1', 'D']);
    expect(matters('buyer-2')).toEqual(['buyer-2', 'D']);
    expect(Object.keys(of('buyer-2').scorecards ?? {})).toEqual(['buyer-2']);
    expect(asTold(walk.state, ['supplier']).matters).toHaveLength(4);
  });

  it('is no item of a child that a visit found', () => {
    const walk = qualified();
    const finding = { severity: 'critical', value: 'nonconform' } as const;
    const findings = [
      { itemId: 'SL-01', ...finding },
      { itemId: 'HS-03', ...finding },
    ];
    walk.state = {
      ...walk.state,
      safeguarding: { phase: 'safe', items: ['SL-01'], since: walk.now },
      surveillance: { visits: { v1: { reason: 'ordered', phase: 'concluded', findings } } },
    };
    const told = asTold(walk.state, ['buyer'], 'buyer-1').surveillance?.visits['v1']?.findings;
    expect(told?.map(({ itemId }) => itemId)).toEqual(['HS-03']);
  });

  it('is nothing of what an appeal holds: who complained, and which visit nobody announced', () => {
    const walk = qualified();
    walk.must({ type: 'order-surveillance', unannounced: true }, 'officer');
    walk
      .must({ type: 'suspend', cause: 'other' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2');
    walk.appealed();
    expect(JSON.stringify(walk.state.appeal)).toContain('surveillance-visit:u1');
    for (const relation of ['supplier', 'buyer'] as const)
      expect(JSON.stringify(asTold(walk.state, [relation]))).not.toContain('surveillance-visit:u1');
  });
});

describe('a journal entry', () => {
  const seals = (walk: Walk): readonly string[] =>
    walk.entries.map((entry) => `${entry.command} ${sealOf(entry, 'supplier')}`);

  it('is sealed until the assessment is told, until a child is safe, for ever, or not at all', () => {
    const walk = audited('HS-03').must(report, 'auditor').wait(1);
    walk.must({ type: 'claim-task', task: 'mark-child-safe:office' }, 'officer').must(safe, 'officer');
    expect(seals(walk).slice(-5)).toEqual([
      'submit-audit assessment',
      'report-child safeguarding',
      'advance-clock safeguarding',
      'claim-task internal',
      'mark-child-safe safeguarding',
    ]);
    expect(seals(walk)).toContain('start-audit open');
  });

  it('of the supplier’s own work on its tasks is open to it', () => {
    const walk = new Walk().must({ type: 'claim-task', task: 'complete-application:supplier' }, 'supplier');
    expect(seals(walk)).toEqual(['open open', 'claim-task open']);
  });

  it('about a complaint stays sealed for ever', () => {
    const walk = new Walk().toAssessment();
    walk.must({ type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' }, 'officer');
    walk.must({ type: 'withdraw-from-audit', reason: 'pressure' }, 'auditor');
    walk.must({ type: 'settle-matter', matter: 'pressure-on-auditor', subject: 'chan' }, 'officer');
    expect(seals(walk).slice(-2)).toEqual(['withdraw-from-audit internal', 'settle-matter internal']);
  });

  it('is opened by the state alone', () => {
    const walk = audited('SL-01');
    expect(closedSeals(walk.state)).toEqual(['assessment', 'safeguarding', 'internal']);
    walk.must(safe, 'officer');
    expect(closedSeals(walk.state)).toEqual(['assessment', 'safeguarding', 'internal']);
    walk.must({ type: 'dismiss-zero-tolerance', itemId: 'SL-01' }, 'reviewer');
    walk.must({ type: 'require-corrective-actions' }, 'reviewer');
    expect(closedSeals(walk.state)).toEqual(['internal']);
    walk.must(report, 'auditor');
    expect(closedSeals(walk.state)).toEqual(['safeguarding', 'internal']);
  });
});
