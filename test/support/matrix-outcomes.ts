import { AUTHORISATION, buyerWith, judge, type OperationId, type Relation, type Scope } from '#domain';

/** Somebody who asks. */
export interface Actor {
  readonly name: string;
  readonly token?: string;
  /** What a machine's token is good for; a person's is good for everything. */
  readonly scopes?: readonly Scope[];
  /** What they are to the things of the first and of the second supplier: written by hand, not asked of the table. */
  readonly to: readonly [Relation[], Relation[]];
  /** What they are whatever it is about: somebody of a buyer. */
  readonly always?: Relation[];
}
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Allowed, and still not there: no pilot whose lot could be inspected, no such secret, a draft that names nobody yet. */
const ABSENT: Partial<Record<OperationId, string>> = {
  writeInspection: 'lot',
  getLotSample: 'lot',
  getInspection: 'lot',
  getOverlay: 'overlay',
  changeOverlay: 'overlay',
  publishOverlay: 'overlay',
  retireOverlay: 'overlay',
  getLetter: 'letter',
  getAuditorQuality: 'audit firm',
  getAuditSubmission: 'submission',
  acceptInvitation: 'invitation',
  createTelegramLink: 'Telegram bot',
  markAddressBounced: 'address',
  getUnsubscribe: 'letter',
  unsubscribe: 'letter',
  getPublicConsentQr: 'public consent',
  askErasure: 'data subject',
  readNotification: 'notification',
  getCalendar: 'calendar',
  endCalendar: 'calendar',
  readCalendar: 'calendar',
  getAuditorSkills: 'skills',
  setAuditorSkills: 'auditor',
  settleOfficeTask: 'office task',
  removeFilter: 'filter',
  changeDemand: 'demand',
  listCandidates: 'demand',
  retryParkedEvent: 'parked event',
  rotateOauthClient: 'client',
  revokeOauthClient: 'client',
  rotateInboundSource: 'inbound source',
  disableInboundSource: 'inbound source',
  getInboundEvent: 'inbound event',
  // Whoever orders may name suppliers, if they know of them.
  setExternalId: 'supplier',
};
const BY_ROLE: readonly OperationId[] = ['askCommand', 'linkDocument', 'endDocumentLink'];
export const NOTHING: Relation[] = [];
const PUBLIC = (id: OperationId): boolean => AUTHORISATION[id].may.some((relation) => relation === 'anyone');

/** `allowed`, 401, 403 or 404; what goes wrong after somebody was let in is not the matter here. */
export function outcome({ status, text }: Answer, id: OperationId): string {
  // Nobody who may not gets as far as to hear that there is no Chromium.
  if (status === 503 && text.includes('printing-unavailable')) return 'allowed';
  if (status >= 500) return `${status} ${text}`;
  if (status === 403 && text.includes('scope-missing')) return 'not in scope';
  if (status === 403) return text.includes('role-not-allowed') ? '403' : 'allowed';
  if (status === 404 && text.includes(`no such ${ABSENT[id]}`)) return 'allowed';
  return status === 401 || status === 404 ? String(status) : 'allowed';
}

/** To a buyer there is no document before documents were opened to it. */
const asReaderOf = (id: OperationId, to: Relation[]): Relation[] =>
  AUTHORISATION[id].object === 'document' && to.includes('buyer') && !to.includes(buyerWith('documents'))
    ? NOTHING
    : to;

/** What the table says that an actor gets about the things of an owner, in the words of `outcome`. */
export function expected(id: OperationId, actor: Actor, owner: 0 | 1): string {
  if (!actor.token) return PUBLIC(id) ? 'allowed' : '401';
  if (actor.scopes && !PUBLIC(id) && !actor.scopes.includes(AUTHORISATION[id].scope)) return 'not in scope';
  const relations: Relation[] = [
    'anyone',
    'signed-in',
    ...(actor.always ?? []),
    ...asReaderOf(id, actor.to[owner]),
  ];
  const judgement = judge(id, relations);
  // The rulebook says who may give which command, working papers who may write where: nothing for who only administers.
  if (BY_ROLE.includes(id) && judgement === 'allowed' && relations.includes('administrator')) return '403';
  return { allowed: 'allowed', refused: '403', hidden: '404' }[judgement];
}
