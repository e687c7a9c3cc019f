/** The form of an identifier, as far as it is known. */
export interface IdFormat {
  /** Regular expression over the trimmed value; absent where no form is known. */
  readonly pattern?: string;
  /** Accepted with a warning. */
  readonly lenientPattern?: string;
  readonly check?: string;
  readonly meaning?: string;
  readonly examples?: readonly string[];
  readonly certainty: string;
  /** False: never refuse a value for its form, ask a person to look. */
  readonly enforce: boolean;
}

/** Identifiers that Cambodian firms write down, and what is known of their form. Regexes are checked forms, not proofs of existence. */
export const ID_FORMATS = {
  VAT_TIN: {
    pattern: '^[LK][0-9]{3}-[0-9]{9}$',
    lenientPattern: '^[A-Z][0-9]{3}-[0-9]{9,10}$',
    check: 'no public algorithm known: format check only',
    meaning:
      'letter = taxpayer class/office (L large, K medium; E small and B branch seen in secondary sources)',
    examples: ['L001-123456789', 'K001-123456789'],
    certainty:
      'L/K + 3 digits - 9 digits: high (two secondary sources); E + 10 digits: low; accept with warning',
    enforce: true,
  },
  PHONE_KH: { pattern: '^(\\+855|0)[1-9][0-9]{7,8}$', certainty: 'high', enforce: true },
  NATIONAL_ID: {
    pattern: '^[0-9]{9}$',
    certainty: 'medium-high (9 digits); store hashed/masked',
    enforce: true,
  },
  LEI: { pattern: '^[A-Z0-9]{18}[0-9]{2}$', check: 'ISO 7064 MOD 97-10', certainty: 'high', enforce: true },
  BIC: {
    pattern: '^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$',
    certainty: 'high; Cambodia has no IBAN',
    enforce: true,
  },
  CAS: {
    pattern: '^[1-9][0-9]{1,6}-[0-9]{2}-[0-9]$',
    check: 'CAS checksum',
    certainty: 'high',
    enforce: true,
  },
  HS: { pattern: '^[0-9]{4}(\\.?[0-9]{2}(\\.?[0-9]{2})?)?$', certainty: 'high', enforce: true },
  FSC_LICENCE: { pattern: '^FSC-[CNF][0-9]{6}$', certainty: 'high', enforce: true },
  MOC_REG_NO: {
    pattern: '^[0-9]{8}$|^[0-9]{4} ?[A-Z]?/?[0-9]{4}[A-Z]?$',
    examples: ['00012345'],
    certainty:
      "low-medium: 8-digit numbers since the 2016 online re-registration; older 'Co.1234 E/2010' style numbers exist. Never reject on format; show 'check by hand on the MoC registry'",
    enforce: false,
  },
  GDT_PATENT: {
    certainty: 'patent tax certificate: yearly, expires 31 December; number format not public',
    enforce: false,
  },
  NSSF_ENTERPRISE: { pattern: '^[0-9A-Z/-]{5,20}$', certainty: 'low: free text', enforce: false },
  OS_ID: {
    pattern: '^[A-Z]{2}[0-9]{7}[0-9A-Z]{6}$',
    examples: ['KH2021250D1DTN7'],
    certainty: 'medium: Open Supply Hub id = country code + year + day-of-year + 6 chars',
    enforce: false,
  },
} as const satisfies Readonly<Record<string, IdFormat>>;
