/** The address of compiled texts, as `catalogues-plugin.ts` gives it. */
declare module '*.po?texts=advice,checks,events,questions,refusals' {
  const address: string;
  export { address as default };
}
declare module '*.po?texts=deadlines,duties,names' {
  const address: string;
  export { address as default };
}
