/** Fields without which an application cannot be judged, by section: `section.field`. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  profile: ['legalName', 'businessRegistrationNumber', 'workers', 'womenWorkers', 'contactPhone'],
  site: ['address', 'province', 'latitude', 'longitude'],
  capacity: ['products', 'monthlyCapacity', 'capacityUnit'],
  declaration: ['truthful', 'consentToChecks', 'signedBy'],
  owners: ['owners'],
  tax: ['tin', 'patentYear'],
  certificates: ['certificates'],
  bank: ['bankName', 'bic', 'accountNumber', 'holderName', 'letterDate'],
  insurance: ['policies'],
  'test-reports': ['reports'],
  permits: ['permits'],
  machines: ['machines', 'hoursPerMonth'],
  'material-suppliers': ['suppliers'],
};
/** A declaration counts only when it says yes. */
const MUST_BE_TRUE = ['declaration.truthful', 'declaration.consentToChecks'];

export const APPLICATION_SECTIONS = ['profile', 'site', 'capacity', 'declaration'] as const;
/** What every scheme so far asks for before an application may be handed in. */
export const FIRST_COMPLIANCE_SECTIONS = ['owners', 'tax', 'certificates'] as const;
/** A supplier may fill these in also where its scheme does not insist: the checks warn of what is not there. */
export const COMPLIANCE_SECTIONS = [
  ...FIRST_COMPLIANCE_SECTIONS,
  'bank',
  'insurance',
  'test-reports',
  'permits',
  'machines',
  'material-suppliers',
  'chemicals',
  'cost-sheets',
  'payroll',
  'external-reports',
] as const;
export type ApplicationSection = (typeof APPLICATION_SECTIONS)[number] | (typeof COMPLIANCE_SECTIONS)[number];

const isMissing = (path: string, value: unknown): boolean =>
  value === undefined || value === null || value === '' || (MUST_BE_TRUE.includes(path) && value !== true);

/**
 * The `section.field` paths that keep an application from being submitted.
 * @param sections contents by section, as far as they were written
 * @param wanted sections the scheme asks for
 */
export function applicationGaps(
  sections: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
): readonly string[] {
  return wanted.flatMap((section) => {
    const content = (sections[section] ?? {}) as Record<string, unknown>;
    return (REQUIRED[section] ?? [])
      .map((field) => `${section}.${field}`)
      .filter((path) => isMissing(path, content[path.slice(section.length + 1)]));
  });
}
