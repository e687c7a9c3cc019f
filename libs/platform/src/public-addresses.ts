/** Where anybody can check a qualification by its number: what a QR code leads to. */
export const checkAddressOf = (publicOrigin: string, caseNumber: string): string =>
  new URL(`/check/${encodeURIComponent(caseNumber)}`, publicOrigin).href;
