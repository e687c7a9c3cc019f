import type { OperationId } from '#domain';
import type { Member } from '../../apps/dev/src/play/parties.js';
import { pathOf, type Owner } from './matrix-requests.js';
import { raw } from './raw.js';
import type { Story } from './story.js';

interface Read {
  readonly id: OperationId;
  readonly path: string;
}

/** Made of the answer of `getOnePage`, which is compared. */
const PRINTED: readonly OperationId[] = ['printOnePage'];

/** Every GET of the document that is about a case, and every list that a case can show up in. */
export async function readsOfACase(): Promise<readonly Read[]> {
  const document = (await raw('GET', '/openapi.json')).body as unknown as {
    paths: Record<string, Partial<Record<string, { operationId: OperationId }>>>;
  };
  return Object.entries(document.paths).flatMap(([path, { get }]) =>
    get && /qualifications|commands|tasks|candidates/.test(path) && !PRINTED.includes(get.operationId)
      ? [{ id: get.operationId, path }]
      : [],
  );
}

/** No case brings any. */
const NONE = '00000000-0000-4000-8000-000000000000';
/** Filters and pages of lists: what a count would tell. */
const VARIANTS: Readonly<Partial<Record<OperationId, readonly string[]>>> = {
  listQualifications: [
    '',
    '?stage=assessment&substate=running',
    '?stage=assessment&substate=review',
    '?stage=closed',
    '?limit=1',
  ],
  listTasks: ['', '?limit=1'],
  listAccesses: ['?limit=200'],
  getJournal: ['?limit=200', '?limit=3'],
};

/** An answer without what differs between any two cases: ids, instants, hashes, and the firm's own names and numbers. */
const plain = (text: string, names: readonly string[]): string =>
  names
    .reduce((left, name) => left.replaceAll(name, 'NAME'), text)
    .replace(/SQ-\d{4}-\d+/g, 'CASE')
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
    .replace(/[0-9a-f]{64}/g, 'HASH')
    .replace(/"(?:\+855|K001-)?\d{8,}"/g, '"NUMBER"')
    .replace(/"(?:upTo|next)":"[^"]*"/g, '"x":"x"')
    // When a head is anchored is a matter of the clock, not of the case.
    .replace(/"anchor":(?:null|\{[^}]*\})/g, '"anchor":"x"')
    .replace(/"(?:latitude|longitude)":[\d.]+/g, '"x":"x"');

interface Accesses {
  readonly items: readonly {
    readonly organisation: unknown;
    readonly roles: unknown;
    readonly operation: string;
  }[];
}
/** Who read what of a case: in which order and hours is a matter of the clock. */
function readings(text: string): string {
  const { items = [] } = JSON.parse(text) as Partial<Accesses>;
  return [...new Set(items.map((item) => JSON.stringify({ ...item, at: '' })))].sort().join();
}

/** All that somebody is answered about a case, by request. */
export async function answersAbout(
  story: Story,
  reader: Member,
  reads: readonly Read[],
  commandId: string,
): Promise<Readonly<Record<string, string>>> {
  const { supplierId, siteId, profile, member } = story.applicant;
  const owner: Owner = {
    ...{ supplierId, siteId, caseId: story.id, commandId, personId: member.personId, leaverId: '' },
    ...{ tokenId: '', category: profile.category, schemeId: '', schemeVersionId: '' },
    ...{ sessionId: '', invitationId: '', identityId: '', documentId: '', linkId: '', uploadId: '' },
    ...{ webhookEndpointId: NONE, webhookDeliveryId: NONE },
  };
  const answers: Record<string, string> = {};
  // Who looked at a case is told as it was: readers differ by what was done with it.
  for (const { id, path } of reads.filter((read) => read.id !== 'listAccesses')) {
    for (const variant of VARIANTS[id] ?? ['']) {
      // A reader with many cases looks at this one: the others are the same in both answers, or not there.
      const filter =
        id === 'listQualifications'
          ? `${variant || '?limit=50'}&supplierId=${supplierId}`
          : id === 'listBuyerCandidates'
            ? `?id=${story.id}`
            : variant;
      const { status, text } = await raw('GET', pathOf(path, owner, id) + filter, { token: reader.token });
      const told = id === 'listAccesses' ? readings(text) : text;
      answers[`${id}${variant}`] = `${status} ${plain(told, [profile.name, profile.address])}`;
    }
  }
  return answers;
}
