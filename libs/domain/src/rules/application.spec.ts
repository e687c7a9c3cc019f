import { describe, expect, it } from '@jest/globals';
import { APPLICATION, COMPLIANCE, openPapers } from '../papers.js';
import { Walk } from '../walk.fixture.js';

const SUBMIT = { type: 'submit-application' } as const;
const RESUBMIT = { type: 'resubmit-application' } as const;
const ASK = { type: 'request-information', items: ['profile.legalName'] } as const;
const EXTEND = { type: 'extend-deadline', deadline: 'information', days: 14 } as const;
const submitted = (): Walk => new Walk().must(SUBMIT, 'supplier');
const asked = (): Walk => submitted().must(ASK, 'officer');
const papers = (walk: Walk): readonly string[] => openPapers(walk.state).map((p) => p.paper);

describe('an application', () => {
  it('is submitted when every field is there', () => {
    const walk = submitted();
    expect(walk.state.at).toBe('SUBMITTED');
    expect(walk.entries.at(-1)).toMatchObject({ onBehalf: false, actor: { personId: 'sokha' } });
    expect(papers(walk)).toEqual([]);
  });

  it('is refused with the names of the missing fields', () => {
    const walk = new Walk();
    const { profile, site } = walk.papers[APPLICATION] ?? {};
    walk.papers[APPLICATION] = { profile: { ...(profile as object), legalName: '' }, site };
    walk.papers[COMPLIANCE] = { ...walk.papers[COMPLIANCE], tax: { tin: 'K001-123456789' } };
    expect(walk.refused(SUBMIT, 'supplier')).toEqual({
      code: 'application-incomplete',
      items: [
        'profile.legalName',
        'capacity.products',
        'capacity.monthlyCapacity',
        'capacity.capacityUnit',
        'declaration.truthful',
        'declaration.consentToChecks',
        'declaration.signedBy',
        'tax.patentYear',
      ],
    });
  });

  it('is refused when the declaration says no', () => {
    const walk = new Walk();
    walk.papers[APPLICATION] = {
      ...walk.papers[APPLICATION],
      declaration: { truthful: false, consentToChecks: true, signedBy: 'sokha' },
    };
    expect(walk.refused(SUBMIT, 'supplier').items).toEqual(['declaration.truthful']);
  });

  it('belongs to its supplier', () => {
    expect(new Walk().refused(SUBMIT, 'stranger').code).toBe('not-your-case');
    expect(new Walk().refused(SUBMIT, 'auditor').code).toBe('role-not-allowed');
    expect(new Walk().refused({ type: 'accept-application' }, 'officer').code).toBe('stage-does-not-allow');
  });

  it('may be entered by an officer, and is marked for ever', () => {
    const walk = new Walk().must(SUBMIT, 'officer');
    expect(walk.entries.at(-1)).toMatchObject({ onBehalf: true, actor: { personId: 'dara' } });
    expect(new Walk().refused(SUBMIT, 'reviewer').code).toBe('role-not-allowed');
  });

  it('is opened once', () => {
    const walk = new Walk();
    const { supplierId, siteId, category, schemeVersionId, profile, endMarkets } = walk.state;
    const open = {
      type: 'open',
      supplierId,
      siteId,
      category,
      schemeVersionId,
      profile,
      endMarkets,
    } as const;
    expect(walk.refused(open, 'supplier').code).toBe('stage-does-not-allow');
    expect(walk.entries).toHaveLength(1);
  });

  it('is not opened beside another open case of the same site and category', () => {
    const walk = new Walk();
    const { supplierId, siteId, category, schemeVersionId, profile, endMarkets } = walk.state;
    const open = {
      type: 'open',
      supplierId,
      siteId,
      category,
      schemeVersionId,
      profile,
      endMarkets,
    } as const;
    walk.state = { ...walk.state, seq: 0 };
    walk.openCaseId = 'another';
    expect(walk.refused(open, 'supplier')).toEqual({ code: 'already-open', items: ['another'] });
    walk.openCaseId = undefined;
    expect(walk.refused(open, 'stranger').code).toBe('not-your-case');
    expect(walk.must(open, 'officer').entries.at(-1)?.onBehalf).toBe(true);
  });
});

describe('information the office asks for', () => {
  it('comes back with the next submission', () => {
    const walk = asked();
    expect(walk.state).toMatchObject({
      at: 'INFO_REQUESTED',
      informationItems: ['profile.legalName'],
      informationLoops: 1,
    });
    expect(papers(walk)).toEqual([APPLICATION, COMPLIANCE]);
    walk.must(RESUBMIT, 'supplier');
    expect(walk.state).toMatchObject({ at: 'SUBMITTED', informationItems: [] });
  });

  it('is asked for three times and no more', () => {
    const walk = submitted();
    for (let loop = 0; loop < 3; loop += 1) walk.must(ASK, 'officer').must(RESUBMIT, 'supplier');
    expect(walk.refused(ASK, 'officer').code).toBe('information-loops-exhausted');
    expect(walk.must({ type: 'accept-application' }, 'officer').state.at).toBe('SCREENING');
  });

  it('comes with a phone call on day 10, and a withdrawal on day 28', () => {
    const walk = asked().wait(9);
    expect(walk.state.matters).toEqual([]);
    walk.wait(1);
    expect(walk.state.matters.map((m) => m.kind)).toEqual(['phone-call']);
    walk.wait(17.9);
    expect(walk.state.at).toBe('INFO_REQUESTED');
    walk.wait(0.1);
    expect(walk.state).toMatchObject({
      at: 'WITHDRAWN',
      closedReason: 'information-not-given',
      over: true,
      matters: [],
    });
  });

  it('settles the phone call when it comes', () => {
    expect(asked().wait(12).must(RESUBMIT, 'supplier').state.matters).toEqual([]);
  });

  it('may be given 14 days more, once, and the end of waiting stays at day 28', () => {
    const walk = asked();
    const before = walk.state.deadlines[0];
    expect(walk.refused({ ...EXTEND, days: 15 }, 'officer').code).toBe('deadline-not-extendable');
    expect(walk.refused({ ...EXTEND, days: -3 }, 'officer').code).toBe('deadline-not-extendable');
    expect(walk.refused(EXTEND, 'supplier').code).toBe('role-not-allowed');
    walk.must(EXTEND, 'officer');
    const after = walk.state.deadlines[0];
    expect(after?.steps.at(-1)).toEqual(before?.steps.at(-1));
    expect(after?.dueAt).toBe('2026-11-30T02:00:00.000Z');
    expect(walk.refused(EXTEND, 'officer').code).toBe('deadline-not-extendable');
    expect(walk.wait(27).state.at).toBe('INFO_REQUESTED');
    expect(walk.wait(1).state.at).toBe('WITHDRAWN');
  });

  it('knows no deadline that is not there, and none that may not move', () => {
    expect(submitted().refused(EXTEND, 'officer').code).toBe('deadline-unknown');
    expect(submitted().refused({ ...EXTEND, deadline: 'completeness' }, 'officer').code).toBe(
      'deadline-not-extendable',
    );
  });
});

describe('a draft', () => {
  it('lapses after 60 days without an edit, reminded on days 7, 21 and 45', () => {
    const walk = new Walk().wait(59.9);
    const told = walk.entries.flatMap((e) => e.events.map((event) => event.type));
    expect(told.filter((type) => type === 'reminder-due')).toHaveLength(3);
    expect(walk.state.at).toBe('DRAFT');
    expect(walk.wait(0.1).state).toMatchObject({ at: 'EXPIRED', closedReason: 'time-ran-out', over: true });
  });

  it('counts its 60 days anew from the last edit', () => {
    const walk = new Walk().wait(50);
    walk.lastEditAt = walk.now;
    expect(walk.wait(59.9).state.at).toBe('DRAFT');
    expect(walk.wait(0.1).state.at).toBe('EXPIRED');
  });

  it('is not journalled when the clock only noticed an edit', () => {
    const walk = new Walk().wait(1);
    walk.lastEditAt = walk.now;
    const { seq } = walk.state;
    expect(walk.must({ type: 'advance-clock' }, 'system').state.seq).toBe(seq);
    expect(walk.state.deadlines[0]?.startedAt).toBe(walk.now);
    expect(walk.refused({ type: 'advance-clock' }, 'officer').code).toBe('role-not-allowed');
  });
});
