import { FORBIDDEN_CODES, REFUSAL_CODES, type RefusalCode } from '#domain';

/** Problems of the road, beside the refusals of the rules. */
const GENERAL = {
  'malformed-request': [400, 'The request could not be read'],
  'missing-idempotency-key': [400, 'The Idempotency-Key header is missing'],
  'invalid-idempotency-key': [400, 'The Idempotency-Key header cannot be used'],
  'invalid-cursor': [400, 'The cursor does not belong to this list'],
  'sign-in-failed': [400, 'The sign-in did not succeed'],
  'invalid-precondition': [400, 'The precondition cannot be used here'],
  unauthenticated: [401, 'Sign in first'],
  'session-ended': [401, 'Somebody ended this session'],
  'signature-invalid': [401, 'The signature is not that of the source, or too old'],
  forbidden: [403, 'Not allowed'],
  'scope-missing': [403, 'The token is not good for this'],
  'cross-site': [403, 'Only a page of this service may ask for this'],
  'identity-unknown': [403, 'Nobody is registered here under this identity'],
  'second-factor-needed': [403, 'Give the second factor first'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'not-acceptable': [406, 'No acceptable form'],
  'request-timeout': [408, 'The request did not arrive in time'],
  'already-exists': [409, 'It exists already'],
  'in-flight': [409, 'The same request is being worked on'],
  'invitation-ended': [409, 'The invitation was accepted or has ended'],
  'last-administrator': [409, 'Somebody must administer the organisation'],
  'no-session': [409, 'This needs a session of a browser'],
  'second-factor-enrolled': [409, 'There is a second factor already'],
  'second-factor-missing': [409, 'There is no second factor yet'],
  'token-ended': [409, 'The token has ended or was replaced already'],
  retained: [409, 'It must be kept for now'],
  'paper-not-open': [409, 'This part of the case cannot be written now'],
  'offset-differs': [409, 'The upload stands at another byte'],
  'upload-finished': [409, 'The upload has come to its end'],
  'document-not-examined': [409, 'The document is not examined yet'],
  'limit-reached': [409, 'There are as many as there may be'],
  'status-differs': [409, 'Where it stands, this cannot be done with it'],
  'document-replaced': [409, 'The document was replaced already, or cannot be'],
  'upload-ended': [410, 'The upload was ended, or took too long'],
  'document-refused': [410, 'The document was refused'],
  'feed-cut': [410, 'What follows in the feed is not all kept any more'],
  'document-erased': [410, 'The document was erased'],
  'precondition-failed': [412, 'Somebody changed it in between'],
  'tus-version-unsupported': [412, 'Only tus 1.0.0 is spoken here'],
  'quota-exceeded': [413, 'The organisation keeps as many bytes as it may'],
  'too-large': [413, 'The request is too large'],
  'uri-too-long': [414, 'The address is too long'],
  'unsupported-media-type': [415, 'The content type is not supported'],
  validation: [422, 'The request is not valid'],
  'idempotency-key-reused': [422, 'The Idempotency-Key was used for another request'],
  'upload-locked': [423, 'Another request writes this upload'],
  'precondition-required': [428, 'The If-Match header is missing'],
  'too-many-requests': [429, 'Too many requests'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'Something went wrong on our side'],
  'database-unavailable': [503, 'The database is not available'],
  'database-busy': [503, 'The database did not answer in time'],
  'messages-unavailable': [503, 'No messages can be sent from here'],
  'printing-unavailable': [503, 'Pages cannot be printed here now'],
  'sign-in-unavailable': [503, 'The sign-in provider cannot be asked now'],
  'temporal-unavailable': [503, 'Decisions cannot be taken now'],
  'too-busy': [503, 'Too many ask for this at once'],
  'storage-unavailable': [503, 'Documents cannot be kept now'],
  'workflow-missing': [503, 'The case is being repaired'],
  'shutting-down': [503, 'The service is shutting down'],
  'storage-full': [507, 'There is no room for documents now'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

type General = typeof GENERAL;
export type GeneralCode = keyof General;
export type ProblemCode = GeneralCode | RefusalCode;
/** The general codes that are answered with this status. */
export type CodeOf<S extends number> = {
  [C in GeneralCode]: General[C][0] extends S ? C : never;
}[GeneralCode];

export interface ProblemKind {
  readonly code: ProblemCode;
  readonly type: string;
  readonly title: string;
  readonly status: number;
}

const isGeneral = (code: ProblemCode): code is GeneralCode => Object.hasOwn(GENERAL, code);
const inWords = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

/** Type URI, title and status of a problem code. */
export function problemKind(code: ProblemCode): ProblemKind {
  const [status, title] = isGeneral(code)
    ? GENERAL[code]
    : [FORBIDDEN_CODES.includes(code) ? 403 : 409, inWords(code)];
  return { type: `/problems/${code}`, title, status, code };
}

/** Every problem the API can answer with. */
export const PROBLEM_KINDS: readonly ProblemKind[] = [
  ...(Object.keys(GENERAL) as GeneralCode[]),
  ...REFUSAL_CODES,
].map(problemKind);
