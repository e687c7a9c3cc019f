import { describe, expect, it } from '@jest/globals';
import { ballHolders } from '../ball-holders.js';
import { openPapers } from '../papers.js';
import { NONCONFORM, Walk } from '../walk.fixture.js';

const rejectLot = (pilotId: string) => ({ type: 'reject-lot', pilotId, lot: 1 }) as const;
const placed = (): Walk => new Walk().toPilot().place('p1');
const both = (): Walk => placed().place('p2', 'requester2');
const failed = (walk = placed()): Walk => walk.inspect('p1', 1, 80).must(rejectLot('p1'), 'requester');
const corrected = (): Walk => failed().correct('pilot:p1').verify('pilot:p1');
const what = (walk: Walk): readonly string[] => ballHolders(walk.state).map((h) => h.what);

describe('a failed pilot', () => {
  it('asks for its root cause and, that verified, for another review', () => {
    const walk = failed();
    expect(walk.state).toMatchObject({ at: 'CAP_OPEN', pilots: { p1: { phase: 'failed', result: 'fail' } } });
    expect(walk.state.correctiveActions).toMatchObject({ 'pilot:p1': { severity: 'major', phase: 'open' } });
    expect(openPapers(walk.state).filter((p) => p.role === 'inspector')).toEqual([]);
    expect(walk.correct('pilot:p1').verify('pilot:p1').state.at).toBe('ASSESSMENT_REVIEW');
  });

  it('makes the next one tightened', () => {
    const walk = corrected().must({ type: 'pass-review' }, 'reviewer').place('p2', 'requester2');
    expect(walk.state.pilots['p2']?.lots.map((l) => l.inspection)).toEqual(['tightened', 'tightened']);
    expect(placed().state.pilots['p1']?.lots.map((l) => l.inspection)).toEqual(['normal', 'normal']);
  });

  it('rejects the case when it is the second one', () => {
    const walk = corrected().must({ type: 'pass-review' }, 'reviewer').place('p2', 'requester2');
    walk.inspect('p2', 1, 80, 'requester2').must(rejectLot('p2'), 'requester2');
    expect(walk.state).toMatchObject({ at: 'REJECTED', closedReason: 'pilots-failed' });
  });

  it('rejects the case as the second one wherever the case stands', () => {
    const walk = failed(both()).correct('pilot:p1').verify('pilot:p1');
    walk.must({ type: 'return-to-auditor', items: ['BL-01'] }, 'reviewer').inspect('p2', 1, 80, 'requester2');
    expect(walk.state.at).toBe('IN_ASSESSMENT');
    expect(walk.must(rejectLot('p2'), 'requester2').state.at).toBe('REJECTED');
  });

  it('lets the pilot of another buyer go on, and its buyer decide when the case is back', () => {
    const walk = failed(both()).inspect('p2', 1, 0, 'requester2').inspect('p2', 2, 0, 'requester2');
    expect(walk.state).toMatchObject({
      at: 'CAP_OPEN',
      approvals: {},
      pilots: { p2: { phase: 'accepted' } },
    });
    expect(what(walk)).toEqual(['correct-finding']);
    walk.correct('pilot:p1').verify('pilot:p1').must({ type: 'pass-review' }, 'reviewer');
    expect(walk.state).toMatchObject({ at: 'BUYER_DECISION', approvals: { 'buyer-2': { phase: 'open' } } });
  });

  it('is worked on beside the decision of another buyer', () => {
    const walk = both().inspect('p2', 1, 0, 'requester2').inspect('p2', 2, 0, 'requester2');
    failed(walk);
    expect(walk.state.at).toBe('BUYER_DECISION');
    expect([...what(walk)].sort()).toEqual(['correct-finding', 'recommend-approval']);
    walk
      .must({ type: 'recommend-approval' }, 'requester2')
      .must({ type: 'approve', conditional: true }, 'approver2');
    expect(walk.state.at).toBe('QUALIFIED_CONDITIONAL');
  });

  it('is a matter for the office once another buyer has qualified the supplier', () => {
    const walk = both().inspect('p2', 1, 0, 'requester2').inspect('p2', 2, 0, 'requester2');
    walk
      .must({ type: 'recommend-approval' }, 'requester2')
      .must({ type: 'approve', conditional: false }, 'approver2');
    failed(walk);
    expect(walk.state).toMatchObject({
      at: 'QUALIFIED',
      matters: [{ kind: 'pilot-failed-while-qualified', subject: 'p1' }],
    });
  });
});

describe('what spoils a pilot whose lots were accepted', () => {
  const passing = (): Walk => placed().inspect('p1', 1, 0);

  it('is a delivery more than three days late', () => {
    expect(passing().wait(33).inspect('p1', 2, 0).state.pilots['p1']).toMatchObject({
      result: 'conditional',
    });
    expect(passing().wait(36).inspect('p1', 2, 0).state).toMatchObject({
      at: 'CAP_OPEN',
      pilots: { p1: { result: 'fail' } },
    });
  });

  it('is a short delivery', () => {
    const short = passing().deliver('p1', 2, 300).found('p1', 2, {}).judge('p1', 2);
    expect(short.state.pilots['p1']?.result).toBe('fail');
    const enough = passing().deliver('p1', 2, 490).found('p1', 2, {}, 490).judge('p1', 2);
    expect(enough.state.pilots['p1']?.result).toBe('pass');
  });

  it('is wrong documents, or a critical defect that a rework removed', () => {
    const papers = passing().deliver('p1', 2).found('p1', 2, {}).judge('p1', 2, 'requester', false);
    expect(papers.state.pilots['p1']?.result).toBe('fail');
    const critical = passing().deliver('p1', 2).found('p1', 2, { critical: 1 }).judge('p1', 2);
    expect(critical.state.pilots['p1']?.lots[1]?.phase).toBe('rejected');
    critical.must({ type: 'request-rework', pilotId: 'p1', lot: 2 }, 'requester').inspect('p1', 2, 0);
    expect(critical.state.pilots['p1']?.result).toBe('fail');
  });
});

describe('pilots and open findings', () => {
  it('go beside each other under an accepted plan', () => {
    const walk = new Walk()
      .answer({ 'CD-01': NONCONFORM })
      .toReview()
      .must({ type: 'require-corrective-actions' }, 'reviewer');
    walk.papers['corrective-action:CD-01'] = { response: { rootCause: 'x', action: 'y', owner: 'quality' } };
    walk
      .must({ type: 'accept-corrective-plan' }, 'reviewer')
      .must({ type: 'grant-consent', buyerId: 'buyer-1' }, 'supplier');
    walk.place('p1').correct('CD-01').verify('CD-01');
    expect(walk.state.at).toBe('PILOT_RUNNING');
    expect(walk.state.correctiveActions['CD-01']?.phase).toBe('verified');
  });
});

describe('a pilot while a panel has the case', () => {
  const appealed = (): Walk =>
    new Walk()
      .toPilot()
      .place('p2', 'requester2')
      .place('p1')
      .inspect('p1', 1, 0)
      .inspect('p1', 2, 0)
      .approve()
      .must({ type: 'suspend', cause: 'other' }, 'officer')
      .must({ type: 'confirm-suspension' }, 'officer2')
      .appealed();

  it('goes on, and its dates with it', () => {
    const walk = appealed();
    const waits = (): readonly string[] => walk.state.deadlines.map(({ key }) => key);
    expect(waits()).toContain('pilot-delivery:p2');
    walk.deliver('p2', 1);
    expect(waits()).toContain('pilot-inspection:p2:1');
    walk.found('p2', 1, {}).judge('p2', 1, 'requester2').inspect('p2', 2, 0, 'requester2');
    expect(walk.state).toMatchObject({ at: 'APPEAL', pilots: { p2: { phase: 'accepted', result: 'pass' } } });
    expect(waits().filter((key) => key.includes('p2'))).toEqual([]);
    expect(walk.decideAppeal('upheld').state.at).toBe('SUSPENDED');
    expect(waits().filter((key) => key.includes('p2'))).toEqual([]);
  });

  it('that fails is a matter for the office', () => {
    const walk = appealed().inspect('p2', 1, 80, 'requester2');
    walk.must({ type: 'reject-lot', pilotId: 'p2', lot: 1 }, 'requester2');
    expect(walk.state).toMatchObject({
      at: 'APPEAL',
      matters: [{ kind: 'pilot-failed-while-qualified', subject: 'p2' }],
    });
    expect(walk.decideAppeal('overturned').state.at).toBe('ASSESSMENT_REVIEW');
  });
});
