import {
  addMonths,
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
} from '#domain';
import { duplicateCandidates } from '#persistence';
import { MODEL_VERSION } from '#screening';
import { declared, section, type CheckContext, type Checks } from './check.js';
import { lookUp, sealHit } from './hits.js';
import { owners, sanctionsParties } from './parties.js';
import { PROOF_CHECKS } from './proof-checks.js';
import type { Asked } from './sources/sources.js';

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
    const { hits, cleared } = lookUp(context, lists, sanctionsParties(data), (list) => list !== 'UFLPA');
    const input = {
      firm: data.firmName,
      profile: data.stored['profile'],
      owners: data.stored['owners']?.['owners'],
      ...(data.sections['bank'] && { bank: section<{ bankName: string }>(data, 'bank').bankName }),
      ...(data.clearedHits.length > 0 && { cleared: data.clearedHits }),
    };
    return {
      verdict: hits.length > 0 ? 'POTENTIAL' : 'PASS',
      expiresAt: addMonths(at, 12),
      explanation: await Promise.all([...hits, ...cleared].map((hit) => sealHit(context, hit))),
      input,
      dataSource: 'sanctions-lists',
      sourceVersion: `${lists.listsVersion}+model@${MODEL_VERSION}`,
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
  'beneficial-owners': async ({ data, at, evidence }) => {
    const shares = owners(data).map(({ id, kind, owns, sharePercent, nominee, pep }): OwnerShare => {
      const said = { ...(owns && { owns }), ...(nominee && { nominee }), ...(pep !== undefined && { pep }) };
      return { id, kind, sharePercent, ...said };
    });
    const { shared } = await evidence();
    return declared({ owners: shares, shared }, checkBeneficialOwners({ owners: shares, shared, at }));
  },
};
