import {
  EXTERNAL_SCHEMES,
  type ApplicationSection,
  type Certificate,
  type OwnerShare,
  type ReportEntry,
  CONTENT_CLAIMS,
} from '#domain';
import { z } from 'zod';
import {
  code,
  date,
  distinct,
  hsCode,
  id,
  latitude,
  line,
  longitude,
  phone,
  wholeNumber,
} from './primitives.js';
import { PROOF_SECTION_BODIES } from './proof-sections.contract.js';
import { inputCategory } from './qualifications.contract.js';
import { section } from './section-shape.js';
import { CHEMICALS_SHAPE, COST_SHEETS_SHAPE, PAYROLL_SHAPE } from './substance-sections.contract.js';
import { province } from './suppliers.contract.js';
const workers = wholeNumber(0, 100_000);
export const isicClass = z
  .string()
  .regex(/^\d{4}$/, 'must be a class of ISIC Rev.4, four digits, for example 1392');

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
export const capacityUnit = z.enum([
  'pieces',
  'metres',
  'kilograms',
  'tonnes',
  'litres',
  'pairs',
  'sets',
  'hours',
  'square-metres',
]);
const CapacitySection = section('Capacity', {
  products: z.array(line(200)).min(1).max(50),
  hsLines: distinct(hsCode, 0, 50),
  monthlyCapacity: z.number().positive().max(1_000_000_000),
  freeCapacity: z.number().min(0).max(1_000_000_000).meta({
    description: 'What of the monthly capacity no order takes at present, in the same unit.',
  }),
  capacityUnit,
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
  pep: z.boolean().optional().meta({
    description: 'Whether this person or their family hold prominent public office, as they declare it.',
  }),
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
  issuer: line(200).optional(),
  issuerAccreditation: line(100).optional(),
}) satisfies z.ZodType<Certificate>;
const CertificatesSection = section('Certificates', { certificates: z.array(certificate).max(50) });
const ChemicalsSection = section('Chemicals', CHEMICALS_SHAPE);
const CostSheetsSection = section('CostSheets', COST_SHEETS_SHAPE);
const PayrollSection = section('Payroll', PAYROLL_SHAPE);

const sectionCode = z.string().regex(/^[A-Z]{2,4}$/, 'must be the code of a section, for example SL');
const externalReport = z.strictObject({
  id: code.max(60).meta({ description: 'A code of this entry, such as `r1`.' }),
  scheme: z.enum(EXTERNAL_SCHEMES),
  number: line(100),
  reportedOn: date,
  issuer: line(200),
  siteId: id.optional(),
  scope: line(500).optional(),
  documentId: id.optional(),
  openCriticals: distinct(sectionCode, 0, 30)
    .optional()
    .meta({ description: 'Sections of the checklist in which it left a critical finding open.' }),
}) satisfies z.ZodType<ReportEntry>;
const ExternalReportsSection = section('ExternalReports', {
  reports: z
    .array(externalReport)
    .max(20)
    .refine(
      (reports) => new Set(reports.map((r) => r.id)).size === reports.length,
      'must not name the same entry twice',
    ),
});

/** What each section may hold. Half-filled sections are accepted: they are saved while somebody types. */
export const APPLICATION_SECTION_BODIES = {
  profile: ProfileSection,
  site: SiteSection,
  capacity: CapacitySection,
  declaration: DeclarationSection,
  owners: OwnersSection,
  tax: TaxSection,
  certificates: CertificatesSection,
  ...PROOF_SECTION_BODIES,
  chemicals: ChemicalsSection,
  'cost-sheets': CostSheetsSection,
  payroll: PayrollSection,
  'external-reports': ExternalReportsSection,
} as const satisfies Record<ApplicationSection, z.ZodType<object>>;

export const ApplicationSectionName = z.enum(
  Object.keys(APPLICATION_SECTION_BODIES) as [ApplicationSection, ...ApplicationSection[]],
);
/** For the documentation of the one route that takes them all. */
export const AnyApplicationSection = z
  .union(Object.values(APPLICATION_SECTION_BODIES))
  .meta({ id: 'AnyApplicationSection' });
