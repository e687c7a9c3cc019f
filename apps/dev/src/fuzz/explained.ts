/** What one check of the fuzzer takes for wrong and is right, by the reason. */
export interface Explained {
  readonly statuses: readonly string[];
  readonly why: string;
}

const CLIENT_ERRORS = [
  '400',
  '401',
  '403',
  '404',
  '405',
  '406',
  '409',
  '410',
  '412',
  '413',
  '414',
  '415',
  '422',
];

/** Answers of every operation that the fuzzer takes for wrong and that are right. Everything else is a finding. */
export const EXPLAINED = {
  positive_data_acceptance: {
    statuses: ['2xx', '3xx', '401', '403', '404', '409', '410', '412', '429', '503'],
    why: 'a made-up ETag is that of no version (412); uploads end (410)',
  },
  negative_data_rejection: {
    statuses: [...CLIENT_ERRORS, '428', '429', '431'],
    why: 'preconditions are judged before bodies (412, 428), and whether an upload is open before its headers (410)',
  },
  missing_required_header: {
    statuses: ['400', '401', '403', '404', '406', '415', '422', '428'],
    why: 'a missing If-Match is 428 (RFC 6585)',
  },
} as const satisfies Readonly<Record<string, Explained>>;
export type Check = keyof typeof EXPLAINED;

type Own = Readonly<Partial<Record<Check, Explained>>>;
const fits = (why: string): Own => ({ positive_data_acceptance: { statuses: ['422'], why } });

const NUMBER = 'what is a telephone number, no schema can tell';
const CODE = 'which code is good now, only the app knows';
const REFERENCES = 'ids in a body must be of things that are there';
const ASKED = 'a supplier is named in one of two ways, and nothing is asked of days that have passed';
const TUS = {
  missing_required_header: { statuses: ['412'], why: 'tus: no version is one that is not spoken' },
} as const satisfies Own;

/** Answers of single operations beside these, by what no schema can tell: 422 names the field. */
export const EXPLAINED_OF: Readonly<Record<string, Own>> = {
  openQualification: fits(REFERENCES),
  createPerson: fits(REFERENCES),
  createToken: fits(REFERENCES),
  setMembership: fits('roles must be of the kind of the organisation'),
  askCommand: fits(REFERENCES),
  setHolidays: fits('dates must lie in the year'),
  writePilotTerms: fits('lots must be numbered from 1 on'),
  submitSchemeVersion: fits('items of a scheme must fit each other'),
  declareInterests: fits('advice names a supplier in one way, and suppliers declare in their applications'),
  listConflicts: fits('auditor and firm go together'),
  getInterests: fits('suppliers declare in their applications'),
  recordShadowAudit: fits('items must be of the audit, and are named when something differs'),
  createOverlay: fits('ids of items must begin with the code of the overlay'),
  changeOverlay: fits('ids of items must begin with the code of the overlay'),
  writeSection: fits('which fields a section has, its name in the path says'),
  inviteMember: fits(NUMBER),
  inviteOrganisation: fits(NUMBER),
  setPhone: fits(NUMBER),
  requestPhoneCode: fits(NUMBER),
  signInByPhone: fits(NUMBER),
  verifyMyEmail: fits(CODE),
  confirmSecondFactor: fits(CODE),
  verifySecondFactor: fits(CODE),
  switchOrganisation: fits('to which organisations one belongs, no schema can tell'),
  createOauthClient: fits(REFERENCES),
  askApproval: fits(ASKED),
  askApprovals: fits(ASKED),
  issueAccessToken: {
    positive_data_acceptance: { statuses: ['400'], why: 'who the client is, HTTP Basic says' },
  },
  receiveInboundEvent: {
    positive_data_acceptance: { statuses: ['400'], why: 'a library of CloudEvents reads what comes in' },
  },
  listDocuments: fits('target and item are given together or not at all'),
  completeSignIn: {
    positive_data_acceptance: { statuses: ['400'], why: 'no sign-in was begun in this browser' },
  },
  createUpload: {
    ...TUS,
    positive_data_acceptance: {
      statuses: ['400', '413', '422'],
      why: 'what Upload-Metadata holds is base64 to a schema, and its type says how large the file may be',
    },
  },
  getUpload: TUS,
  continueUpload: TUS,
  endUpload: TUS,
};
