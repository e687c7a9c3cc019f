import type { ItemText } from '../../checklist.js';

/** The words of one item in one language; as many hints for evidence as in English, in the same order. */
export type ItemWords = Pick<ItemText, 'question' | 'guidance' | 'evidence'>;
