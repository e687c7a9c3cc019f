import { describe, expect, it } from '@jest/globals';
import { namesOf } from './fields.js';
import { FORMS, type FormSection } from './forms.js';
import {
  gapsIn,
  gapsOf,
  inOrder,
  minutesLeft,
  PAPERS,
  stepAfter,
  stepBefore,
  stepFor,
  STEPS,
  type Part,
} from './steps.js';

const asked = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ section, only }) =>
    FORMS[section]
      .flatMap(namesOf)
      .filter((name) => !only || only.includes(name))
      .map((name) => `${section}.${name}`),
  );

describe('the steps of an application', () => {
  it('ask for each field of each section once', () => {
    const all = [...STEPS.filter(({ id }) => id !== 'papers'), ...PAPERS].flatMap(({ parts }) =>
      asked(parts),
    );
    const known = (Object.keys(FORMS) as FormSection[]).flatMap((section) => asked([{ section }]));
    expect(all.toSorted()).toEqual(known.toSorted());
  });

  it('take less than five minutes each, and less than twenty together', () => {
    for (const { minutes } of [...STEPS, ...PAPERS]) expect(minutes).toBeLessThan(5);
    expect(minutesLeft(gapsOf({}))).toBeLessThan(20);
  });

  it('are listed in the order in which one comes by them', () => {
    const paths = [
      'declaration.signedBy',
      'declaration.consentToChecks',
      'tax.tin',
      'owners.owners',
      'site.latitude',
    ];
    expect(inOrder(paths)).toEqual([...paths].reverse());
  });

  it('miss a point of the map once, not each of its two numbers', () => {
    expect(gapsOf({}).filter((gap) => /itude$/.test(gap))).toEqual(['site.latitude']);
    expect(gapsOf({ site: { latitude: 11.5 } })).toContain('site.latitude');
  });

  it('have a page for everything that can be missing', () => {
    const gaps = gapsOf({}, ['bank.bankName', 'machines.machines']);
    expect(gaps).toContain('bank.bic');
    for (const gap of gaps) {
      const page = [...STEPS, ...PAPERS].find(({ id }) => id === stepFor(gap));
      expect(page && gapsIn(page, gaps)).toContain(gap);
    }
    expect(stepFor('site')).toBe('site');
    expect(stepFor('capacity.monthlyCapacity')).toBe('make');
    expect(stepFor('profile.isic')).toBe('make');
    expect(stepFor('certificates')).toBe('certificates');
  });

  it('lead from the first to the last and back, and from a paper to the list of papers', () => {
    expect(stepBefore('who')).toBeUndefined();
    expect(stepAfter('who')).toBe('site');
    expect(stepAfter('send')).toBeUndefined();
    expect(stepBefore('site')).toBe('who');
    expect(stepAfter('insurance')).toBe('papers');
    expect(stepBefore('insurance')).toBe('papers');
  });

  it('count as done with what was written, a declaration only when it says yes', () => {
    const before = gapsOf({ declaration: { consentToChecks: false } });
    expect(before).toContain('declaration.consentToChecks');
    expect(gapsOf({ declaration: { consentToChecks: true } })).not.toContain('declaration.consentToChecks');
  });
});
