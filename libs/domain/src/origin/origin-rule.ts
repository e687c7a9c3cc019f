import type { OriginProcess } from './cost-sheet.js';

/** How far a non-originating material may have come before the working in Cambodia begins. */
export type StartsFrom = 'fabric' | 'yarn' | 'fibre';

/**
 * The forms that rules of origin have (domain 4.4). `CC`, `CTH` and `CTSH` want every non-originating material to be of
 * another chapter, heading or subheading than the good; a tolerance lets some pass by value. `RVC` is the build-down:
 * (FOB - value of non-originating materials) / FOB * 100. `process` wants each of some workings done in Cambodia, any
 * one of each group, from no later stage of material. `not-loaded`: what the rule is stands in a schedule that is not
 * loaded, or is for a customs office to judge; nobody's guess.
 */
export type OriginRule =
  | { readonly form: 'WO' }
  | { readonly form: 'CC' | 'CTH' | 'CTSH'; readonly tolerancePercent?: number }
  | { readonly form: 'RVC'; readonly minPercent: number }
  | { readonly form: 'max-non-originating'; readonly percent: number }
  | {
      readonly form: 'process';
      readonly done: readonly (readonly OriginProcess[])[];
      readonly from: StartsFrom;
    }
  | { readonly form: 'any-of' | 'all-of'; readonly rules: readonly OriginRule[] }
  | { readonly form: 'not-loaded'; readonly why: 'schedule' | 'by-judgement' };

export type Origin = 'yes' | 'no' | 'unknown';
