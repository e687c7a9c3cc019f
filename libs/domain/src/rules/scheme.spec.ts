import { describe, expect, it } from '@jest/globals';
import { AUDIT } from '../papers.js';
import { OTHER_VERSION, Walk } from '../walk.fixture.js';

const migrate = { type: 'migrate-scheme', schemeVersionId: OTHER_VERSION } as const;
const due = (walk: Walk, kind: string) => walk.state.deadlines.find((x) => x.kind === kind)?.dueAt;

describe('a case that goes over to another version of its scheme', () => {
  it('tells what it is asked now, and counts its deadlines by the new rules', () => {
    const walk = new Walk().toAssessment().toAudit();
    const before = due(walk, 'audit-report');
    walk.must(migrate, 'officer');
    expect(walk.state.schemeVersionId).toBe(OTHER_VERSION);
    expect(walk.entries.at(-1)?.events).toEqual([
      {
        type: 'scheme-migrated',
        params: {
          ...{ from: 'scheme', to: OTHER_VERSION, added: ['BL-99'], removed: ['BL-02'] },
          ...{ changed: ['CD-01'], deadlines: ['audit-report'] },
        },
      },
    ]);
    expect(due(walk, 'audit-report')! > before!).toBe(true);
  });

  it('keeps its answers, and waits for those to the new items', () => {
    const walk = new Walk().toAssessment().toAudit().checks().must(migrate, 'officer');
    expect(walk.papers[AUDIT]).toHaveProperty('BL-02');
    const missing = walk.refused({ type: 'submit-audit' }, 'auditor');
    expect(missing).toEqual({ code: 'answers-missing', items: ['BL-99'] });
    walk.answer({ 'BL-99': { value: 'conform', reasonGiven: false, evidenceCount: 1, noteLength: 0 } });
    walk.must({ type: 'submit-audit' }, 'auditor');
    expect(walk.state.at).toBe('ASSESSMENT_REVIEW');
  });

  it('leaves alone a deadline whose rule is the same, one that was extended, and one whose end is agreed', () => {
    const walk = new Walk().toAssessment();
    const waits = walk.state.deadlines;
    walk.must(migrate, 'officer');
    expect(walk.state.deadlines).toEqual(waits);
    const other = new Walk().toAssessment().toAudit();
    const extendable = { ...other.scheme.deadlines['audit-report'], extendableDays: 5 };
    other.versions['scheme'] = {
      ...other.scheme,
      deadlines: { ...other.scheme.deadlines, 'audit-report': extendable },
    };
    other.must({ type: 'extend-deadline', deadline: 'audit-report', days: 5 }, 'officer');
    const extended = due(other, 'audit-report');
    expect(due(other.must(migrate, 'officer'), 'audit-report')).toBe(extended);
  });

  it('opens the new items to the auditor beside those that were sent back', () => {
    const walk = new Walk().toReview();
    walk.must({ type: 'return-to-auditor', items: ['BL-01', 'BL-02'] }, 'reviewer').must(migrate, 'officer');
    expect(walk.state.audit.reopenedItems).toEqual(['BL-01', 'BL-99']);
  });

  it('runs the checks that the new version wants and the old one did not', () => {
    const walk = new Walk();
    walk.scheme = { ...walk.scheme, complianceChecks: { TRIMS: ['vat-tin'] } };
    walk.toAssessment().checks();
    const next = walk.versions[OTHER_VERSION]!;
    walk.versions[OTHER_VERSION] = { ...next, complianceChecks: { TRIMS: ['vat-tin', 'origin'] } };
    walk.must(migrate, 'officer');
    expect(walk.state.checks.origin?.verdict).toBe('PENDING');
    expect(walk.state.checks['vat-tin']?.verdict).toBe('PASS');
  });

  it('is refused once the audit is in, and after the end', () => {
    const walk = new Walk().toReview();
    expect(walk.refused(migrate, 'officer').code).toBe('audit-submitted');
    const closed = new Walk().must({ type: 'withdraw', reason: 'cost' }, 'supplier');
    expect(closed.refused(migrate, 'officer').code).toBe('stage-does-not-allow');
  });

  it('is refused for the version it has, one that is not published, and one of another scheme', () => {
    const walk = new Walk();
    const to = (schemeVersionId: string) => walk.refused({ ...migrate, schemeVersionId }, 'officer').code;
    expect(['scheme', 'draft', 'of-another-scheme'].map(to)).toEqual([
      ...['not-applicable-here', 'scheme-not-published', 'scheme-differs'],
    ]);
  });

  it('is the decision of an officer', () => {
    expect(new Walk().refused(migrate, 'supplier').code).toBe('role-not-allowed');
  });
});

describe('what a site says of itself', () => {
  it('is frozen when the application is handed in', () => {
    const walk = new Walk();
    expect(walk.state.siteFacts).toBeUndefined();
    walk.toAssessment();
    expect(walk.state.siteFacts).toEqual({ workers: 40, womenWorkers: 30 });
  });
});

describe('the sampling plan of a scheme', () => {
  it('decides on a lot', () => {
    const verdict = (major: '1.5' | '0.65') => {
      const walk = new Walk();
      const terms = { level: 'II', major, minor: '4.0' } as const;
      walk.scheme = { ...walk.scheme, samplingPlan: { TRIMS: terms } };
      return walk.toPilot().place('p1').inspect('p1', 1, 2).state.pilots['p1']?.lots[0]?.phase;
    };
    expect([verdict('1.5'), verdict('0.65')]).toEqual(['accepted', 'rejected']);
  });
});

describe('an escalation', () => {
  it('goes up the chain of the scheme, step by step', () => {
    const walk = new Walk().must({ type: 'submit-application' }, 'supplier').wait(30);
    const told = walk.entries.flatMap(({ events }) => events).filter(({ type }) => type === 'escalated');
    expect(told.map(({ params }) => params['to'])).toEqual(['holders-administrator', 'programme-office']);
  });
});
