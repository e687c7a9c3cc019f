import { describe, expect, it } from '@jest/globals';
import { checkCapacity, type MachineGroup } from './capacity.js';
import { checkCaseDocuments, checkPhotoLocations } from './case-documents.js';
import { told } from './plain-checks.fixture.js';

const looms: MachineGroup = { type: 'loom', count: 10, unitsPerHour: 5 };
const capacity = (
  monthlyCapacity?: number,
  machines: readonly MachineGroup[] = [looms],
  hoursPerMonth?: number,
) => checkCapacity({ machines, hoursPerMonth: hoursPerMonth ?? 200, monthlyCapacity });

describe('the capacity of a firm', () => {
  it('is plausible up to 1.2 times what its machines make', () => {
    expect(told(capacity(12_000))).toEqual(['PASS', 'capacity-plausible']);
    expect(capacity(12_001)).toEqual({
      verdict: 'WARN',
      explanation: [
        { code: 'hidden-subcontract', params: { declared: 12_001, possible: 10_000, ratio: 1.2 } },
      ],
    });
  });

  it('cannot be judged without machines, hours, rates or a declared output, and then it warns', () => {
    expect(told(capacity(100, []))).toEqual(['WARN', 'machines-missing']);
    expect(told(checkCapacity({ machines: [looms], monthlyCapacity: 1 }))).toEqual([
      'WARN',
      'machines-missing',
    ]);
    expect(told(capacity())).toEqual(['WARN', 'declared-output-missing']);
    expect(told(capacity(100, [looms], 0))).toEqual(['WARN', 'machines-make-nothing']);
  });
});

describe('the documents of a case', () => {
  it('are as doubtful as the most doubtful of them, in numbers only', () => {
    const counts = { documents: 5, questionable: 1 };
    expect(told(checkCaseDocuments({ ...counts, questionable: 0, worst: null }))).toEqual([
      'PASS',
      'documents-plausible',
    ]);
    expect(checkCaseDocuments({ ...counts, worst: 'POTENTIAL' })).toEqual({
      verdict: 'POTENTIAL',
      explanation: [{ code: 'documents-in-question', params: counts }],
    });
  });

  it('do not pass when there are none', () => {
    expect(told(checkCaseDocuments({ documents: 0, questionable: 0, worst: null }))).toEqual([
      'WARN',
      'no-documents',
    ]);
  });
});

describe('photos of the site', () => {
  it('are there when four of five were taken within 300 m', () => {
    expect(told(checkPhotoLocations({ photos: 7, located: 5, far: 1 }))).toEqual(['PASS', 'photos-at-site']);
    expect(checkPhotoLocations({ photos: 7, located: 4, far: 1 })).toEqual({
      verdict: 'WARN',
      explanation: [{ code: 'photos-away-from-site', params: { located: 4, percent: 75 } }],
    });
  });

  it('warn when none says where it was taken', () => {
    expect(told(checkPhotoLocations({ photos: 3, located: 0, far: 0 }))).toEqual([
      'WARN',
      'no-located-photos',
    ]);
  });
});
