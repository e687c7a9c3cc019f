import {
  CERTIFICATION_SCHEMES,
  CONTENT_CLAIMS,
  INPUT_CATEGORIES,
  PROVINCES,
  type ApplicationSection,
  type InputCategory,
} from '#domain';
import { provinceName } from '../../words/places.js';
import { amount, choice, formatted, many, plain, text, whole, type Field } from './fields.js';
import { PAPER_FORMS, type PaperSection } from './paper-forms.js';

const BILLION = 1_000_000_000;
export const UNITS = [
  ...['pieces', 'metres', 'kilograms', 'tonnes', 'litres'],
  ...['pairs', 'sets', 'hours', 'square-metres'],
];

const schemes = new Map(CERTIFICATION_SCHEMES.map(({ code, name }) => [code, name]));
/** Schemes are called by their own names in every language. */
export const certificationName = (code: string): string => schemes.get(code) ?? code;
export const categoryCodes: readonly InputCategory[] = INPUT_CATEGORIES.map(({ code }) => code);
/** Classes of activity that belong to a category. */
const activities = (category: InputCategory): readonly string[] =>
  INPUT_CATEGORIES.find(({ code }) => code === category)?.isic ?? [];

/** What is asked in each section of the application, in the order in which it is asked. */
export const FORMS: Readonly<
  Record<Exclude<ApplicationSection, 'chemicals' | 'cost-sheets'>, readonly Field[]>
> = {
  profile: [
    text('legalNameKm', 200),
    text('legalName', 200, { autoComplete: 'organization' }),
    text('businessRegistrationNumber', 40, { onPaper: true }),
    whole('yearEstablished', 1850, 2200),
    whole('workers', 0, 100_000),
    whole('womenWorkers', 0, 100_000),
    plain('womenOwned', 'yes-no'),
    text('contactName', 200, { autoComplete: 'name' }),
    formatted('contactPhone', 'phone'),
    formatted('contactEmail', 'email'),
    formatted('website', 'url'),
    many('isic', activities, { text: (code) => `supplier.isic.${code}` }),
    many('claims', CONTENT_CLAIMS, { text: (code) => `supplier.claim.${code}` }),
  ],
  site: [
    choice(
      'province',
      PROVINCES.map(({ iso }) => iso),
      { name: provinceName },
    ),
    text('address', 500, { rows: 2, autoComplete: 'street-address' }),
    plain('latitude', 'place'),
    plain('buildingOwned', 'yes-no'),
    amount('floorAreaM2', 10_000_000, { above: true }),
  ],
  capacity: [
    { kind: 'list', name: 'products', max: 200, most: 50 },
    plain('hsLines', 'hs'),
    amount('monthlyCapacity', BILLION, { above: true }),
    choice('capacityUnit', UNITS, { text: (code) => `supplier.unit.${code}` }),
    amount('freeCapacity', BILLION),
    whole('leadTimeDays', 0, 730),
    amount('minimumOrder', BILLION),
    { kind: 'list', name: 'subcontractors', max: 200, most: 50 },
  ],
  owners: [
    {
      ...{ kind: 'entries', name: 'owners', most: 100, ids: 'o', noneAllowed: false },
      of: [
        choice('kind', ['person', 'firm'], { text: (code) => `supplier.owner-kind.${code}` }, true),
        text('name', 200, { needed: true }),
        amount('sharePercent', 100, { needed: true }),
        plain('pep', 'yes-no'),
        plain('nominee', 'yes-no'),
      ],
    },
  ],
  declaration: [
    plain('consentToChecks', 'tick'),
    plain('truthful', 'tick'),
    text('signedBy', 200, { autoComplete: 'name' }),
  ],
  ...(PAPER_FORMS satisfies Record<PaperSection, readonly Field[]>),
};
export type FormSection = keyof typeof FORMS;
export const isFormSection = (section: string): section is FormSection => section in FORMS;
