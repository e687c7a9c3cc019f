import {
  because,
  checkBeneficialOwners,
  checkCertificates,
  checkDuplicate,
  checkPatentTax,
  checkVatTin,
  type Certificate,
  type CheckKind,
  type OwnerShare,
  type RuleResult,
} from '#domain';
import {
  duplicateCandidates,
  keyOf,
  type CheckData,
  type CheckRun,
  type Database,
  type PersonalData,
} from '#persistence';
import type { ScreeningLists } from '#screening';
import type { Screening } from './screening.js';

export interface CheckContext {
  readonly data: CheckData;
  readonly at: string;
  readonly db: Database;
  readonly personal: PersonalData;
  readonly screening: Screening;
}
/**
 * A check's answer with the data it stands on, so that anybody can run it again. What is personal in `input` is as it is
 * stored, sealed: its digest goes into the journal, where a name could be guessed from a bare one.
 */
export interface CheckAnswer extends Omit<RuleResult, 'explanation'>, Pick<CheckRun, 'explanation'> {
  readonly input: unknown;
  readonly dataSource: string;
  readonly sourceVersion: string;
}
type Check = (context: CheckContext) => Promise<CheckAnswer>;

const section = <T>(data: CheckData, name: string): Partial<T> => (data.sections[name] ?? {}) as Partial<T>;
const declared = (input: unknown, result: RuleResult): CheckAnswer => ({
  ...result,
  input,
  dataSource: 'application',
  sourceVersion: '1',
});

interface Owner extends OwnerShare {
  readonly name: string;
}
const owners = (data: CheckData): readonly Owner[] =>
  section<{ owners: Owner[] }>(data, 'owners').owners ?? [];

type Explanations = CheckAnswer['explanation'];
/** What was found of a person is as personal as the name it was found by, and sealed under the same key. */
async function sealHit(
  { data, personal }: CheckContext,
  { code, params }: RuleResult['explanation'][number],
): Promise<Explanations[number]> {
  const { subject, ...found } = params;
  const stored = (data.stored['owners']?.['owners'] ?? []) as readonly { id: string; name: unknown }[];
  const key = keyOf(stored.find(({ id }) => subject === `owner:${id}`)?.name);
  if (key === undefined) return { code, params };
  const sealed = Object.entries(found).map(
    async ([field, text]) => [field, await personal.sealUnder(key, data.keys, String(text), field)] as const,
  );
  const kept = (await Promise.all(sealed)).filter(([, text]) => text !== undefined);
  return { code, params: { ...(subject !== undefined && { subject }), ...Object.fromEntries(kept) } };
}

/** Names of the firm and of everybody who owns it, also as they may be misspelt; a hit is for an officer to judge. */
function screen(data: CheckData, lists: ScreeningLists): RuleResult {
  const { legalName, legalNameKm } = section<{ legalName: string; legalNameKm: string }>(data, 'profile');
  const firmNames = new Set([data.firmName, legalName, legalNameKm].filter((name) => name !== undefined));
  const parties = [
    ...[...firmNames].map((name) => ({ subject: 'firm', name, kind: 'entity' as const })),
    ...owners(data).map((owner) => ({
      subject: `owner:${owner.id}`,
      name: owner.name,
      kind: owner.kind === 'firm' ? ('entity' as const) : ('person' as const),
    })),
  ];
  const hits = parties.flatMap(({ subject, ...query }) =>
    lists
      .match(query)
      .map(({ list, entryId, matched }) => because('list-hit', { subject, list, entryId, matched })),
  );
  return { verdict: hits.length > 0 ? 'POTENTIAL' : 'PASS', explanation: hits };
}

/** Every automated check. One that cannot run throws; the caller keeps that as ERROR. */
export const CHECKS: Readonly<Record<CheckKind, Check>> = {
  sanctions: async (context) => {
    const { data, screening } = context;
    const lists = await screening.lists();
    const { verdict, explanation } = screen(data, lists);
    const input = {
      firm: data.firmName,
      profile: data.stored['profile'],
      owners: data.stored['owners']?.['owners'],
    };
    return {
      verdict,
      explanation: await Promise.all(explanation.map((hit) => sealHit(context, hit))),
      input,
      dataSource: 'sanctions-lists',
      sourceVersion: lists.listsVersion,
    };
  },
  duplicate: async ({ data, db }) => {
    const subject = {
      organisationId: data.supplierId,
      normalisedName: data.normalisedName,
      tin: section<{ tin: string }>(data, 'tax').tin,
      phone: section<{ contactPhone: string }>(data, 'profile').contactPhone,
      lat: data.latitude,
      lon: data.longitude,
    };
    const result = checkDuplicate(subject, await duplicateCandidates(db, data.qualificationId, subject));
    const { contactPhone } = data.stored['profile'] ?? {};
    return {
      ...result,
      input: { ...subject, phone: contactPhone },
      dataSource: 'suppliers',
      sourceVersion: '1',
    };
  },
  'vat-tin': async ({ data }) => {
    const { tin, sizeClass } = section<{ tin: string; sizeClass: 'large' | 'medium' | 'small' }>(data, 'tax');
    return declared({ tin, sizeClass }, checkVatTin({ tin, sizeClass }));
  },
  'patent-tax': async ({ data, at }) => {
    const year = section<{ patentYear: number }>(data, 'tax').patentYear;
    return declared({ year }, checkPatentTax({ year, at }));
  },
  certificates: async ({ data, at }) => {
    const certificates = section<{ certificates: Certificate[] }>(data, 'certificates').certificates ?? [];
    const input = {
      certificates,
      required: data.requiredCertificates,
      firmName: data.firmName,
      siteId: data.siteId,
      category: data.category,
    };
    return declared(input, checkCertificates({ ...input, at }));
  },
  'beneficial-owners': async ({ data, at }) => {
    const shares = owners(data).map(({ id, kind, owns, sharePercent, nominee }): OwnerShare => {
      return { id, kind, sharePercent, ...(owns && { owns }), ...(nominee && { nominee }) };
    });
    return declared({ owners: shares }, checkBeneficialOwners({ owners: shares, at }));
  },
};
