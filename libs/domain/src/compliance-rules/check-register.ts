import type { ApplicationSection } from '../application.js';
import type { CheckKind } from '../case-state.js';

/** What makes a check run again. */
export const CHECK_TRIGGERS = [
  'submission',
  'change',
  'upload',
  'audit',
  'list-update',
  'new-year',
  'expiry',
] as const;
export type CheckTrigger = (typeof CHECK_TRIGGERS)[number];

/** What a check needs beside the sections of the application. */
export type CheckInput =
  'other-suppliers' | 'site' | 'documents' | 'photos' | 'pilot-orders' | 'payroll-sample';

/** What the programme says of one check, before anybody runs it. */
export interface CheckDeclaration {
  /** Its row in domain section 4. */
  readonly number: number;
  readonly sections: readonly ApplicationSection[];
  readonly inputs: readonly CheckInput[];
  readonly source:
    | 'application'
    | 'suppliers'
    | 'sanctions-lists'
    | 'uflpa-list'
    | 'business-register'
    | 'certificate-registers'
    | 'reference-data'
    | 'documents';
  readonly triggers: readonly CheckTrigger[];
  /** Months for which a result that an officer entered by hand is good. */
  readonly monthsByHand?: number;
  /** Who speaks first. A machine that finds something hands it to an officer; some checks are an officer's alone. */
  readonly decides: 'machine' | 'officer';
  /** An officer who passes it says where it was looked up, when, and keeps a document or a note of what was seen. */
  readonly provenByHand?: true;
}

const declared = (
  number: number,
  sections: readonly ApplicationSection[],
  triggers: readonly CheckTrigger[],
  more: Partial<CheckDeclaration> = {},
): CheckDeclaration => ({
  ...{ number, sections, triggers, inputs: [], source: 'application', decides: 'machine' },
  ...more,
});

/**
 * The one registry of compliance checks (domain section 4, all eighteen): what each reads, where its data come from, when it
 * runs again and who decides. A new kind of check does not compile without its row.
 */
export const CHECK_REGISTER: Readonly<Record<CheckKind, CheckDeclaration>> = {
  'vat-tin': declared(1, ['tax'], ['change']),
  'business-registration': declared(2, ['profile'], ['change', 'expiry'], {
    ...{ source: 'business-register', decides: 'officer', monthsByHand: 12, provenByHand: true },
  }),
  duplicate: declared(3, ['profile', 'tax'], ['submission'], {
    ...{ source: 'suppliers', inputs: ['other-suppliers', 'site'] },
  }),
  'patent-tax': declared(4, ['tax'], ['change', 'new-year']),
  sanctions: declared(5, ['profile', 'owners', 'bank'], ['change', 'list-update', 'expiry'], {
    ...{ source: 'sanctions-lists', monthsByHand: 12 },
  }),
  'forced-labour': declared(
    6,
    ['profile', 'site', 'material-suppliers'],
    ['change', 'list-update', 'expiry'],
    {
      ...{ source: 'uflpa-list', monthsByHand: 12 },
    },
  ),
  certificates: declared(7, ['certificates'], ['change', 'expiry'], { source: 'certificate-registers' }),
  chemicals: declared(8, ['chemicals'], ['change', 'expiry'], { source: 'reference-data', monthsByHand: 6 }),
  origin: declared(9, ['cost-sheets'], ['change'], { source: 'reference-data' }),
  wages: declared(10, ['profile', 'payroll'], ['change', 'new-year'], {
    ...{ source: 'reference-data', inputs: ['payroll-sample'], monthsByHand: 12 },
  }),
  'bank-account': declared(11, ['bank'], ['change', 'expiry'], { monthsByHand: 12 }),
  'beneficial-owners': declared(12, ['owners'], ['change', 'expiry'], { monthsByHand: 12 }),
  insurance: declared(13, ['insurance'], ['change', 'expiry'], { inputs: ['pilot-orders'] }),
  'test-reports': declared(14, ['test-reports'], ['change', 'expiry'], { monthsByHand: 12 }),
  'document-authenticity': declared(15, [], ['upload'], { source: 'documents', inputs: ['documents'] }),
  location: declared(16, [], ['audit'], { source: 'documents', inputs: ['photos', 'site'] }),
  capacity: declared(17, ['capacity', 'machines'], ['change', 'audit']),
  permits: declared(18, ['permits'], ['change', 'expiry']),
};
