import type { WorkCalendar } from './calendar.js';
import type { CaseState, CheckKind, Verdict } from './case-state.js';
import type { AnswerValue } from './checklist.js';
import type { FormerCase } from './renewal.js';
import type { OrganisationKind, Role } from './actors.js';
import type { SchemeContent } from './scheme.js';
import type { InspectionResult } from './sampling.js';

/** What a case knows beside its state, read in the transaction of the decision that relies on it. */
export interface Facts {
  readonly scheme: SchemeContent;
  readonly calendar: WorkCalendar;
  /** Contents of the working papers the command relies on: paper -> item -> content. */
  readonly papers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** When the draft was last written to, in case time. */
  readonly lastEditAt?: string;
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
  /** Whether the named organisation exists and is a buyer. */
  readonly buyerKnown?: boolean;
  /** What a run of the automated checks found. */
  readonly checkRun?: Readonly<
    Partial<
      Record<
        CheckKind,
        { readonly verdict: Verdict; readonly expiresAt?: string; readonly inputHash?: string }
      >
    >
  >;
  /** Id of the revision that holds the approval scope now. */
  readonly scopeRevision?: string;
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

/** Terms of a pilot order as the buyer wrote them, frozen when it is placed (domain 5). */
export interface PilotTerms {
  readonly lots: readonly { readonly lot: number; readonly size: number }[];
  /** Last day of the delivery window, a local date. */
  readonly deliveryBy: string;
  readonly valueUsd: number;
  readonly incoterm: 'EXW' | 'FCA' | 'DAP';
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

export type LotInspection = InspectionResult;

const NOTHING: Readonly<Record<string, unknown>> = {};
export const paperOf = (facts: Facts, paper: string): Readonly<Record<string, unknown>> =>
  facts.papers[paper] ?? NOTHING;
