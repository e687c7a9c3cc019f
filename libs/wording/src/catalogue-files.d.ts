/** A catalogue of `locales/`, as `catalogues.mjs` makes a module of it. */
declare module '*.po.js' {
  import type { Messages } from '@lingui/core';

  /** By id: a text, or the parts of one that has values to fill in. */
  export const messages: Messages;
  /** Ids of texts that nobody who speaks the language has reviewed. */
  export const drafts: readonly string[];
}
