import type { PublicConsentView } from '#contracts';
import { pathOfCheck } from './check-code.js';

export interface PublicConsentRow {
  readonly version: number;
  readonly sections: PublicConsentView['sections'];
  readonly code: string | null;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

const NEVER_GIVEN: PublicConsentView = {
  ...{
    inForce: false,
    sections: [],
    code: null,
    address: null,
    givenAt: null,
    withdrawnAt: null,
    version: 0,
  },
};

/** @param origin where browsers find this service */
export function publicConsentView(row: PublicConsentRow | undefined, origin: string): PublicConsentView {
  if (!row) return NEVER_GIVEN;
  const { version, sections, code, givenAt, withdrawnAt } = row;
  return {
    inForce: code !== null,
    sections: [...sections],
    code,
    address: code && origin + pathOfCheck(code),
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    version,
  };
}
