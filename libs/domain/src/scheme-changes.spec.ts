import { describe, expect, it } from '@jest/globals';
import { addDays } from './calendar.js';
import { makeDeadline } from './deadlines.js';
import { DEFAULT_SCHEME_CONTENT } from './reference/default-scheme.js';
import { aqlOf, escalatesTo } from './reference/scheme-defaults.js';
import { redated, schemeChanges } from './scheme-changes.js';
import type { SchemeContent } from './scheme.js';
import { OTHER_VERSION, Walk } from './walk.fixture.js';

describe('two versions of a scheme', () => {
  const { versions } = new Walk();
  const [from, to] = [versions['scheme']!, versions[OTHER_VERSION]!];

  it('are compared item by item and field by field', () => {
    expect(schemeChanges(from, to)).toEqual({
      added: ['BL-99'],
      removed: ['BL-02'],
      changed: [{ id: 'CD-01', fields: ['severity'] }],
      other: ['checklist.version', 'deadlines.audit-report.within'],
    });
    expect(schemeChanges(to, from)).toMatchObject({ added: ['BL-02'], removed: ['BL-99'] });
  });

  it('do not differ in the order of their fields', () => {
    const { deadlines, ...rest } = from;
    const turned = { deadlines: Object.fromEntries(Object.entries(deadlines).reverse()), ...rest };
    const none = { added: [], removed: [], changed: [], other: [] };
    expect(schemeChanges(from, turned as typeof from)).toEqual(none);
  });
});

describe('a deadline that was given its end', () => {
  it.each(['check-expiry', 'credit-end', 'pilot-inspection', 'surveillance-visit', 'condition'] as const)(
    'is not counted anew under another version: %s',
    (kind) => {
      const walk = new Walk();
      const rule = { within: { days: 400 }, steps: [{ step: 'expire', from: 'due' }] } as const;
      const to = { ...walk.scheme, deadlines: { ...walk.scheme.deadlines, [kind]: rule } };
      const calendar = { holidays: {} };
      const ends = makeDeadline(rule, kind, 'x', walk.now, calendar, addDays(walk.now, 20));
      const state = { ...walk.state, deadlines: [ends] };
      expect(redated(state, walk.scheme, to, { calendar, now: addDays(walk.now, 1) })).toEqual([ends]);
    },
  );
});

describe('what old versions do not say', () => {
  const later = ['samplingPlan', 'escalationChain'];
  const old = Object.fromEntries(
    Object.entries(DEFAULT_SCHEME_CONTENT).filter(([field]) => !later.includes(field)),
  ) as unknown as SchemeContent;

  it('is taken from one place', () => {
    expect(aqlOf(old, 'TRIMS')).toEqual(aqlOf(DEFAULT_SCHEME_CONTENT, 'TRIMS'));
    const strict = { TRIMS: { level: 'III', major: '1.0', minor: '2.5' } } as const;
    expect(aqlOf({ samplingPlan: strict }, 'TRIMS')).toEqual(strict.TRIMS);
    expect(aqlOf({ samplingPlan: strict }, 'LEATHER').level).toBe('II');
    const tellsWho = (n: number) => [escalatesTo(old, n), escalatesTo(DEFAULT_SCHEME_CONTENT, n)];
    expect(tellsWho(0)).toEqual(['holders-administrator', 'holders-administrator']);
    expect(tellsWho(1)).toEqual(['programme-office', 'programme-office']);
    expect(tellsWho(9)).toEqual(['head-of-programme', 'head-of-programme']);
    expect(escalatesTo({ ...old, escalationChain: ['programme-office'] }, 3)).toBe('programme-office');
  });
});
