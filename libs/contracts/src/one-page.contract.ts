import {
  CERTIFICATE_STANDINGS,
  CHECK_KINDS,
  CHECK_LIGHTS,
  CONSENT_SECTIONS,
  EVENT_TYPES,
  STAGES,
} from '#domain';
import { z } from 'zod';
import { ApprovalScope } from './approvals.contract.js';
import { CandidateGoods } from './candidates.contract.js';
import { ApprovalView, QualificationView } from './cases.contract.js';
import { PilotFiguresView, PilotView } from './pilot-view.contract.js';
import { date, id, instant } from './primitives.js';
import { inputCategory } from './qualifications.contract.js';

const count = z.number().int();
const text = z.string().nullable();
const score = z.object({ grade: z.string(), total: z.number(), outcome: z.string() });

const profile = z.object({
  ...{ legalName: text, legalNameKm: text, businessRegistrationNumber: text, website: text },
  ...{ yearEstablished: count.nullable(), workers: count.nullable(), womenWorkers: count.nullable() },
  ...{ womenOwned: z.boolean().nullable(), isic: z.array(z.string()), claims: z.array(z.string()) },
});
const place = z.object({
  ...{ address: text, province: text, latitude: z.number().nullable(), longitude: z.number().nullable() },
  ...{ osId: text, floorAreaM2: z.number().nullable(), buildingOwned: z.boolean().nullable() },
});
const owner = z.object({
  ...{ kind: z.enum(['person', 'firm']), sharePercent: z.number(), nominee: z.boolean() },
  name: text.meta({ description: 'Null when it was erased.' }),
});
const certificate = z.object({
  ...{ scheme: z.string(), name: z.string(), number: z.string(), issuer: text },
  ...{ scope: z.array(inputCategory), validFrom: date, validTo: date },
  standing: z.enum(CERTIFICATE_STANDINGS),
});
const origin = z.object({
  asOf: date.meta({ description: 'Of the reference data: rules and rates.' }),
  date,
  products: z.array(
    z.object({
      ...{ product: z.string(), hs: text, localValuePercent: z.number().nullable() },
      programmes: z.array(
        z.object({
          ...{ programme: z.string(), name: z.string(), origin: z.enum(['yes', 'no', 'unknown']) },
          ...{ regionalValuePercent: z.number().nullable(), withdrawn: z.string() },
          afterGraduation: z
            .object({ origin: z.enum(['yes', 'no', 'unknown']), from: date })
            .nullable()
            .meta({ description: 'Null where graduation from the LDC status changes nothing.' }),
        }),
      ),
    }),
  ),
});

const audit = z.object({
  ...{ initial: score.nullable(), current: score.nullable(), visitDate: date.nullable() },
});
const section = z.object({
  ...{ section: z.string(), title: z.string(), score: z.number().nullable(), floor: z.number().nullable() },
  ...{ belowFloor: z.boolean(), items: count, notApplicable: count },
});
const breakdown = z.object({
  sections: z.array(section),
  limits: z.array(z.string()).meta({ description: 'What keeps the grade below that of the total alone.' }),
  ...{ openCriticals: count, openMajors: count },
});
const finding = z.object({
  ...{ itemId: z.string(), section: z.string(), question: z.string() },
  ...{ severity: z.string(), value: z.string(), dueAt: instant.nullable(), action: text },
});
const findings = z.object({
  open: z.array(finding).meta({ description: 'Gravest first; `dueAt` where corrective actions are opened.' }),
  zeroTolerance: z.enum(['none', 'confirmed']),
});
const check = z.object({
  ...{ kind: z.enum(CHECK_KINDS), number: count, name: z.string(), light: z.enum(CHECK_LIGHTS) },
  ...{ verdict: z.string(), ranAt: instant.nullable(), expiresAt: instant.nullable() },
  lists: z.array(z.object({ list: z.string(), version: z.string(), date: date.nullable() })).meta({
    description: 'The edition of each list that it looked at last; its day where its publisher names it.',
  }),
});

const found = z.object({ critical: count, major: count, minor: count });
const lot = PilotView.shape.lots.element.extend({
  found: found.nullable().meta({ description: 'By class, as its buyer wrote it down.' }),
  photos: z.array(id).meta({ description: 'Documents that are pictures.' }),
});
const pilot = PilotView.extend({ id, lots: z.array(lot), figures: PilotFiguresView.optional() });

const hand = z.object({ personId: id, name: text }).nullable();
const decision = z.object({
  approval: ApprovalView.nullable(),
  ...{ requester: hand, approver: hand },
  scope: ApprovalScope.nullable(),
  scopeVersion: count.meta({ description: '0 before a scope was written.' }),
  allowedCommands: QualificationView.shape.allowedCommands,
});

const happened = z.object({
  ...{ seq: count, at: instant, type: z.enum(EVENT_TYPES), text: z.string() },
  data: z.record(z.string(), z.unknown()),
});

/** Languages that a page is printed in: those that we bring the fonts of. */
export const PrintQuery = z.strictObject({ language: z.enum(['en', 'km']).default('en') });
export type PrintQuery = z.infer<typeof PrintQuery>;

/** Sections that the page is made of. What was not opened is null, and named in `notOpened`. */
export const OnePageView = z
  .object({
    ...{ qualificationId: id, caseNumber: z.string(), category: inputCategory, asOf: instant },
    language: z.enum(['en', 'km', 'zh']),
    readAs: z.enum(['supplier', 'buyer', 'programme-office']),
    notOpened: z.array(z.enum(CONSENT_SECTIONS)),
    consentUntil: instant.nullable(),
    watchedSince: instant.nullable(),
    checkAddress: z.url().meta({ description: 'Where anybody can check the qualification by its number.' }),
    supplier: z.object({ id, name: z.string() }),
    site: z.object({ id, name: text }),
    ...{ stage: z.enum(STAGES), substate: z.string(), openedAt: instant, endMarkets: z.array(z.string()) },
    ...{ validFrom: instant.nullable(), validUntil: instant.nullable(), grade: text },
    suspension: QualificationView.shape.suspension,
    conditions: QualificationView.shape.conditions,
    profile: profile.nullable(),
    place: place.nullable(),
    owners: z.array(owner).nullable(),
    goods: CandidateGoods.nullable(),
    audit: audit.nullable(),
    score: breakdown.nullable().meta({ description: 'Null also until it is told.' }),
    findings: findings.nullable().meta({ description: 'Null also until they are told.' }),
    checks: z.array(check).nullable(),
    certificates: z.object({ items: z.array(certificate), missing: z.array(z.string()) }).nullable(),
    pilots: z
      .array(pilot)
      .meta({ description: 'Your own; all for supplier and office. Found by class: of your own alone.' }),
    origin: origin.nullable(),
    otherBuyers: count,
    history: z.array(happened).meta({ description: 'Oldest first, two hundred at most.' }),
    decision: decision.nullable().meta({ description: 'For a buyer: its own.' }),
  })
  .meta({ id: 'OnePageView' });
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
/** As it is put together: nobody changes what is answered. */
export type OnePageView = Frozen<z.infer<typeof OnePageView>>;
