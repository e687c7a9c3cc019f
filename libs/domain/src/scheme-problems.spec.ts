import { describe, expect, it } from '@jest/globals';
import type { ChecklistItem } from './checklist.js';
import { DEFAULT_SCHEME_CONTENT } from './reference/default-scheme.js';
import { schemeProblems, type SchemeProblemCode } from './scheme-problems.js';
import type { SchemeContent } from './scheme.js';

const { checklist, deadlines } = DEFAULT_SCHEME_CONTENT;
const content = (patch: Partial<SchemeContent>): SchemeContent => ({ ...DEFAULT_SCHEME_CONTENT, ...patch });
const list = (patch: Partial<SchemeContent['checklist']>) =>
  content({ checklist: { ...checklist, ...patch } });
const scoring = (patch: Partial<SchemeContent['checklist']['scoring']>) =>
  list({ scoring: { ...checklist.scoring, ...patch } });
const { grades } = checklist.scoring;
/** The first item with a change; BL-01 is critical and in the core profile. */
const first = (patch: Partial<ChecklistItem>) =>
  list({ items: checklist.items.map((item, n) => (n === 0 ? { ...item, ...patch } : item)) });
const draft = (rule: Partial<SchemeContent['deadlines']['draft']>) =>
  content({ deadlines: { ...deadlines, draft: { ...deadlines.draft, ...rule } } });
const ITEM = '/checklist/items/0';

describe('a scheme', () => {
  it('is in order as the programme publishes it first', () => {
    expect(schemeProblems(DEFAULT_SCHEME_CONTENT)).toEqual([]);
  });

  it.each<[SchemeProblemCode, string, SchemeContent]>([
    [
      'id-repeated',
      '/checklist/items/1/id',
      list({ items: checklist.items.map((i, n) => (n === 1 ? { ...i, id: 'BL-01' } : i)) }),
    ],
    [
      'id-repeated',
      '/checklist/sections/7/code',
      list({ sections: [...checklist.sections, ...checklist.sections.slice(0, 1)] }),
    ],
    ['section-unknown', `${ITEM}/section`, first({ section: 'XX' })],
    [
      'section-empty',
      '/checklist/sections/7/code',
      list({ sections: [...checklist.sections, { code: 'XX', title: 'X', weight: 1 }] }),
    ],
    [
      'section-without-weight',
      '/checklist/sections/0/weight',
      list({ sections: checklist.sections.map((s, n) => (n === 0 ? { ...s, weight: 0 } : s)) }),
    ],
    ['weight-missing', `${ITEM}/weight`, first({ weight: 0 })],
    ['grave-not-in-core-profile', `${ITEM}/coreProfile`, first({ coreProfile: false })],
    ['condition-empty', `${ITEM}/severityWhen/0`, first({ severityWhen: [{ when: {}, severity: 'minor' }] })],
    ['condition-empty', `${ITEM}/askedWhen`, first({ askedWhen: {} })],
    [
      'condition-empty',
      `${ITEM}/evidenceWhen/0/when`,
      first({ evidenceWhen: [{ when: {}, evidence: 'x' }] }),
    ],
    [
      'severity-unchanged',
      `${ITEM}/severityWhen/0/severity`,
      first({ severityWhen: [{ endMarketsWithout: 'US', severity: 'critical' }] }),
    ],
    [
      'rule-never-reached',
      `${ITEM}/severityWhen/1`,
      first({
        severityWhen: [
          { endMarketsWithout: 'US', severity: 'minor' },
          { when: { endMarketsWithout: 'US' }, severity: 'major' },
        ],
      }),
    ],
    [
      'evidence-count-differs',
      `${ITEM}/texts/km/evidence`,
      first({ texts: { km: { question: 'x', guidance: 'x', evidence: ['x'], status: 'draft' } } }),
    ],
    [
      'floor-of-unknown-section',
      '/checklist/scoring/sectionFloors/XX',
      scoring({ sectionFloors: { XX: 60 } }),
    ],
    [
      'grades-not-in-order',
      '/checklist/scoring/grades/1',
      scoring({ grades: [grades[1]!, grades[0]!, ...grades.slice(2)] }),
    ],
    [
      'grades-not-in-order',
      '/checklist/scoring/grades/1',
      scoring({ grades: grades.map((g, n) => (n === 1 ? { ...g, min: 90 } : g)) }),
    ],
    [
      'last-grade-has-limits',
      '/checklist/scoring/grades/4',
      scoring({ grades: grades.map((g, n) => (n === 4 ? { ...g, min: 1 } : g)) }),
    ],
    [
      'grade-unknown',
      '/checklist/scoring/limitedGrade',
      scoring({ grades: grades.filter(({ grade }) => grade !== 'D') }),
    ],
    [
      'values-not-in-order',
      '/checklist/scoring/values',
      scoring({ values: { ...checklist.scoring.values, partial: 1 } }),
    ],
    ['validity-not-in-order', '/validityMonths/B', content({ validityMonths: { A: 6, B: 18, C: 12, D: 6 } })],
    ['units-mixed', '/deadlines/draft/within', draft({ within: { days: 60, hours: 1 } })],
    ['units-mixed', '/deadlines/draft/steps/0', draft({ steps: [{ step: 'remind', from: 'start' }] })],
    [
      'lead-longer-than-wait',
      '/deadlines/draft/steps/0/days',
      draft({ steps: [{ step: 'remind', from: 'due', days: -60 }] }),
    ],
    [
      'several-ends',
      '/deadlines/draft/steps',
      draft({ steps: [0, 1].map((days) => ({ step: 'expire', from: 'due', days })) }),
    ],
    [
      'check-repeated',
      '/complianceChecks/TRIMS/1',
      content({ complianceChecks: { TRIMS: ['origin', 'origin'] } }),
    ],
  ])('has the problem %s at %s, and no other', (code, pointer, broken) => {
    expect(schemeProblems(broken)).toEqual([{ pointer, code }]);
  });
});
