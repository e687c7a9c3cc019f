import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { Walk } from '../walk.fixture.js';
import { openConditions } from './conditions.js';

const DOWNGRADE = { type: 'downgrade', reason: 'surveillance-score' } as const;
const RERUN = { type: 'rerun-check', check: 'certificates' } as const;
const certified = (days: number): Walk => {
  const walk = new Walk();
  walk.certificateEnds = addDays(walk.now, days);
  return walk.toDecision().scope('buyer-1', Math.min(days, 150)).approve();
};

describe('a mandatory certificate', () => {
  it('warns when it ends, and makes the qualification conditional after 30 days of grace', () => {
    const walk = certified(100);
    expect(walk.wait(99.9).state.checks.certificates?.verdict).toBe('PASS');
    expect(walk.wait(0.1).state).toMatchObject({
      at: 'QUALIFIED',
      checks: { certificates: { verdict: 'WARN' } },
    });
    expect(walk.wait(29.9).state.at).toBe('QUALIFIED');
    expect(walk.wait(0.1).state).toMatchObject({
      at: 'QUALIFIED_CONDITIONAL',
      checks: { certificates: { verdict: 'FAIL' } },
      condition: { reason: 'certificate-in-grace' },
    });
    expect(walk.entries.at(-1)?.events.map((e) => e.type)).toEqual([
      'check-resolved',
      'qualification-downgraded',
    ]);
    // The end that the certificate had cut is the grade's again: what is missing has its own clock now.
    expect(walk.state.validity?.until).toBe(addMonths(walk.state.validity?.from ?? '', 24));
  });

  it('tells of its end 90, 60, 30 and 7 days before, and on the day', () => {
    const walk = certified(100).wait(101);
    const told = walk.entries.flatMap(({ events, occurredAt }) => events.map((e) => ({ ...e, occurredAt })));
    const days = told
      .filter(({ params }) => params['deadline'] === 'certificate')
      .map(
        ({ type, occurredAt }) =>
          `${type} ${(Date.parse(addDays(walk.now, -1)) - Date.parse(occurredAt)) / 86_400_000}`,
      );
    expect(days).toEqual([
      ...['reminder-due 90', 'reminder-due 60', 'reminder-due 30', 'reminder-due 7', 'escalated 0'],
    ]);
  });

  it('that returns makes the qualification full again without anybody saying so', () => {
    const walk = certified(100).wait(140);
    walk.certificateEnds = addDays(walk.now, 2000);
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state).toMatchObject({ at: 'QUALIFIED', validity: { grade: 'A' } });
    expect(walk.state.condition).toBeUndefined();
    expect(walk.state.deadlines.some((d) => d.kind === 'condition')).toBe(false);
    expect(walk.entries.at(-1)).toMatchObject({
      actor: 'system',
      events: [{}, { type: 'conditions-met', params: { reason: 'certificate-renewed' } }],
    });
  });

  it('that returns leaves it conditional while anything else is open, or when it has lapsed itself', () => {
    const other = certified(100)
      .wait(140)
      .must({ ...RERUN, check: 'vat-tin' }, 'supplier');
    other.certificateEnds = addDays(other.now, 2000);
    other.checkVerdicts = { 'vat-tin': 'FAIL' };
    other.must(RERUN, 'supplier').checks();
    expect(other.state.at).toBe('QUALIFIED_CONDITIONAL');
    expect(openConditions(other.state)).toEqual(['vat-tin']);
    const stale = certified(100).wait(140);
    stale.certificateEnds = addDays(stale.now, -3);
    stale.checkVerdicts = { certificates: 'WARN' };
    expect(stale.must(RERUN, 'supplier').checks().state.at).toBe('QUALIFIED_CONDITIONAL');
  });

  it('never makes a qualification full that is conditional for another reason', () => {
    const walk = certified(100).must(DOWNGRADE, 'officer').must(RERUN, 'supplier');
    walk.certificateEnds = addDays(walk.now, 2000);
    expect(walk.checks().state.at).toBe('QUALIFIED_CONDITIONAL');
  });

  it.each(['LEATHER', 'CHEMICALS'] as const)(
    'of %s that is not renewed suspends: nothing may be used without',
    (category) => {
      const walk = new Walk(category);
      walk.certificateEnds = addDays(walk.now, 100);
      walk.toDecision().scope('buyer-1', 100).approve().wait(130);
      expect(walk.state).toMatchObject({
        at: 'SUSPENDED',
        suspension: { cause: 'certificate-expired', subject: 'certificates', origin: 'QUALIFIED' },
      });
      expect(walk.state.suspension?.by).toBeUndefined();
      expect(walk.refused({ type: 'propose-reinstatement' }, 'officer')).toEqual({
        code: 'cause-open',
        items: ['certificates'],
      });
      walk.certificateEnds = addDays(walk.now, 400);
      walk.must(RERUN, 'supplier').checks();
      expect(walk.state.at).toBe('SUSPENDED');
      walk
        .must({ type: 'propose-reinstatement' }, 'officer')
        .must({ type: 'confirm-reinstatement' }, 'officer2');
      expect(walk.state.at).toBe('QUALIFIED');
    },
  );

  it('does what the scheme says for its category', () => {
    const walk = certified(100);
    Object.assign(walk, { scheme: { ...walk.scheme, certificateLapse: { TRIMS: 'suspend' } } });
    expect(walk.wait(130).state.at).toBe('SUSPENDED');
  });

  it('that is renewed stops the old clock', () => {
    const walk = certified(100).wait(110);
    walk.certificateEnds = addDays(walk.now, 400);
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state.checks.certificates).toMatchObject({
      verdict: 'PASS',
      expiresAt: walk.certificateEnds,
    });
    expect(walk.state.deadlines.find((d) => d.kind === 'certificate')?.dueAt).toBe(walk.certificateEnds);
  });

  it('that is renewed gives the qualification its full time again', () => {
    const walk = certified(100);
    const { validity } = walk.state;
    expect(validity?.until).toBe(addDays(walk.now, 130));
    walk.certificateEnds = addDays(walk.now, 2000);
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state.validity).toEqual({ ...validity, until: addMonths(validity?.from ?? '', 24) });
    expect(walk.state.deadlines.find((d) => d.kind === 'validity')?.dueAt).toBe(walk.state.validity?.until);
  });

  describe('that an officer has seen', () => {
    const failed = (days: number): Walk => {
      const walk = certified(100).wait(days);
      walk.checkVerdicts = { certificates: 'FAIL' };
      return walk.must(RERUN, 'supplier').checks();
    };
    const pass = (walk: Walk): CommandOf<'resolve-check'> => ({
      ...{ type: 'resolve-check', check: 'certificates', verdict: 'PASS', source: 'certificate-register' },
      ...{ retrievedOn: walk.date(0), expiresOn: walk.date(600), noteId: 'note' },
    });
    const ends = (walk: Walk) => walk.state.deadlines.find((d) => d.kind === 'certificate')?.dueAt;

    it('stops the old clock, and is watched itself', () => {
      const walk = failed(90);
      walk.must(pass(walk), 'officer');
      expect(ends(walk)).toBe(walk.state.checks.certificates?.expiresAt);
      expect(walk.wait(60).state.at).toBe('QUALIFIED');
    });

    it('makes the qualification full again', () => {
      const walk = failed(140);
      expect(walk.state.at).toBe('QUALIFIED_CONDITIONAL');
      walk.must(pass(walk), 'officer');
      expect(walk.state.at).toBe('QUALIFIED');
      expect(ends(walk)).toBe(walk.state.checks.certificates?.expiresAt);
    });

    it('counts when a panel had the case meanwhile', () => {
      const walk = failed(90)
        .must({ type: 'suspend', cause: 'other' }, 'officer')
        .must({ type: 'confirm-suspension' }, 'officer2')
        .appealed();
      walk.must(pass(walk), 'officer').decideAppeal('upheld');
      expect(walk.state.at).toBe('SUSPENDED');
      expect(ends(walk)).toBe(walk.state.checks.certificates?.expiresAt);
    });
  });

  it('that is taken away does not stop the clock', () => {
    const walk = certified(100).wait(90);
    walk.certificateEnds = undefined;
    walk.checkVerdicts = { certificates: 'FAIL' };
    walk.must(RERUN, 'supplier').checks();
    expect(walk.state.deadlines.some((d) => d.kind === 'certificate')).toBe(true);
  });

  it('keeps its clock while any other check runs again', () => {
    const walk = certified(100);
    const before = walk.state.deadlines;
    walk.must({ ...RERUN, check: 'vat-tin' }, 'supplier').checks();
    expect(walk.state.deadlines).toEqual(before);
  });

  it('that ends while its check runs waits for the result', () => {
    const walk = certified(100).wait(99).must(RERUN, 'supplier').wait(2);
    expect(walk.state.checks.certificates?.verdict).toBe('PENDING');
    walk.certificateEnds = addDays(walk.now, 400);
    expect(walk.checks().state.checks.certificates?.verdict).toBe('PASS');
  });
});
