import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCHEME_CONTENT as content, schemeProblems, type SchemeContent } from '#domain';
import {
  certificatesOf,
  gradesOf,
  samplingOf,
  validityOf,
  withCertificates,
  withGrades,
  withSampling,
  withValidity,
} from './terms.js';

/** A version of before sampling was said by schemes. */
const silent = Object.fromEntries(
  Object.entries(content).filter(([part]) => part !== 'samplingPlan'),
) as unknown as SchemeContent;

describe('what a version says beside its questions', () => {
  it('stays as it is while nobody changes it, and what it does not say stays unsaid', () => {
    for (const one of [content, silent]) {
      expect(withGrades(one, gradesOf(one))).toEqual(one);
      expect(withSampling(one, samplingOf(one))).toEqual(one);
      expect(withCertificates(one, certificatesOf(one))).toEqual(one);
      expect(withValidity(one, validityOf(one))).toEqual(one);
    }
  });

  it('says of a category what somebody wrote, and of the others nothing new', () => {
    const all = samplingOf(silent);
    const trims = { ...all.TRIMS, major: '1.0' } as const;
    expect(withSampling(silent, { ...all, TRIMS: trims }).samplingPlan).toEqual({ TRIMS: trims });
    const lapse = { ...certificatesOf(content).certificateLapse, PACKAGING: 'suspend' } as const;
    const { certificateLapse } = withCertificates(content, {
      ...certificatesOf(content),
      certificateLapse: lapse,
    });
    expect(certificateLapse).toEqual({ PACKAGING: 'suspend' });
  });

  it('may be written back to what is usual', () => {
    const usual = certificatesOf(content);
    const strict = withCertificates(content, {
      ...usual,
      certificateLapse: { ...usual.certificateLapse, PACKAGING: 'suspend' },
      requiredCertificates: { ...usual.requiredCertificates, TRIMS: ['GRS'], LEATHER: [] },
    });
    expect(strict.requiredCertificates).toEqual({ TRIMS: ['GRS'], LEATHER: [], CHEMICALS: ['ZDHC_MRSL'] });
    expect(certificatesOf(withCertificates(strict, usual))).toEqual(usual);
  });

  it('is judged by the rules of a version: a grade that is easier to get than a worse one is none', () => {
    const { grades } = gradesOf(content);
    const wrong = withGrades(content, {
      ...gradesOf(content),
      grades: grades.map((rule) => (rule.grade === 'B' ? { ...rule, min: 99 } : rule)),
    });
    expect(schemeProblems(wrong)).toEqual([
      { pointer: '/checklist/scoring/grades/1', code: 'grades-not-in-order' },
    ]);
  });
});
