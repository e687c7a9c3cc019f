import { describe, expect, it } from '@jest/globals';
import type { BallHolderView, QualificationSummary } from '#client';
import { dutiesOf, minutesFor, placeOf } from './duties.js';

const holder = (what: string, dueAt?: string, role = 'supplier'): BallHolderView => ({
  ...{
    task: `${what}:${dueAt ?? ''}`,
    role,
    what,
    subject: 'BL-01',
    otherwise: 'rejection',
    calendarMissing: false,
  },
  ...(dueAt && { dueAt }),
});
const caseOf = (id: string, ...ballHolders: BallHolderView[]): QualificationSummary =>
  ({ id, ballHolders }) as unknown as QualificationSummary;
const mine = ({ role }: BallHolderView): boolean => role === 'supplier';

describe('what a supplier has to do', () => {
  it('is nothing of what comes in years: a renewal is a duty of its last ninety days', () => {
    const renewal = caseOf('a', holder('renew-qualification', '2028-11-26T00:00:00.000Z'));
    expect(dutiesOf([renewal], mine, Date.parse('2026-11-26T00:00:00.000Z'))).toEqual([]);
    expect(dutiesOf([renewal], mine, Date.parse('2028-10-01T00:00:00.000Z'))).toHaveLength(1);
  });

  it('is what is due first, in whatever case it is', () => {
    const duties = dutiesOf(
      [
        caseOf('a', holder('confirm-pilot', '2026-12-05T00:00:00.000Z')),
        caseOf(
          'b',
          holder('answer-visit-proposal', '2026-12-01T00:00:00.000Z'),
          holder('assign-auditor', '2026-11-01', 'officer'),
        ),
        caseOf('c', holder('renew-certificate')),
      ],
      mine,
    );
    expect(duties.map(({ of, what }) => [of.id, what])).toEqual([
      ['b', 'answer-visit-proposal'],
      ['a', 'confirm-pilot'],
      ['c', 'renew-certificate'],
    ]);
  });

  it('is one thing where several of a kind wait in a case, and takes as long as all of them', () => {
    const [duty] = dutiesOf(
      [caseOf('a', holder('correct-finding', '2027-01-02'), holder('correct-finding', '2026-12-25'))],
      mine,
    );
    expect(duty).toMatchObject({ count: 2, dueAt: '2026-12-25' });
    expect(duty && minutesFor(duty)).toBe(20);
    expect(placeOf('correct-finding')).toBe('#corrections');
  });
});
