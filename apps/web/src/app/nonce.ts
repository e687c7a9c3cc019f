const META = 'meta[property="csp-nonce"]';

/** What the server lets style elements of this page carry. Browsers show it to scripts as a property only. */
export const styleNonce = (): string => document.querySelector<HTMLElement>(META)?.nonce ?? '';

/** Libraries that add style elements of their own (the lock of scrolling below a dialog) look for it under this name. */
export function setNonce(): void {
  (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = styleNonce();
}
