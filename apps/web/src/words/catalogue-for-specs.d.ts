/** A catalogue as specs read it: `libs/wording/catalogues.mjs` makes a module of it. */
declare module '*.po' {
  export const messages: Readonly<Record<string, unknown>>;
}
