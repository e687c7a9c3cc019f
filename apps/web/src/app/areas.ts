import type { MeView } from '#client';
import type { Part } from '../words/addresses.js';

/** The part of the app that an organisation's people work in. */
export type Area = Extract<Part, 'supplier' | 'auditor' | 'buyer' | 'office'>;

const AREAS: Readonly<Record<MeView['organisation']['kind'], Area>> = {
  supplier: 'supplier',
  'audit-firm': 'auditor',
  buyer: 'buyer',
  'programme-office': 'office',
};
export const areaOf = (me: MeView): Area => AREAS[me.organisation.kind];

/** Texts of an area: its own, and what an application is made of for those who hold it against what is there. */
export const partsOf = (area: Area): readonly Part[] =>
  area === 'auditor' || area === 'office' ? [area, 'application'] : [area];
