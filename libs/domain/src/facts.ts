import type { WorkCalendar } from './calendar.js';
import type { CaseState, CheckKind, ListHit, Verdict } from './case-state.js';
import type { AnswerValue } from './checklist.js';
import type { FormerCase } from './renewal.js';
import type { OrganisationKind, Role, Hand } from './actors.js';
import type { OverlayContent } from './overlay.js';
import type { SchemeContent } from './scheme.js';
import type { AqlTerms, InspectionResult } from './sampling.js';
import type { Currency, SampleKind } from './pilot-terms.js';

/** What a case knows beside its state, read in the transaction of the decision that relies on it. */
export interface Facts {
  readonly scheme: SchemeContent;
  readonly calendar: WorkCalendar;
  /** Contents of the working papers the command relies on: paper -> item -> content. */
  readonly papers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** When the draft was last written to, in case time. */
  readonly lastEditAt?: string;
  /** The scheme version that a command names: whether it belongs to the scheme of the case, and its content when it is published. */
  readonly nextScheme?: { readonly sameScheme: boolean; readonly content?: SchemeContent };
  /** The version that a new case is to run under is none that was published and not retired. */
  readonly schemeClosed?: true;
  /** Overlays of the case, or those in force when its audit starts. */
  readonly overlays?: readonly {
    readonly overlayId: string;
    readonly buyerId: string;
    readonly content: OverlayContent;
  }[];
  /** Another open case of the same site and category. */
  readonly openCaseId?: string;
  /** The case that this one follows, where the command depends on it. */
  readonly previous?: PreviousCase;
  /** Random: what a draw is made with, so that nobody can reckon it out before. */
  readonly drawSeed?: string;
  /** Cases of the same site and category that were rejected or revoked, for a case that is opened. */
  readonly former?: readonly FormerCase[];
  /** Who may sit on the panel of an appeal: everybody named, and the persons who had a hand in the case. */
  readonly panel?: {
    readonly named: Readonly<Record<string, NonNullable<Facts['person']>['memberships']>>;
    readonly involved: readonly string[];
  };
  /** The person a command names: whom to assign or delegate to. */
  readonly person?: {
    readonly personId: string;
    readonly memberships: readonly {
      readonly organisationId: string;
      readonly organisationKind: OrganisationKind;
      readonly roles: readonly Role[];
    }[];
  };
  /** For somebody who is to audit: who audited the site before, and what ties them to a party of the case. */
  readonly assignment?: AssignmentFacts;
  /** Whether the named organisation exists and is a buyer. */
  readonly buyerKnown?: boolean;
  /** What a run of the automated checks found. */
  readonly checkRun?: Readonly<
    Partial<
      Record<
        CheckKind,
        {
          readonly verdict: Verdict;
          readonly expiresAt?: string;
          readonly inputHash?: string;
          /** Names that a list may mean, those aside that were cleared before. */
          readonly hits?: readonly ListHit[];
        }
      >
    >
  >;
  /** Id of the revision that holds the bank account now. */
  readonly bankRevision?: string;
  /** That it was copied from the case before, where it is the account in force, and nobody has changed it since. */
  readonly bankIsCopy?: true;
  /** Whether the document that a command names is one of the case and may be shown. */
  readonly evidenceKnown?: boolean;
  /** Id of the revision that holds the approval scope now. */
  readonly scopeRevision?: string;
}

/** What an audit firm or auditor may have in common with a supplier or buyer (domain 2.3). */
export const TIE_KINDS = [
  'shared-phone',
  'shared-tin',
  'shared-people',
  'shared-owner',
  'shared-address',
  'shared-account',
  'consulting',
  'auditor-worked-there',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];
/** A verdict and no value: that there is such a tie, and with which party of the case. */
export interface Tie {
  readonly kind: TieKind;
  readonly organisationId: string;
}
/** What stands in nobody's way, and the office should know: a buyer with an owner of the supplier, a firm that never declared. */
export const TIE_WARNINGS = ['related-buyer', 'undeclared'] as const;
export interface TieWarning {
  readonly kind: (typeof TIE_WARNINGS)[number];
  readonly organisationId: string;
}
export interface AssignmentFacts {
  /** Who audited this site for this category in earlier cases, the latest first; as many as the rotation limit counts. */
  readonly earlier: readonly Hand[];
  readonly ties: readonly Tie[];
}

/** A qualification that is renewed or applied for again, as the rules need to know it. */
export interface PreviousCase {
  readonly state: CaseState;
  /** Its scheme; only for the decision on how the renewal is audited. */
  readonly scheme?: SchemeContent;
  /** Its auditor's answers; only for that decision. */
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  /** How many people worked at the site according to it. */
  readonly workers?: number;
  /** Sections of the application that were written anew after they had been filled from it. */
  readonly rewritten?: readonly string[];
}

/** Who at the supplier sees to a corrective action: a function, so that no name has to be erased. */
export const ACTION_OWNERS = [
  'owner-director',
  'production',
  'quality',
  'human-resources',
  'health-and-safety',
  'environment',
  'maintenance',
  'purchasing',
  'finance',
] as const;

/** Terms of a pilot order as the buyer wrote them, frozen when it is placed (domain 5). */
export interface PilotTerms {
  readonly lots: readonly { readonly lot: number; readonly size: number }[];
  /** Last day of the delivery window, a local date. */
  readonly deliveryBy: string;
  readonly valueUsd: number;
  readonly incoterm: 'EXW' | 'FCA' | 'DAP';
  /** Code of the version of the specification that the goods are made to. */
  readonly specVersion?: string;
  /** Documents that show the sample which both sides hold the goods against: the golden sample and its photograph. */
  readonly approvedSample?: readonly string[];
  /** Samples that the supplier has to show before production may start. */
  readonly samples?: readonly SampleKind[];
  /** How much more or less than ordered may be delivered; 3 unless said. */
  readonly tolerancePercent?: number;
  /** How many days before `deliveryBy` the window opens (2 is usual); any earlier day will do when absent. */
  readonly earlyDays?: number;
  /** Another plan than the usual one of the category. */
  readonly aql?: AqlTerms;
  /** Of one unit, in `currency`. */
  readonly unitPrice?: number;
  /** USD unless said. */
  readonly currency?: Currency;
  /** Days from receipt to payment; 30 unless said. */
  readonly paymentDays?: number;
}

/** What one buyer approves, and up to which limits (domain 6). */
export interface ApprovalScope {
  readonly maxUsdPerMonth: number;
  readonly maxUnitsPerMonth: number;
  readonly endMarkets: readonly string[];
  readonly hsLines: readonly string[];
  /** The site of the case, when the scope names one. */
  readonly siteIds?: readonly string[];
  readonly tier: 2 | 3;
  readonly validUntil: string;
  readonly conditions: readonly string[];
}

export interface LotInspection extends InspectionResult {
  /** Units with any defect; unknown where only defects were counted. */
  readonly defectiveUnits?: number;
  /** Where the units were drawn by another seed than the lot's. */
  readonly seed?: string;
}

const NOTHING: Readonly<Record<string, unknown>> = {};
export const paperOf = (facts: Facts, paper: string): Readonly<Record<string, unknown>> =>
  facts.papers[paper] ?? NOTHING;
