import { randomInt } from 'node:crypto';
import type { InputCategory } from '#domain';
import { registryOf, type Member, type Parties } from './parties.js';

export interface SupplierProfile {
  readonly name: string;
  readonly category: InputCategory;
  readonly address: string;
  readonly province: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Owner names; the last one may be on a list. */
  readonly owner?: string;
}
export interface Applicant {
  readonly member: Member;
  readonly supplierId: string;
  readonly siteId: string;
  readonly profile: SupplierProfile;
}

/** Enter a supplier with one site and one person, as the office and the supplier do. */
export async function enterSupplier(parties: Parties, profile: SupplierProfile): Promise<Applicant> {
  const { id: supplierId } = await parties.office.api.post<{ id: string }>('/v1/suppliers', {
    name: profile.name,
  });
  const member = await registryOf(parties).supplier(supplierId, 'Sokha');
  const { address, province, latitude, longitude } = profile;
  const site = { name: 'Main site', address, province, latitude, longitude };
  const { id: siteId } = await member.api.post<{ id: string }>(`/v1/suppliers/${supplierId}/sites`, site);
  return { member, supplierId, siteId, profile };
}

/** @param key of the request: the id of the case is made from it */
export function openCase(
  parties: Parties,
  applicant: Applicant,
  previousId?: string,
  key?: string,
): Promise<string> {
  const { supplierId, siteId, profile, member } = applicant;
  const body = {
    supplierId,
    siteId,
    category: profile.category,
    schemeVersionId: parties.schemeVersionId,
    profile: 'core' as const,
    endMarkets: ['EU'],
    ...(previousId && { previousId }),
  };
  return member.api.open(body, key);
}

const year = (): number => Number(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 4));
const days = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

/** What the supplier writes into the sections of its application. */
export function sectionsOf({ profile }: Applicant): Record<string, Record<string, unknown>> {
  // Of this firm alone: whoever has the same number as another is taken for a duplicate.
  const n = String(randomInt(100_000_000, 1_000_000_000));
  const certificates =
    profile.category === 'LEATHER' || profile.category === 'CHEMICALS'
      ? [
          {
            scheme: profile.category === 'LEATHER' ? 'LWG' : 'ZDHC_MRSL',
            number: `C-${n}`,
            holderName: profile.name,
            scope: [profile.category],
            validFrom: days(-100),
            validTo: days(600),
          },
        ]
      : [];
  return {
    profile: {
      legalName: profile.name,
      businessRegistrationNumber: n.slice(1),
      workers: 42,
      womenWorkers: 31,
      contactPhone: `+855${n}`,
    },
    site: {
      address: profile.address,
      province: profile.province,
      latitude: profile.latitude,
      longitude: profile.longitude,
    },
    capacity: { products: ['woven labels'], monthlyCapacity: 400_000, capacityUnit: 'pieces' },
    declaration: { truthful: true, consentToChecks: true, signedBy: 'Sokha' },
    owners: {
      owners: [
        {
          ...{ id: 'o1', kind: 'person', name: profile.owner ?? 'Sokha Example' },
          ...{ sharePercent: 100, pep: false },
        },
      ],
    },
    tax: { tin: `K001-${n}`, sizeClass: 'medium', patentYear: year() },
    certificates: { certificates },
  };
}

/** Fill in the draft as on a phone: the first section is saved half-way and once more when it is whole. */
export async function fillIn(applicant: Applicant, id: string): Promise<void> {
  const { api } = applicant.member;
  const path = (section: string): string => `/v1/qualifications/${id}/sections/${section}`;
  const { profile, ...others } = sectionsOf(applicant);
  const half = await api.put(path('profile'), { legalName: applicant.profile.name });
  await api.put(path('profile'), profile, half);
  for (const [section, content] of Object.entries(others)) await api.put(path(section), content);
}
