import { until } from '../play/api-client.js';
import { sendDocument } from '../play/documents.js';
import { registryOf, type Parties } from '../play/parties.js';
import { audit, goOnSite, placePilot, reaches, screened } from '../play/roles.js';
import { enterSupplier, fillIn, openCase, type Applicant } from '../play/supplier.js';
import { enterMachines } from './machines.js';
import type { Spares } from './spares.js';
import type { Targets } from './settings.js';

const PROFILE = {
  ...{ name: 'Kampot Labels Co., Ltd.', category: 'TRIMS' as const, address: 'Road 3', province: 'KH-7' },
  ...{ latitude: 10.61, longitude: 104.18 },
};
/** What no reader of files takes for anything else. */
const PAPER = {
  name: 'licence.pdf',
  type: 'application/pdf',
  bytes: Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
};
/** Begun ones, which are soon ended. */
const UPLOADS = 10;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

export const applicantOf = (parties: Parties): Promise<Applicant> => enterSupplier(parties, PROFILE);

interface Cases {
  readonly onSite: string;
  readonly draft: string;
  readonly corrected: string;
  readonly piloted: string;
  readonly actions: readonly string[];
  readonly pilotId: string;
}

/** Of one supplier, at four moments: most operations have something to find. */
async function openCases(parties: Parties, applicant: Applicant): Promise<Cases> {
  const open = async (category: Applicant['profile']['category']): Promise<string> =>
    openCase(parties, { ...applicant, profile: { ...applicant.profile, category } });
  const apply = async (category: Applicant['profile']['category']): Promise<string> => {
    const id = await open(category);
    await fillIn(applicant, id);
    await applicant.member.api.ask(id, { type: 'submit-application' });
    await screened(parties, id);
    return id;
  };
  const draft = await open('SERVICES');
  const onSite = await apply('TRIMS');
  await goOnSite(parties, applicant, onSite);
  const corrected = await apply('PACKAGING');
  await audit(parties, applicant, corrected, { 'QM-06': 'nonconform', 'HS-05': 'nonconform' });
  await parties.reviewer.api.ask(corrected, { type: 'require-corrective-actions' });
  const piloted = await apply('YARN_FABRIC');
  await audit(parties, applicant, piloted);
  await reaches(parties, piloted, 'review');
  await parties.reviewer.api.ask(piloted, { type: 'pass-review' });
  const pilotId = await placePilot(applicant, piloted, parties.mill);
  const actions = Object.keys((await applicant.member.api.case(corrected)).correctiveActions);
  return { onSite, draft, corrected, actions, piloted, pilotId };
}

/** One document that a case shows, one that was never sent, and the link of the first. */
async function sendDocuments(
  { baseUrl }: Parties,
  { member }: Applicant,
  qualificationId: string,
): Promise<{ documents: string[]; uploads: string[]; links: string[] }> {
  const place = { qualificationId, target: 'section', item: 'site' };
  const sent = await sendDocument({ baseUrl, token: member.token }, PAPER, place);
  const { links } = await member.api.get<{ links: { id: string }[] }>(`/v1/documents/${sent}`);
  const uploads: string[] = [];
  for (let n = 0; n < UPLOADS; n++) {
    const begun = await member.api.request('POST', '/v1/uploads', undefined, {
      ...{ 'tus-resumable': '1.0.0', 'upload-length': '64' },
      'upload-metadata': `filename ${base64(`${n}.pdf`)},filetype ${base64(PAPER.type)}`,
    });
    uploads.push(begun.location?.split('/').pop() ?? '');
  }
  return { documents: [sent, uploads[0] ?? ''], uploads, links: links.map(({ id }) => id) };
}

/** An endpoint of theirs that nobody listens at, and something that was sent there. */
async function sendWebhook(parties: Parties, organisationId: string): Promise<Targets['ids']> {
  const { api } = await registryOf(parties).member(organisationId, 'Manager', 'administrator');
  const { id } = await api.post<{ id: string }>('/v1/webhook-endpoints', { url: 'http://127.0.0.1:9/' });
  const sent = await api.post<{ id: string }>(`/v1/webhook-endpoints/${id}/test`, {});
  return { 'webhook-endpoints': [id], 'webhook-deliveries': [sent.id] };
}

/** Where generated requests lead to. */
export async function targetsOf(parties: Parties, applicant: Applicant, spares: Spares): Promise<Targets> {
  const { supplierId, siteId, member } = applicant;
  const cases = await openCases(parties, applicant);
  const { documents, uploads, links } = await sendDocuments(parties, applicant, cases.draft);
  const demand = await parties.mill.requester.api.post<{ id: string }>(
    `/v1/organisations/${parties.mill.organisationId}/demands`,
    { category: 'TRIMS', hsLines: [], endMarkets: [], monthlyQuantity: 10, unit: 'pieces', provinces: [] },
  );
  const schemes = await parties.officer.api.get<{ items: { id: string }[] }>('/v1/schemes');
  const content = { code: 'FUZ', items: [], tightened: [{ itemId: 'CD-01', weight: 5 }], certificates: {} };
  const overlay = await parties.mill.requester.api.post<{ id: string }>('/v1/overlays', {
    ...{ version: '1', content },
  });
  const told = await until(
    () => member.api.get<{ items: { id: string }[] }>('/v1/notifications?limit=5'),
    ({ items }) => items.length > 0,
  );
  const calendar = await parties.officer.api.post<{ url: string }>('/v1/me/calendar', {});
  const machines = await enterMachines(parties, cases.piloted);
  const organisations = [supplierId, parties.mill.organisationId, parties.auditor.organisationId];
  const qualifications = [cases.onSite, cases.draft, cases.corrected, cases.piloted];
  const organisationId = [supplierId];
  const phone = ['+85512345678', '012 345 679', '០១២ ៣៤៥ ៦៨០'];
  return {
    ids: {
      ...{ qualifications, organisations, suppliers: [supplierId], documents, uploads },
      'audit-firms': [parties.auditor.organisationId],
      people: [...spares.people, member.personId, parties.auditor.personId, parties.officer.personId],
      ...{ tokens: spares.tokens, sessions: spares.sessions },
      schemes: schemes.items.map((one) => one.id),
      overlays: [overlay.id],
      notifications: told.items.map(({ id }) => id),
      ...(await sendWebhook(parties, supplierId)),
      ...{ 'oauth-clients': machines.clients, 'inbound-sources': machines.sources },
      'inbound-events': machines.events,
      commands: member.api.costs.acknowledged.get(cases.onSite) ?? [],
    },
    named: {
      ...{ supplierId: [supplierId], organisationId: organisations, versionId: [parties.schemeVersionId] },
      demandId: [demand.id],
      qualificationId: qualifications,
      file: [calendar.url.split('/').pop() ?? ''],
      ...{ identityId: spares.identities, invitationId: spares.invitations, linkId: links },
      ...{
        pilotId: [cases.pilotId],
        lot: ['1'],
        seq: ['1', '20'],
        visit: ['v1', 'u1'],
        document: ['org.selvedge.qualification.audit-submitted.v1.json'],
        actionId: cases.actions,
        item: ['BL-01', 'SL-01'],
      },
      section: [
        'profile',
        'site',
        'owners',
        'certificates',
        'chemicals',
        'cost-sheets',
        'payroll',
        'external-reports',
      ],
      code: ['not-found'],
      secret: ['A'.repeat(43)],
      channel: ['email', 'telegram'],
      language: ['km', 'zh'],
    },
    within: {
      openQualification: {
        ...{ 'body.supplierId': organisationId, 'body.siteId': [siteId] },
        'body.schemeVersionId': [parties.schemeVersionId],
      },
      compareSchemeVersions: { 'query.against': [parties.schemeVersionId] },
      previewSchemeMigration: { 'query.schemeVersionId': [parties.schemeVersionId] },
      askApproval: { 'query.supplierId': [supplierId] },
      getSite: { 'path.id': [siteId] },
      changeSite: { 'path.id': [siteId] },
      createPerson: { 'body.organisationId': organisations },
      createToken: { 'body.organisationId': organisations },
      switchOrganisation: { 'body.organisationId': organisations },
      takeChemicalInventory: { 'body.documentId': documents },
      linkDocument: { 'body.qualificationId': qualifications },
      setPhone: { 'body.phone': phone },
      requestPhoneCode: { 'body.phone': phone },
      signInByPhone: { 'body.phone': phone },
      createUpload: { 'header.Upload-Metadata': metadata(cases.draft) },
    },
  };
}

const metadata = (qualificationId: string): readonly string[] => {
  const named = `filename ${base64('paper.pdf')},filetype ${base64(PAPER.type)}`;
  const place = `qualificationId ${base64(qualificationId)},target ${base64('section')},item ${base64('site')}`;
  return [named, `${named},${place}`, `${named},capturedAt ${base64('2026-02-30T00:00:00Z')}`];
};
