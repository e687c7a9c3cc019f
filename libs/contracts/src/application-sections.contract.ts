import { CONTENT_CLAIMS, type ApplicationSection, type Certificate, type OwnerShare } from '#domain';
import { z } from 'zod';
import { code, date, distinct, id, latitude, line, longitude, phone, wholeNumber } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';
import { province } from './suppliers.contract.js';

const section = <S extends z.core.$ZodShape>(name: string, shape: S) =>
  z
    .strictObject(shape)
    .partial()
    .meta({ id: `${name}Section`, description: 'Every field may wait until later.' });
const workers = wholeNumber(0, 100_000);
const isicClass = z.string().regex(/^\d{4}$/, 'must be a class of ISIC Rev.4, four digits, for example 1392');

const ProfileSection = section('Profile', {
  legalName: line(200),
  legalNameKm: line(200),
  businessRegistrationNumber: line(40),
  yearEstablished: wholeNumber(1850, 2200),
  workers,
  womenWorkers: workers,
  womenOwned: z.boolean(),
  contactName: line(200),
  contactPhone: phone,
  contactEmail: z.email().max(254),
  isic: distinct(isicClass, 1, 10),
  claims: distinct(z.enum(CONTENT_CLAIMS), 0, CONTENT_CLAIMS.length),
  website: z.url({ protocol: /^https?$/ }).max(500),
});
const SiteSection = section('Site', {
  address: line(500),
  province,
  latitude,
  longitude,
  buildingOwned: z.boolean(),
  floorAreaM2: z.number().positive().max(10_000_000),
  osId: z
    .string()
    .regex(/^[A-Z]{2}[0-9]{7}[0-9A-Z]{6}$/, 'must be an Open Supply Hub id, for example KH2021250D1DTN7'),
});
const hsCode = z
  .string()
  .regex(/^\d{4}(?:\.?\d{2}(?:\.?\d{2})?)?$/, 'must be an HS code of 4, 6 or 8 digits');
const CapacitySection = section('Capacity', {
  products: z.array(line(200)).min(1).max(50),
  hsLines: distinct(hsCode, 0, 50),
  monthlyCapacity: z.number().positive().max(1_000_000_000),
  capacityUnit: z.enum([
    'pieces',
    'metres',
    'kilograms',
    'tonnes',
    'litres',
    'pairs',
    'sets',
    'hours',
    'square-metres',
  ]),
  leadTimeDays: wholeNumber(0, 730),
  minimumOrder: z.number().min(0).max(1_000_000_000),
  subcontractors: z.array(line(200)).max(50),
});
const DeclarationSection = section('Declaration', {
  truthful: z.boolean(),
  consentToChecks: z.boolean(),
  signedBy: line(200),
  signedOn: date,
});

const owner = z.strictObject({
  id: code.max(60).meta({
    description: 'A code of this entry, such as `o1`; never a name: it stays when the name is erased.',
  }),
  kind: z.enum(['person', 'firm']),
  name: line(200),
  owns: code.max(60).optional(),
  sharePercent: z.number().min(0).max(100),
  nominee: z.boolean().optional(),
}) satisfies z.ZodType<OwnerShare>;
const OwnersSection = section('Owners', {
  owners: z
    .array(owner)
    .min(1)
    .max(100)
    .refine(
      (owners) => new Set(owners.map((o) => `${o.id}|${o.owns ?? ''}`)).size === owners.length,
      'must not name the same share twice',
    ),
});
/** The form of a taxpayer number is judged by the check, with a reason; here only its length is. */
const TaxSection = section('Tax', {
  tin: line(30),
  sizeClass: z.enum(['large', 'medium', 'small']),
  patentYear: wholeNumber(2000, 2200),
});
const certificate = z.strictObject({
  scheme: code,
  number: line(100),
  holderName: line(200),
  siteId: id.optional(),
  scope: distinct(inputCategory, 1, 6),
  validFrom: date,
  validTo: date,
}) satisfies z.ZodType<Certificate>;
const CertificatesSection = section('Certificates', { certificates: z.array(certificate).max(50) });

/** What each section may hold. Half-filled sections are accepted: they are saved while somebody types. */
export const APPLICATION_SECTION_BODIES = {
  profile: ProfileSection,
  site: SiteSection,
  capacity: CapacitySection,
  declaration: DeclarationSection,
  owners: OwnersSection,
  tax: TaxSection,
  certificates: CertificatesSection,
} as const satisfies Record<ApplicationSection, z.ZodType<object>>;

export const ApplicationSectionName = z.enum(
  Object.keys(APPLICATION_SECTION_BODIES) as [ApplicationSection, ...ApplicationSection[]],
);
/** For the documentation of the one route that takes them all. */
export const AnyApplicationSection = z
  .union(Object.values(APPLICATION_SECTION_BODIES))
  .meta({ id: 'AnyApplicationSection' });
