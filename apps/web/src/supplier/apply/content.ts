import type { Content } from './fields.js';

/** Without what is empty: the API takes a field, or it is not there. */
export const withoutEmpty = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined && value !== ''));
