import type { WorkCalendar } from './calendar.js';
import type { CheckKind, Verdict } from './case-state.js';
import type { OrganisationKind, Role } from './actors.js';
import type { OverlayContent } from './overlay.js';
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
  readonly tier: 2 | 3;
  readonly validUntil: string;
  readonly conditions: readonly string[];
}

export type LotInspection = InspectionResult;

const NOTHING: Readonly<Record<string, unknown>> = {};
export const paperOf = (facts: Facts, paper: string): Readonly<Record<string, unknown>> =>
  facts.papers[paper] ?? NOTHING;
