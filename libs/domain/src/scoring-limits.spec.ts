import { describe, expect, it } from '@jest/globals';
import { CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import { criticals, majors, ofSection, points, scoreOf, SOLID, type Row } from './scoring.fixture.js';
import { score } from './scoring.js';

describe('open criticals', () => {
  it.each([1, 2, 3])('leave at most D and conditional when there are %p', (n) => {
    const result = scoreOf([SOLID, ...criticals(n)]);
    expect(result).toMatchObject({
      openCriticals: n,
      grade: 'D',
      outcome: 'conditional',
      limits: ['open-criticals'],
    });
  });

  it('fail the audit from the fourth on', () => {
    const result = scoreOf([SOLID, ...criticals(4)]);
    expect(result).toMatchObject({ grade: 'E', outcome: 'fail', limits: ['too-many-open-criticals'] });
  });

  it('include denied access to the site', () => {
    expect(scoreOf([SOLID], { extraCriticals: 1 })).toMatchObject({ openCriticals: 1, grade: 'D' });
    expect(scoreOf([SOLID, ...criticals(3)], { extraCriticals: 1 })).toMatchObject({ grade: 'E' });
    expect(scoreOf([SOLID], { extraCriticals: 0 })).toMatchObject({ grade: 'A' });
    expect(() => scoreOf([SOLID], { extraCriticals: -1 })).toThrow(RangeError);
  });

  it('include a half answer that the rules do not allow, without points', () => {
    const result = scoreOf([SOLID, [1000, 'critical', 'partial']]);
    expect(result).toMatchObject({ openCriticals: 1, total: 50 });
  });
});

describe('a zero-tolerance finding', () => {
  const rows: readonly Row[] = [SOLID, [1, 'zero-tolerance', 'nonconform']];

  it('is provisional and counts as an open critical until a second reviewer speaks', () => {
    const result = scoreOf(rows);
    expect(result).toMatchObject({ grade: 'D', outcome: 'conditional', openCriticals: 1 });
    expect(result.provisionalZeroTolerance).toEqual(['CD-2']);
  });

  it('fails the audit when it is confirmed, even alone', () => {
    const result = scoreOf(rows, { zeroTolerance: { 'CD-2': 'confirmed' } });
    expect(result).toMatchObject({ grade: 'E', outcome: 'fail', limits: ['zero-tolerance-confirmed'] });
    expect(result.confirmedZeroTolerance).toEqual(['CD-2']);
  });

  it('stays an open critical when it is dismissed', () => {
    const result = scoreOf(rows, { zeroTolerance: { 'CD-2': 'dismissed' } });
    expect(result).toMatchObject({ grade: 'D', openCriticals: 1, provisionalZeroTolerance: [] });
  });

  it('is closed by a verified corrective action only after it was dismissed', () => {
    const closed = (verdict: 'provisional' | 'confirmed' | 'dismissed') =>
      scoreOf(rows, { zeroTolerance: { 'CD-2': verdict }, verifiedClosures: new Set(['CD-2']) }).grade;
    expect([closed('dismissed'), closed('provisional'), closed('confirmed')]).toEqual(['A', 'D', 'E']);
  });
});

describe('a section floor', () => {
  it.each([
    ['SL', 60],
    ['HS', 60],
    ['QM', 60],
    ['EN', 50],
  ])('of %s at %p leaves at most D below it', (section, floor) => {
    const at = (won: number) => {
      const rest = ofSection('CD', [SOLID]);
      const low = ofSection(section, [
        [won, 'minor', 'conform'],
        [100 - won, 'minor', 'nonconform'],
      ]);
      const heavy = [
        { code: 'CD', title: '', weight: 1000 },
        ...CHECKLIST_SECTIONS.filter((s) => s.code !== 'CD'),
      ];
      const answers = { ...rest.answers, ...low.answers };
      return score([...rest.items, ...low.items], answers, heavy, SCORING_RULES);
    };
    expect(at(floor)).toMatchObject({ grade: 'A', limits: [] });
    expect(at(floor - 0.01)).toMatchObject({
      grade: 'D',
      outcome: 'conditional',
      limits: ['section-below-floor'],
    });
  });

  it('asks nothing of sections without one', () => {
    expect(points(56)).toMatchObject({ grade: 'D', limits: [] });
  });
});

describe('what was not verified', () => {
  it.each(['critical', 'zero-tolerance'] as const)(
    'leaves at most conditional when it is %s, and a visit to make',
    (s) => {
      const result = scoreOf([SOLID, [1, s, 'not-verified']]);
      expect(result).toMatchObject({
        grade: 'D',
        outcome: 'conditional',
        openCriticals: 0,
        limits: ['not-verified'],
      });
      expect(result.followUp).toEqual(['CD-2']);
    },
  );

  it('needs no visit when it is minor', () => {
    expect(scoreOf([SOLID, [1, 'minor', 'not-verified']])).toMatchObject({ grade: 'A', followUp: [] });
  });
});

describe('verified corrective actions', () => {
  const rows: readonly Row[] = [SOLID, ...criticals(1), ...majors(2), [1, 'critical', 'not-verified']];

  it('count as conform in the score that follows', () => {
    const verifiedClosures = new Set(['CD-2', 'CD-3', 'CD-4', 'CD-5']);
    expect(scoreOf(rows).grade).toBe('D');
    expect(scoreOf(rows, { verifiedClosures })).toMatchObject({
      grade: 'A',
      total: 100,
      lost: [],
      followUp: [],
    });
  });

  it('leave the others open', () => {
    expect(scoreOf(rows, { verifiedClosures: new Set(['CD-3']) })).toMatchObject({
      openCriticals: 1,
      openMajors: 1,
    });
  });

  it('do not make a not applicable item count', () => {
    const verifiedClosures = new Set(['CD-1']);
    expect(scoreOf([[5, 'minor', 'not-applicable']], { verifiedClosures }).total).toBe(0);
  });
});
