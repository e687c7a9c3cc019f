import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { addDays, addMonths } from '../calendar.js';
import type { Answer } from '../checklist.js';
import type { SurveillanceOutcome } from '../qualified-codes.js';
import { openPapers, surveillancePaper } from '../papers.js';
import { allowedCommands } from '../precheck.js';
import { drawnVisit, fractionOf, UNANNOUNCED_SHARE } from '../surveillance-draw.js';
import { asTold, sealOf } from '../withheld.js';
import { CONFORM, NONCONFORM, PEOPLE, Walk } from '../walk.fixture.js';

const order = (unannounced = false) => ({ type: 'order-surveillance', unannounced }) as const;
const assign = (visit = 'v1', auditorId = 'mony', firmId = 'firm-2') =>
  ({ type: 'assign-surveillance', visit, auditorId, firmId }) as const;
const submit = (visit = 'v1') => ({ type: 'submit-surveillance', visit }) as const;
const conclude = (outcome: SurveillanceOutcome, visit = 'v1') =>
  ({ type: 'conclude-surveillance', visit, outcome }) as const;
const desk = (outcome: SurveillanceOutcome) => ({ type: 'conclude-desk-review', outcome }) as const;
const qualified = (): Walk => new Walk().toDecision().approve();
const whats = (walk: Walk): readonly string[] => ballHolders(walk.state).map(({ what }) => what);
/** A visit on the way, its answers all conform but these. */
const visited = (answers: Readonly<Record<string, Answer>> = {}, unannounced = false): Walk => {
  const visit = unannounced ? 'u1' : 'v1';
  const walk = qualified().must(order(unannounced), 'officer').must(assign(visit), 'officer');
  const all = Object.fromEntries(walk.items().map((id) => [id, CONFORM]));
  walk.papers[surveillancePaper(visit)] = { ...all, ...answers };
  return walk.must(submit(visit), 'auditor2');
};
const graded = (grade: 'B' | 'C'): Walk => {
  const walk = new Walk().toDecision();
  const current = { grade, total: 75, outcome: 'pass' } as const;
  walk.state = { ...walk.state, audit: { ...walk.state.audit, current } };
  return walk.approve();
};

describe('the desk review', () => {
  it('comes every year while the qualification lasts, as a task from a month before', () => {
    const walk = graded('B');
    const from = walk.now;
    expect(walk.state.deadlines.find((d) => d.kind === 'surveillance')?.dueAt).toBe(addMonths(from, 12));
    expect(whats(walk.wait(300))).not.toContain('review-surveillance');
    expect(whats(walk.wait(40))).toContain('review-surveillance');
    walk.must(desk('keep'), 'officer');
    expect(walk.state.deadlines.find((d) => d.kind === 'surveillance')?.dueAt).toBe(addMonths(walk.now, 12));
    expect(whats(walk)).not.toContain('review-surveillance');
    expect(walk.refused(desk('keep'), 'officer').code).toBe('not-applicable-here');
  });

  it('may order a visit, downgrade or suspend, by the office and nobody of the audit’s side', () => {
    const due = (): Walk => qualified().wait(340);
    expect(due().refused(desk('keep'), 'supplier').code).toBe('role-not-allowed');
    expect(due().refused(desk('keep'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
    expect(due().must(desk('order-visit'), 'reviewer').state.surveillance?.visits).toHaveProperty('v1');
    expect(due().must(desk('downgrade'), 'officer').state.at).toBe('QUALIFIED_CONDITIONAL');
    expect(due().must(desk('suspend'), 'officer').state.at).toBe('SUSPENDED');
    expect(qualified().refused(desk('keep'), 'officer').code).toBe('not-applicable-here');
  });
});

describe('grade C', () => {
  it('is seen on site again after twelve months', () => {
    const walk = graded('C');
    expect(walk.state.surveillance?.visits).toMatchObject({ v1: { reason: 'grade', phase: 'planned' } });
    expect(walk.state.deadlines).toContainEqual(
      expect.objectContaining({ key: 'surveillance-visit:v1', dueAt: addMonths(walk.now, 12) }),
    );
    expect(graded('B').state.surveillance?.visits ?? {}).toEqual({});
    expect(whats(walk.wait(310))).toContain('assign-surveillance');
  });
});

describe('an on-site visit', () => {
  it('is assigned to somebody who may judge it, one at a time', () => {
    const walk = qualified().must(order(), 'officer').must(order(), 'officer');
    expect(walk.refused(assign('v9'), 'officer')).toEqual({ code: 'visit-unknown', items: ['v9'] });
    expect(walk.refused(assign('v1', 'rith', 'firm-3'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.refused(assign('v1', 'sokha', 'firm-4'), 'officer').code).toBe('segregation-of-duties');
    expect(walk.refused(assign('v1', 'dara', 'office'), 'officer').code).toBe('person-not-eligible');
    expect(walk.refused(assign(), 'reviewer').code).toBe('role-not-allowed');
    walk.must(assign(), 'officer');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', audit: { auditor: { personId: 'mony' } } });
    expect(walk.refused(assign('v2'), 'officer').code).toBe('stage-does-not-allow');
    const replace = { type: 'reassign-auditor', auditorId: 'chan', firmId: 'firm-1' } as const;
    expect(walk.refused(replace, 'officer').code).toBe('stage-does-not-allow');
    walk.must(assign('v1', 'chan', 'firm-1'), 'officer').must(assign(), 'officer');
    expect(openPapers(walk.state)).toContainEqual({
      ...{ paper: 'surveillance:v1', role: 'auditor', personId: 'mony', organisationId: 'firm-2' },
    });
  });

  it('is submitted whole, by its auditor', () => {
    const walk = qualified().must(order(), 'officer').must(assign(), 'officer');
    expect(walk.refused(submit(), 'auditor').code).toBe('not-assigned');
    expect(walk.refused(submit(), 'auditor2').code).toBe('answers-missing');
    expect(visited().refused(submit(), 'auditor2').code).toBe('visit-unknown');
  });

  it('keeps the qualification when it finds nothing', () => {
    const walk = visited();
    expect(whats(walk)).toContain('conclude-surveillance');
    expect(walk.refused(conclude('keep'), 'officer').code).toBe('role-not-allowed');
    walk.must(conclude('keep'), 'reviewer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      audit: { paper: 'surveillance:v1', current: { grade: 'A' } },
      surveillance: { visits: { v1: { phase: 'concluded', outcome: 'keep' } } },
    });
  });

  it('is judged by nobody who ever held the audit', () => {
    expect(visited().refused(conclude('keep'), 'auditorAsReviewer').code).toBe('segregation-of-duties');
  });

  it('below grade B leads to a downgrade, and to corrective actions that score anew when they are verified', () => {
    const walk = visited({ 'HS-03': NONCONFORM });
    expect(walk.refused(conclude('keep'), 'reviewer').code).toBe('grade-too-low');
    walk.must(conclude('downgrade'), 'reviewer');
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      condition: { reason: 'surveillance-score' },
      audit: { current: { grade: 'D' }, findings: [{ itemId: 'HS-03' }] },
      correctiveActions: { 'HS-03': { phase: 'open', severity: 'critical' } },
    });
    walk.correct('HS-03').verify('HS-03', 'auditor2');
    expect(['A', 'B']).toContain(walk.state.audit.current?.grade);
    expect(walk.must({ type: 'meet-conditions' }, 'reviewer2').state.at).toBe('QUALIFIED');
  });

  it('is what a later correction corrects, and not the audit before it', () => {
    const walk = visited({ 'CD-01': NONCONFORM }).must(conclude('keep'), 'reviewer');
    expect(walk.state.correctiveActions).toHaveProperty('CD-01');
    walk
      .draftCorrections({ 'CD-01': 'conform' })
      .must({ type: 'propose-corrections', items: ['CD-01'] }, 'auditor2')
      .must({ type: 'accept-correction', itemId: 'CD-01' }, 'reviewer2');
    expect(walk.state).toMatchObject({
      audit: {
        current: { grade: 'A', total: 100 },
        findings: [],
        corrections: [{ paper: 'surveillance:v1' }],
      },
      correctiveActions: {},
    });
  });

  it('is what is reviewed after an appeal, unless the audit is done anew', () => {
    const suspended = (): Walk =>
      visited({ 'CD-01': NONCONFORM })
        .must(conclude('keep'), 'reviewer')
        .must({ type: 'suspend', cause: 'other' }, 'officer')
        .must({ type: 'confirm-suspension' }, 'officer2')
        .appealed();
    const replace = { type: 'assign-auditor', auditorId: 'chan', firmId: 'firm-1' } as const;
    const walk = suspended().decideAppeal('overturned').must(replace, 'officer');
    walk.must({ type: 'renew' }, 'reviewer2');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', audit: { findings: [{ itemId: 'CD-01' }] } });
    expect(suspended().decideAppeal('overturned', true).state.audit.paper).toBeUndefined();
  });

  it('leaves a finding that the audit had, and that is being corrected, in its time; what is gone needs no correction', () => {
    const [minor, other] = ['CD-01', 'HS-03'];
    const again = (found: Readonly<Record<string, Answer>>): Walk => {
      const walk = visited({ [minor]: NONCONFORM })
        .must(conclude('keep'), 'reviewer')
        .wait(3);
      const second = walk.must(order(), 'officer').must(assign('v2'), 'officer');
      const all = Object.fromEntries(walk.items().map((id) => [id, CONFORM]));
      second.papers[surveillancePaper('v2')] = { ...all, ...found };
      return second.must(submit('v2'), 'auditor2');
    };
    const walk = again({ [minor]: NONCONFORM, [other]: NONCONFORM });
    const { dueAt } = walk.state.correctiveActions[minor] ?? {};
    walk.must(conclude('downgrade', 'v2'), 'reviewer');
    expect(walk.state.correctiveActions).toMatchObject({ [minor]: { dueAt }, [other]: { phase: 'open' } });
    expect(again({}).must(conclude('keep', 'v2'), 'reviewer').state.correctiveActions).toEqual({});
  });

  it('that finds again what was verified has it corrected again', () => {
    const walk = visited({ 'HS-03': NONCONFORM }).must(conclude('downgrade'), 'reviewer');
    walk.correct('HS-03').verify('HS-03', 'auditor2').must(order(), 'officer').must(assign('v2'), 'officer');
    walk.papers[surveillancePaper('v2')] = walk.papers[surveillancePaper('v1')] ?? {};
    walk.must(submit('v2'), 'auditor2').must(conclude('keep', 'v2'), 'reviewer');
    expect(walk.state).toMatchObject({
      audit: { current: { grade: 'D' } },
      correctiveActions: { 'HS-03': { phase: 'open' } },
    });
  });

  it('with zero tolerance that a second reviewer dismissed found something critical', () => {
    const walk = visited({ 'SL-02': NONCONFORM });
    const dismiss = { type: 'dismiss-zero-tolerance', itemId: 'SL-02' } as const;
    expect(walk.refused(dismiss, 'auditorAsReviewer').code).toBe('segregation-of-duties');
    const told = asTold(walk.state, ['supplier']);
    walk.must(dismiss, 'reviewer2');
    const entry = walk.entries.at(-1);
    expect(entry && sealOf(entry, 'supplier')).toBe('internal');
    expect(asTold(walk.state, ['supplier'])).toEqual({ ...told, seq: walk.state.seq });
    expect(walk.refused(dismiss, 'reviewer2').code).toBe('zero-tolerance-unknown');
    expect(walk.refused(conclude('keep'), 'reviewer').code).toBe('grade-too-low');
    walk.must(conclude('downgrade'), 'reviewer');
    const [judge, reviewer] = walk.state.reviewers.slice(-2);
    expect([judge?.personId, reviewer?.personId]).toEqual(
      [PEOPLE.reviewer2, PEOPLE.reviewer].map((p) => p.personId),
    );
    expect(walk.state.audit).toMatchObject({
      current: { grade: 'D' },
      zeroTolerance: { 'SL-02': 'dismissed' },
    });
    walk.correct('SL-02').verify('SL-02', 'auditor2');
    expect(walk.state.audit.current?.grade).toBe('A');
    walk.must({ type: 'meet-conditions' }, 'reviewer2');
  });

  it('with zero tolerance that was confirmed cannot be kept, and nothing closes it but another visit', () => {
    const confirm = { type: 'confirm-zero-tolerance', itemId: 'SL-02' } as const;
    const walk = visited({ 'SL-02': NONCONFORM }).must(confirm, 'reviewer2');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', audit: { zeroTolerance: {} } });
    expect(walk.refused(conclude('downgrade'), 'reviewer').code).toBe('zero-tolerance-open');
    walk.must(conclude('suspend'), 'reviewer').must({ type: 'confirm-suspension' }, 'officer');
    walk.correct('SL-02').verify('SL-02', 'auditor2');
    expect(walk.refused({ type: 'propose-reinstatement' }, 'officer2')).toEqual({
      ...{ code: 'cause-open', items: ['SL-02'] },
    });
    walk.must(order(), 'officer').must(assign('v2'), 'officer');
    walk.papers[surveillancePaper('v2')] = Object.fromEntries(walk.items().map((id) => [id, CONFORM]));
    walk.must(submit('v2'), 'auditor2').must(conclude('keep', 'v2'), 'reviewer');
    walk
      .must({ type: 'propose-reinstatement' }, 'officer2')
      .must({ type: 'confirm-reinstatement' }, 'officer');
    expect(walk.state.at).toBe('QUALIFIED');
  });

  it('with zero tolerance is one more cause of a suspension that there was', () => {
    const walk = visited({ 'SL-02': NONCONFORM });
    walk
      .must({ type: 'suspend', cause: 'other' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2');
    walk.must(conclude('keep'), 'reviewer');
    expect(walk.state.suspension).toMatchObject({ besides: expect.arrayContaining(['SL-02']) });
    expect(whats(walk)).toContain('confirm-zero-tolerance');
    walk.must({ type: 'dismiss-zero-tolerance', itemId: 'SL-02' }, 'reviewer2');
    expect(whats(walk)).not.toContain('confirm-zero-tolerance');
    const propose = { type: 'propose-reinstatement' } as const;
    expect(walk.refused(propose, 'officer')).toEqual({ code: 'cause-open', items: ['SL-02'] });
    walk.correct('SL-02').verify('SL-02', 'auditor2').must(propose, 'officer');
    walk.must({ type: 'confirm-reinstatement' }, 'officer2');
    expect(walk.state).toMatchObject({ at: 'QUALIFIED_CONDITIONAL', audit: { current: { grade: 'A' } } });
  });

  it('below grade C lets a suspended qualification return as a conditional one only', () => {
    const walk = visited({ 'HS-03': NONCONFORM });
    walk
      .must({ type: 'suspend', cause: 'other' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2');
    walk.must(conclude('keep'), 'reviewer').must({ type: 'propose-reinstatement' }, 'officer');
    expect(walk.must({ type: 'confirm-reinstatement' }, 'officer2').state.at).toBe('QUALIFIED_CONDITIONAL');
  });

  it('that finds zero tolerance alerts the office at once, and cannot just be kept', () => {
    const walk = visited({ 'SL-02': NONCONFORM });
    expect(walk.state.matters).toMatchObject([{ kind: 'surveillance-alert', subject: 'v1' }]);
    expect(walk.entries.at(-1)?.events.map(({ type }) => type)).toContain('zero-tolerance-alert');
    expect(walk.refused(conclude('keep'), 'reviewer')).toEqual({
      code: 'zero-tolerance-open',
      items: ['SL-02'],
    });
    for (const outcome of ['order-visit', 'downgrade'] as const)
      expect(walk.refused(conclude(outcome), 'reviewer').code).toBe('zero-tolerance-open');
    walk
      .must({ type: 'suspend', cause: 'zero-tolerance' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2');
    walk.must(conclude('keep'), 'reviewer');
    expect(walk.state).toMatchObject({ at: 'SUSPENDED', matters: [] });
  });

  it('may suspend by a reviewer, whom an officer must confirm', () => {
    const walk = visited({ 'SL-02': NONCONFORM }).must(conclude('suspend'), 'reviewer');
    expect(walk.state).toMatchObject({
      at: 'SUSPENDED',
      suspension: { cause: 'zero-tolerance', by: { personId: 'rith' } },
    });
    walk.must({ type: 'confirm-suspension' }, 'officer');
  });

  it('that finds a child starts what every child starts, and is not concluded before it is safe', () => {
    const walk = visited({ 'SL-01': NONCONFORM });
    expect(walk.state).toMatchObject({ safeguarding: { phase: 'unsafe', items: ['SL-01'] } });
    expect(walk.refused(conclude('suspend'), 'reviewer').code).toBe('child-not-safe');
    expect(JSON.stringify(asTold(walk.state, ['supplier']))).not.toContain('SL-01');
    walk.must({ type: 'mark-child-safe', noteId: 'n' }, 'officer').must(conclude('suspend'), 'reviewer');
  });

  it('tells what it found when a reviewer has concluded it', () => {
    const walk = visited({ 'CD-01': NONCONFORM });
    for (const relation of ['supplier', 'buyer'] as const) {
      const told = asTold(walk.state, [relation]);
      expect(told.surveillance?.visits).toEqual({ v1: expect.objectContaining({ phase: 'submitted' }) });
      expect(JSON.stringify(told)).not.toContain('CD-01');
    }
    expect(asTold(walk.must(conclude('keep'), 'reviewer').state, ['supplier']).audit.findings).toMatchObject([
      { itemId: 'CD-01' },
    ]);
  });
});

describe('an unannounced visit', () => {
  const seen = (walk: Walk, relation: 'supplier' | 'buyer') => {
    const state = { ...asTold(walk.state, [relation]), seq: 0 };
    const who = relation === 'supplier' ? 'supplier' : 'requester';
    return { state, holders: ballHolders(state), allowed: allowedCommands(state, PEOPLE[who]) };
  };

  it('is known to the office and its auditor alone until it is concluded', () => {
    const plain = qualified();
    const walk = qualified();
    const alike = (): void => {
      for (const relation of ['supplier', 'buyer'] as const) {
        const told = seen(walk, relation).state;
        expect(told.surveillance?.visits ?? {}).toEqual({});
        expect({ ...told, surveillance: undefined }).toEqual({
          ...seen(plain, relation).state,
          surveillance: undefined,
        });
        expect(seen(walk, relation).holders).toEqual(seen(plain, relation).holders);
        expect(seen(walk, relation).allowed).toEqual(seen(plain, relation).allowed);
      }
    };
    walk.must(order(true), 'officer');
    alike();
    walk.must(assign('u1'), 'officer');
    alike();
    walk.papers[surveillancePaper('u1')] = Object.fromEntries(walk.items().map((id) => [id, CONFORM]));
    walk.must(submit('u1'), 'auditor2');
    alike();
    expect(asTold(walk.state, ['audit-firm']).audit.auditor).toMatchObject({ personId: 'mony' });
    const before = walk.entries.slice(-3);
    expect(before.map((entry) => sealOf(entry, 'supplier'))).toEqual(['internal', 'internal', 'internal']);
    walk.must(conclude('keep', 'u1'), 'reviewer');
    const told = asTold(walk.state, ['supplier']);
    expect(told.surveillance?.visits).toMatchObject({ u1: { phase: 'concluded', outcome: 'keep' } });
    expect(told.audit.auditor).toMatchObject({ personId: 'mony' });
    const last = walk.entries.at(-1);
    expect(last && sealOf(last, 'supplier')).toBe('open');
  });

  it('is drawn the day after the qualification, in an entry that every case has and nobody outside may read', () => {
    const walk = qualified();
    expect(asTold(walk.state, ['supplier']).deadlines.map(({ kind }) => kind)).not.toContain(
      'surveillance-draw',
    );
    walk.wait(1);
    const entry = walk.entries.at(-1);
    expect(entry).toMatchObject({ command: 'advance-clock', events: [{ type: 'surveillance-drawn' }] });
    expect(entry && sealOf(entry, 'supplier')).toBe('internal');
    const { seed } = walk.state.surveillance ?? {};
    const { validity } = walk.state;
    expect(entry?.events[0]?.params).toEqual({
      seed,
      ...drawnVisit(seed ?? '', validity?.from ?? '', validity?.until ?? ''),
    });
    expect(JSON.stringify(asTold(walk.state, ['supplier']))).not.toContain(seed);
  });

  it('comes to one case in twenty, at a day of its own, always the same for the same seed', () => {
    const from = '2026-11-02T02:00:00.000Z';
    const until = addMonths(from, 24);
    const draws = Array.from({ length: 20_000 }, (_, i) => drawnVisit(`case-${i}/40`, from, until));
    const picked = draws.flatMap((draw) => (draw.picked ? [draw.dueAt] : []));
    expect(Math.abs(picked.length / draws.length - UNANNOUNCED_SHARE)).toBeLessThan(0.005);
    expect(new Set(picked.map((at) => at.slice(0, 10))).size).toBeGreaterThan(200);
    const sorted = [...picked].sort();
    expect((sorted[0] ?? '') >= addDays(from, 60)).toBe(true);
    expect((sorted.at(-1) ?? '') <= addDays(until, -120)).toBe(true);
    expect(drawnVisit('case-7/40', from, until)).toEqual(draws[7]);
    expect([fractionOf('Selvedge'), fractionOf('')]).toEqual([fractionOf('Selvedge'), fractionOf('')]);
  });

  it('is planned for whoever was drawn', () => {
    const walk = qualified();
    const seed = Array.from({ length: 200 }, (_, i) => `seed-${i}`).find(
      (s) => fractionOf(`${s}/picked`) < UNANNOUNCED_SHARE,
    );
    walk.drawSeed = seed;
    walk.wait(1);
    expect(walk.state.surveillance).toMatchObject({
      seed,
      visits: { u1: { reason: 'drawn', phase: 'planned' } },
    });
    const due = walk.state.deadlines.find(({ key }) => key === 'surveillance-visit:u1')?.dueAt ?? '';
    const days = (Date.parse(due) - Date.parse(walk.now)) / 86_400_000;
    expect(
      ballHolders(asTold(walk.wait(days - 10).state, ['supplier'])).map(({ what }) => what),
    ).not.toContain('assign-surveillance');
    expect(whats(walk)).toContain('assign-surveillance');
  });
});
