import {
  addMonths,
  because,
  checkBeneficialOwners,
  checkCertificates,
  checkChemicals,
  checkDuplicate,
  checkOrigin,
  checkPatentTax,
  checkVatTin,
  checkWages,
  LABOUR_PARAMETERS_AS_OF,
  payrollToJudge,
  RESTRICTED_SUBSTANCES,
  TRADE_PROGRAMMES_AS_OF,
  type Certificate,
  type CertificateAnswer,
  type CostSheet,
  type InventoryRow,
  type OwnerShare,
  type Payroll,
  type RuleResult,
} from '#domain';
import { duplicateCandidates, evidenceOfCase, keyOf, type CheckData } from '#persistence';
import type { ScreeningLists } from '#screening';
import { declared, firmNames, section, type CheckAnswer, type CheckContext, type Checks } from './check.js';
import { PROOF_CHECKS } from './proof-checks.js';
import type { Asked } from './sources/sources.js';

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

/**
 * Names of the firm, of everybody who owns it and of its bank, also as they may be misspelt; a hit is for an officer to
 * judge.
 */
function screen(data: CheckData, lists: ScreeningLists, at: string): RuleResult {
  const { bankName } = section<{ bankName: string }>(data, 'bank');
  const parties = [
    ...firmNames(data).map((name) => ({ subject: 'firm', name, kind: 'entity' as const })),
    ...(bankName === undefined ? [] : [{ subject: 'bank', name: bankName, kind: 'entity' as const }]),
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
  return {
    verdict: hits.length > 0 ? 'POTENTIAL' : 'PASS',
    explanation: hits,
    expiresAt: addMonths(at, 12),
  };
}

/** What registers say of each certificate; in the order of the certificates. */
const lookUpAll = (
  { sources }: CheckContext,
  certificates: readonly Certificate[],
): Promise<readonly Asked<CertificateAnswer>[]> =>
  Promise.all(certificates.map(({ scheme, number }) => sources.certificates.lookUp(scheme, number)));

/** Every automated check. One that cannot run throws; the caller keeps that as ERROR. */
export const CHECKS: Checks = {
  ...PROOF_CHECKS,
  sanctions: async (context) => {
    const { data, screening, at } = context;
    const lists = await screening.lists();
    const { verdict, explanation, expiresAt } = screen(data, lists, at);
    const input = {
      firm: data.firmName,
      profile: data.stored['profile'],
      owners: data.stored['owners']?.['owners'],
      ...(data.sections['bank'] && { bank: section<{ bankName: string }>(data, 'bank').bankName }),
    };
    return {
      verdict,
      ...(expiresAt && { expiresAt }),
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
  certificates: async (context) => {
    const { data, at } = context;
    const certificates = section<{ certificates: Certificate[] }>(data, 'certificates').certificates ?? [];
    const asked = await lookUpAll(context, certificates);
    const answers = asked.map(({ answer }) => answer);
    const [known] = asked.filter(({ answer }) => answer.kind !== 'none');
    const input = {
      certificates,
      required: data.requiredCertificates,
      firmName: data.firmName,
      siteId: data.siteId,
      category: data.category,
      ...(known && { answers }),
    };
    return {
      ...declared(input, checkCertificates({ ...input, at })),
      ...(known && { dataSource: known.source, sourceVersion: known.sourceVersion }),
    };
  },
  chemicals: async ({ data, at }) => {
    const { rows } = section<{ rows: InventoryRow[] }>(data, 'chemicals');
    return {
      ...checkChemicals({ rows, category: data.category, at }),
      input: { rows, category: data.category },
      ...{ dataSource: 'restricted-substances', sourceVersion: RESTRICTED_SUBSTANCES.version },
    };
  },
  origin: async ({ data, at }) => {
    const { sheets } = section<{ sheets: CostSheet[] }>(data, 'cost-sheets');
    const source = { dataSource: 'trade-programmes', sourceVersion: TRADE_PROGRAMMES_AS_OF };
    return { ...checkOrigin({ sheets, at }), input: { sheets }, ...source };
  },
  wages: async ({ data, at }) => {
    const { 'payroll-sample': seen, payroll: told } = data.sections as Partial<Record<string, Payroll>>;
    const payroll = payrollToJudge(seen, told);
    const { isic } = section<{ isic: string[] }>(data, 'profile');
    const source = { dataSource: 'labour-parameters', sourceVersion: LABOUR_PARAMETERS_AS_OF };
    return { ...checkWages({ payroll, isic, at }), input: { payroll, isic }, ...source };
  },
  'beneficial-owners': async ({ data, at, db }) => {
    const shares = owners(data).map(({ id, kind, owns, sharePercent, nominee, pep }): OwnerShare => {
      const said = { ...(owns && { owns }), ...(nominee && { nominee }), ...(pep !== undefined && { pep }) };
      return { id, kind, sharePercent, ...said };
    });
    const { shared } = await evidenceOfCase(db, data.qualificationId);
    return declared({ owners: shares, shared }, checkBeneficialOwners({ owners: shares, shared, at }));
  },
};
