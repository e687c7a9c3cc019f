import type {
  BankAccount,
  InsurancePolicy,
  MachineGroup,
  MaterialSupplier,
  Permit,
  TestReport,
} from '#domain';
import { z } from 'zod';
import { code, date, line, market, wholeNumber } from './primitives.js';
import { section } from './section-shape.js';

const amount = z.number().min(0).max(1_000_000_000);

/** What is wrong with an account is said by the check, in words; here only its lengths are. */
const BankSection = section('Bank', {
  bankName: line(200),
  bic: line(20),
  accountNumber: line(40),
  holderName: line(200),
  letterDate: date,
}) satisfies z.ZodType<BankAccount>;

const policy = z.strictObject({
  kind: z.enum(['fire', 'public-liability', 'product-liability', 'workers', 'goods-in-transit', 'other']),
  policyNumber: line(60),
  insurer: line(200),
  coverUsd: amount,
  validFrom: date,
  validTo: date,
}) satisfies z.ZodType<InsurancePolicy>;
const InsuranceSection = section('Insurance', { policies: z.array(policy).max(20) });

const report = z.strictObject({
  lab: line(200),
  accreditationNumber: line(60).optional(),
  date,
  method: line(100),
  analyte: line(100),
  result: amount,
  limit: amount,
  unit: line(20),
}) satisfies z.ZodType<TestReport>;
const TestReportsSection = section('TestReports', { reports: z.array(report).max(200) });

const permit = z.strictObject({
  kind: z.enum([
    'export-permit',
    'import-permit',
    'environmental-impact-assessment',
    'environmental-protection-contract',
    'discharge-permit',
    'other',
  ]),
  number: line(60),
  validFrom: date,
  validTo: date.optional(),
}) satisfies z.ZodType<Permit>;
const PermitsSection = section('Permits', { permits: z.array(permit).max(30) });

const machineGroup = z.strictObject({
  type: line(100),
  count: wholeNumber(1, 100_000),
  unitsPerHour: z.number().positive().max(1_000_000).meta({
    description: 'What one machine makes in an hour, in the unit of the declared capacity.',
  }),
}) satisfies z.ZodType<MachineGroup>;
const MachinesSection = section('Machines', {
  machines: z.array(machineGroup).max(100),
  hoursPerMonth: z.number().min(0).max(744),
});

const materialSupplier = z.strictObject({
  id: code.max(60).meta({ description: 'A code of this entry, such as `m1`; never a name.' }),
  name: line(200),
  country: market.optional(),
  address: line(500).optional(),
  material: line(200).optional(),
}) satisfies z.ZodType<MaterialSupplier>;
const MaterialSuppliersSection = section('MaterialSuppliers', {
  suppliers: z
    .array(materialSupplier)
    .max(200)
    .refine(
      (suppliers) => new Set(suppliers.map((s) => s.id)).size === suppliers.length,
      'must not use the same id twice',
    ),
});

/** What a supplier proves beside its application. A scheme may ask for it; the checks warn of what is not there. */
export const PROOF_SECTION_BODIES = {
  bank: BankSection,
  insurance: InsuranceSection,
  'test-reports': TestReportsSection,
  permits: PermitsSection,
  machines: MachinesSection,
  'material-suppliers': MaterialSuppliersSection,
} as const;
