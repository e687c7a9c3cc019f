/** Answers that the fuzzer takes for wrong and that are right, each with its reason. Everything else is a finding. */
export const EXPLAINED: Readonly<
  Record<string, { readonly statuses: readonly string[]; readonly why: string }>
> = {
  positive_data_acceptance: {
    statuses: ['2xx', '3xx', '401', '403', '404', '409', '412', '429', '503'],
    why: 'a made-up ETag is that of no version (412)',
  },
  negative_data_rejection: {
    statuses: [
      '400',
      '401',
      '403',
      '404',
      '405',
      '406',
      '409',
      '412',
      '413',
      '414',
      '415',
      '422',
      '428',
      '429',
      '431',
    ],
    why: 'preconditions are judged before bodies (412, 428)',
  },
  missing_required_header: {
    statuses: ['400', '401', '403', '404', '406', '415', '422', '428'],
    why: 'a missing If-Match is 428 (RFC 6585)',
  },
};

/** Operations whose bodies must fit what is there or each other, which no schema can tell: 422 names the field. */
export const FITS_OTHERS: readonly string[] = [
  'openQualification',
  'createPerson',
  'createToken',
  'setMembership',
  'askCommand',
  'setHolidays',
  'writePilotTerms',
  'publishSchemeVersion',
  'writeSection',
];
