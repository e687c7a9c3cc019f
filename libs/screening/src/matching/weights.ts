import type { Model } from './model.js';

/** Where the weights come from, for the record of a check. */
export const MODEL_VERSION = '2026-11-25';

export const MODEL: Model = {
  person: {
    intercept: 1.813,
    weights: {
      'other-words': -4.978,
      'other-share': -2.258,
      'two-edits': -0.504,
      'three-edits': -2.969,
    },
    threshold: 0.521,
    corroborated: 0.421,
  },
  entity: {
    intercept: 1.888,
    weights: {
      'other-words': -2.512,
      'other-share': -2.164,
      'more-words': -1.479,
      'two-edits': -0.728,
      'three-edits': -1.367,
      numbers: -0.262,
      thin: -0.202,
      'legal-form': -1.179,
    },
    threshold: 0.654,
    corroborated: 0.554,
  },
};
