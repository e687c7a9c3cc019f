import type { FigureDefinitionView } from '#client';
import { expect, it } from '@jest/globals';
import { numberAsked } from './cases-asked.js';

const of: FigureDefinitionView = {
  ...{ figure: 'funnel', title: 'Funnel', definition: '', keys: 'stage', sources: [], estimate: false },
  measures: [
    { id: 'entered', unit: 'cases', listed: true },
    { id: 'passedShare', unit: 'percent', listed: false },
  ],
  ...{ dimensions: ['women-owned', 'cohort'], public: true },
};

it('asks for a number of this figure that cases stand behind, and for no other', () => {
  const entered = { key: 'audit', measure: 'entered' };
  expect(numberAsked(entered, of)).toEqual(entered);
  expect(numberAsked({ ...entered, measure: 'passedShare' }, of)).toBeUndefined();
  expect(numberAsked({ ...entered, measure: 'sites' }, of)).toBeUndefined();
  expect(numberAsked({ measure: 'entered' }, of)).toBeUndefined();
  expect(numberAsked(entered, undefined)).toBeUndefined();
});

it('takes a group with what it is a group of, also where the router has read a truth', () => {
  const split = { key: 'audit', measure: 'entered', by: 'women-owned', group: true };
  expect(numberAsked(split, of)).toEqual({ ...split, group: 'true' });
  expect(numberAsked({ ...split, by: 'size' }, of)).toEqual({ key: 'audit', measure: 'entered' });
});
