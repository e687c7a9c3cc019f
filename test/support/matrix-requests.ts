import { randomUUID } from 'node:crypto';
import { DEFAULT_SCHEME_CONTENT, SCHEME_FILE_VERSION, type OperationId } from '#domain';
import { someNumber } from './messages.js';

/** What the operations of one cell are about: everything that belongs to one supplier. */
export interface Owner {
  readonly supplierId: string;
  readonly siteId: string;
  readonly caseId: string;
  readonly commandId: string;
  readonly personId: string;
  readonly leaverId: string;
  readonly tokenId: string;
  readonly sessionId: string;
  readonly invitationId: string;
  readonly identityId: string;
  readonly category: string;
  readonly schemeId: string;
  readonly schemeVersionId: string;
  /** Received, linked to a section that buyers with consent read. */
  readonly documentId: string;
  readonly linkId: string;
  /** Begun, with no byte sent. */
  readonly uploadId: string;
  readonly webhookEndpointId: string;
  readonly webhookDeliveryId: string;
}

/** Values of path parameters by name; where one name means different things, the path decides. */
export function pathOf(path: string, owner: Owner, operation: OperationId): string {
  const first: Record<string, string> = {
    qualifications: owner.caseId,
    organisations: owner.supplierId,
    suppliers: owner.supplierId,
    'audit-firms': owner.supplierId,
    people: operation === 'endMembership' ? owner.leaverId : owner.personId,
    tokens: owner.tokenId,
    sessions: owner.sessionId,
    schemes: owner.schemeId,
    commands: owner.commandId,
    documents: owner.documentId,
    overlays: randomUUID(),
    notifications: randomUUID(),
    uploads: owner.uploadId,
    'webhook-endpoints': owner.webhookEndpointId,
    'webhook-deliveries': owner.webhookDeliveryId,
    'parked-events': randomUUID(),
    'office-tasks': randomUUID(),
    'oauth-clients': randomUUID(),
    'inbound-sources': randomUUID(),
    'inbound-events': randomUUID(),
  };
  const named: Record<string, string> = {
    supplierId: owner.supplierId,
    organisationId: owner.supplierId,
    ...(path.includes('/sites/') && { id: owner.siteId }),
    identityId: owner.identityId,
    versionId: owner.schemeVersionId,
    invitationId: owner.invitationId,
    section: 'profile',
    item: 'BL-01',
    action: 'BL-01',
    actionId: 'BL-01',
    noteId: '0190f000-0000-7000-8000-00000000000e',
    pilot: randomUUID(),
    pilotId: randomUUID(),
    lot: '1',
    visit: 'v1',
    meeting: 'opening',
    seq: '1',
    figure: 'funnel',
    year: '2150',
    file: `${randomUUID()}.ics`,
    code: 'not-found',
    language: 'km',
    linkId: owner.linkId,
    demandId: randomUUID(),
    filterId: randomUUID(),
    qualificationId: owner.caseId,
    number: 'D-1',
    secret: 'A'.repeat(43),
    channel: 'email',
    document: 'org.selvedge.qualification.audit-submitted.v1.json',
  };
  const resource = path.split('/')[2] ?? '';
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? first[resource] ?? '');
  const versions = { compareSchemeVersions: 'against', previewSchemeMigration: 'schemeVersionId' } as const;
  if (operation in versions)
    return `${filled}?${versions[operation as keyof typeof versions]}=${owner.schemeVersionId}`;
  if (operation === 'askApproval')
    return `${filled}?supplierId=${owner.supplierId}&category=${owner.category}`;
  if (operation === 'listFigureCases' || operation === 'exportFigureCases')
    return `${filled}?key=application&measure=entered`;
  if (operation === 'previewChecklist') return `${filled}?category=${owner.category}`;
  if (operation === 'listAuditVisits') return `${filled}?from=2026-01-01&to=2026-06-30`;
  return operation === 'listPeople' ? `${filled}?organisationId=${owner.supplierId}` : filled;
}

const overlay = { code: 'MTX', items: [], tightened: [{ itemId: 'CD-01', weight: 5 }], certificates: {} };
const scope = {
  ...{ maxUsdPerMonth: 100, maxUnitsPerMonth: 100, endMarkets: ['EU'], hsLines: ['5807'], tier: 2 },
  ...{ validUntil: '2030-01-01', conditions: [] },
};
const terms = {
  ...{ lots: [{ lot: 1, size: 500 }], deliveryBy: '2030-01-01', valueUsd: 600, incoterm: 'EXW' },
};
const inspection = {
  ...{ inspected: 1, found: { critical: 0, major: 0, minor: 0 }, seed: 'seed' },
  otherChecks: { measurements: true, labelling: true, packing: true },
};
const demand = {
  ...{ category: 'TRIMS', hsLines: [], endMarkets: [], monthlyQuantity: 10, unit: 'pieces', provinces: [] },
};
const delivery = {
  ...{ dueOn: '2030-01-01', deliveredOn: '2030-01-01', ordered: 1, delivered: 1, accepted: true },
  ...{ inspected: 1, defective: 0, answeredInTime: true, priceKept: true },
};
const site = (): unknown => ({
  ...{ name: 'Second hall', address: 'Elsewhere', province: 'KH-12' },
  ...{ latitude: 40 + Math.random(), longitude: 10 + Math.random() },
});
const invitee = () => ({ name: 'Somebody', contact: { phone: someNumber() } });
const unique = (): string => randomUUID().slice(0, 8);

/** Nothing that these cells bring about. */
const DISABLED = 'org.selvedge.webhook.endpoint-disabled.v1';
/** A body that is valid, so that the answer speaks of the person and not of the body. */
export const BODIES: Partial<Record<OperationId, (owner: Owner) => unknown>> = {
  createOrganisation: () => ({ kind: 'buyer', name: `Matrix ${unique()}` }),
  changeOrganisation: () => ({ name: 'Changed' }),
  declareInterests: () => ({
    owners: ['Somebody'],
    directors: [],
    addresses: [],
    accounts: [],
    consulted: [],
  }),
  recordShadowAudit: ({ personId, supplierId }) => ({
    lookedBy: { personId, organisationId: supplierId },
    ...{ visitedOn: '2026-01-01', verdict: 'agrees' },
  }),
  createSupplier: () => ({ name: `Matrix ${unique()}` }),
  changeSupplier: () => ({ name: 'Changed' }),
  createSite: site,
  changeSite: () => ({ name: 'Changed' }),
  createPerson: ({ supplierId }) => ({ name: 'Somebody', organisationId: supplierId, roles: ['supplier'] }),
  inviteOrganisation: () => ({
    organisation: { kind: 'buyer', name: `Matrix ${unique()}` },
    administrator: invitee(),
  }),
  inviteMember: () => ({ ...invitee(), roles: ['supplier'] }),
  acceptInvitation: () => ({ secret: 'A'.repeat(43) }),
  acceptInvitationByProvider: () => ({ secret: 'A'.repeat(43) }),
  setAuditorSkills: () => ({ languages: ['km'], categories: [], provinces: [] }),
  setPhone: () => ({ phone: someNumber() }),
  requestPhoneCode: () => ({ phone: '+85512000000' }),
  signInByPhone: () => ({ phone: '+85512000000', code: '000000' }),
  setMyEmail: () => ({ email: `${unique()}@example.org` }),
  verifyMyEmail: () => ({ code: '000000' }),
  readNotifications: () => ({ upTo: randomUUID() }),
  setNotificationSettings: () => ({
    ...{ language: 'en', quietHours: null, digest: 'off', channels: { happened: [] } },
  }),
  saveFilter: () => ({ list: 'tasks', name: unique(), query: { claimed: 'me' } }),
  setMembership: () => ({ roles: ['supplier'] }),
  erasePerson: () => ({ reason: 'no-longer-needed' }),
  eraseDocument: () => ({ reason: 'no-longer-needed' }),
  askErasure: () => ({ subject: 'contact' }),
  eraseDataSubject: () => ({ subject: 'contact', reason: 'no-longer-needed' }),
  createToken: ({ supplierId }) => ({ organisationId: supplierId, expiresInDays: 1, scopes: ['read'] }),
  rotateToken: () => ({ overlapHours: 1 }),
  addIdentity: () => ({ subject: randomUUID() }),
  confirmSecondFactor: () => ({ code: '000000' }),
  verifySecondFactor: () => ({ code: '000000' }),
  switchOrganisation: ({ supplierId }) => ({ organisationId: supplierId }),
  createScheme: () => ({ code: `M-${unique().toUpperCase()}`, name: 'Matrix' }),
  createSchemeVersion: () => ({ version: unique() }),
  changeSchemeVersion: () => ({ content: DEFAULT_SCHEME_CONTENT }),
  importSchemeVersion: () => ({
    ...{ $schema: SCHEME_FILE_VERSION, scheme: { code: 'M', name: 'Matrix' }, version: unique() },
    content: DEFAULT_SCHEME_CONTENT,
  }),
  returnSchemeVersion: () => ({ note: 'Weights of CD' }),
  createOverlay: () => ({ version: unique(), content: overlay }),
  changeOverlay: () => ({ content: overlay }),
  setHolidays: () => ({ dates: ['2150-01-01'], source: 'Matrix' }),
  openQualification: ({ supplierId, siteId, category, schemeVersionId }) => ({
    ...{ supplierId, siteId, category, schemeVersionId },
  }),
  askCommand: () => ({ type: 'claim-task', task: 'no-such-task' }),
  setPublicConsent: () => ({ sections: [] }),
  assignTasks: ({ caseId }) => ({ tasks: [{ qualificationId: caseId, task: 'no-such-task' }], to: 'me' }),
  writeSection: () => ({}),
  checkSection: () => ({}), // If-Match says all of it
  takeChemicalInventory: ({ documentId }) => ({ documentId }),
  writeAnswer: () => ({ value: 'conform', evidence: [randomUUID()] }),
  writePayrollSample: () => ({ month: '2026-01', currency: 'USD', lowestBasicWage: 210, workersSampled: 10 }),
  writeMeeting: () => ({ people: 3 }),
  writeCorrection: () => ({
    value: 'partial',
    code: 'other',
    reason: 'Seen again',
    evidence: [randomUUID()],
  }),
  writeSurveillanceAnswer: () => ({ value: 'conform', evidence: [randomUUID()] }),
  writeInterviewNote: () => ({ text: 'What a worker told' }),
  writeResponse: () => ({ rootCause: 'None', action: 'None', owner: 'quality' }),
  writePilotTerms: () => terms,
  writeInspection: () => inspection,
  writeApprovalScope: () => scope,
  watchCase: () => ({}),
  stateDemand: () => demand,
  changeDemand: () => ({ closed: true }),
  writeDelivery: () => delivery,
  changeDocument: () => ({ expiresOn: '2150-01-01' }),
  linkDocument: ({ caseId }) => ({ qualificationId: caseId, target: 'section', item: 'profile' }),
  askApprovals: ({ supplierId, category }) => ({ questions: [{ supplierId, category }] }),
  setExternalId: () => ({ externalId: `M-${unique()}` }),
  createOauthClient: () => ({ name: 'Matrix', scopes: ['read'] }),
  rotateOauthClient: () => ({ overlapHours: 1 }),
  issueAccessToken: () => ({}), // whoever asks is told that it must be a form
  createInboundSource: () => ({ name: 'Matrix' }),
  rotateInboundSource: () => ({ overlapHours: 1 }),
  receiveInboundEvent: () => ({}), // and that it must be a CloudEvent
  createWebhookEndpoint: () => ({ url: 'http://127.0.0.1:9/', eventTypes: [DISABLED] }),
  changeWebhookEndpoint: () => ({ rateLimit: 5 }),
  rotateWebhookSecret: () => ({ overlapHours: 0 }),
  recoverWebhookEndpoint: () => ({ since: '2150-01-01T00:00:00Z' }),
  continueUpload: () => ({}), // who may send is told what may be sent
};

/** Nothing is changed under a version that nobody has read: who may do it is answered 409 or 412. */
export const headersOf = (body: unknown, method: string): Record<string, string> => ({
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
  ...((method === 'PUT' || method === 'PATCH') && { 'if-match': '"999999"' }),
});
