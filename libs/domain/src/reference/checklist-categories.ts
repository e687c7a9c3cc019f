import type { InputCategory } from './input-categories.js';

/** Every category is asked this item. */
export const ALL_CATEGORIES: readonly InputCategory[] = [
  'YARN_FABRIC',
  'TRIMS',
  'CHEMICALS',
  'LEATHER',
  'PACKAGING',
  'SERVICES',
];
