import type { Keyring } from '#persistence';

/** The seed of the draw of shadow audits: it never leaves the server, so nobody outside can draw the same. */
export const shadowSeedOf = (keyring: Keyring): string =>
  keyring.index('shadow audits', 'draw').toString('base64url');
