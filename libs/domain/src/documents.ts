import type { CaseRelation } from './authorisation/relations.js';
import { COMPLIANCE_SECTIONS } from './application.js';
import { OPEN_PILOT, type CaseState } from './case-state.js';
import type { ConsentSection } from './consent.js';
import { APPLICATION, AUDIT, AUDIT_CORRECTIONS, COMPLIANCE, correctiveActionPaper } from './papers.js';

/** What a document can prove. `item`: the section, checklist item, corrective action or certificate; `<pilot>:<lot>`. */
export const DOCUMENT_TARGETS = [
  'section',
  'answer',
  'correction',
  'corrective-action',
  'certificate',
  'pilot-lot',
  'inspection',
] as const;
export type DocumentTarget = (typeof DOCUMENT_TARGETS)[number];

export interface DocumentPlace {
  readonly target: DocumentTarget;
  readonly item: string;
}

/** Whether somebody is a child: under every scheme, whatever it says of its items. */
const CHILDREN = 'SL-01';

/**
 * Whether what is linked here concerns children.
 * @param childItems checklist items of which the scheme, or what was reported in the case, says so
 */
export const concernsChildren = ({ target, item }: DocumentPlace, childItems: readonly string[]): boolean =>
  (target === 'answer' || target === 'correction') && (item === CHILDREN || childItems.includes(item));

/** Of a link, and of its case, what its readers are judged by. */
export interface LinkFacts extends DocumentPlace {
  readonly auditPhase: string | null;
  /** Whether any place of the document, also a former one, concerns children: it is never the supplier's or a buyer's then. */
  readonly aboutChildren: boolean;
  /** Whether the supplier is told what the assessment came to: not before a reviewer signed it. */
  readonly assessmentTold: boolean;
  /** What the supplier opened to the reader, when that is a buyer. */
  readonly sections: readonly ConsentSection[];
  /** The buyer of the pilot order that a lot belongs to. */
  readonly pilotBuyerId: string | null;
  /** Whether the terms of that order name it as the sample that the goods are held against. */
  readonly agreedSample: boolean;
}

const READS: Readonly<Record<CaseRelation, (link: LinkFacts, organisationId: string) => boolean>> = {
  'programme-office': () => true,
  supplier: ({ target, aboutChildren, auditPhase, assessmentTold, agreedSample }) =>
    !aboutChildren &&
    ((target === 'answer' && auditPhase === 'submitted' && assessmentTold) ||
      (target === 'pilot-lot' && agreedSample)),
  'audit-firm': ({ target }) =>
    ['section', 'certificate', 'corrective-action', 'answer', 'correction'].includes(target),
  buyer: ({ target, item, aboutChildren, pilotBuyerId, sections }, organisationId) => {
    const opened = (section: string): boolean =>
      sections.includes('documents') && (sections as readonly string[]).includes(section);
    return (
      !aboutChildren &&
      ((target === 'certificate' && opened('certificates')) ||
        (target === 'section' && opened(item)) ||
        (target === 'pilot-lot' && pilotBuyerId === organisationId))
    );
  },
};

/**
 * Whether a side of the case reads a document because of this link. Its owner reads it anyway. The policies of the
 * tables say the same a second time.
 */
export const readsLink = (relation: CaseRelation, link: LinkFacts, organisationId: string): boolean =>
  READS[relation](link, organisationId);

/** The working paper whose writer may link a document to a place, and the item of that paper. Lots have none. */
export function papersOfPlace({ target, item }: DocumentPlace): {
  readonly papers: readonly string[];
  readonly item: string;
} {
  switch (target) {
    case 'section': {
      const compliance = (COMPLIANCE_SECTIONS as readonly string[]).includes(item);
      return { papers: [compliance ? COMPLIANCE : APPLICATION], item };
    }
    case 'certificate':
      return { papers: [COMPLIANCE], item: 'certificates' };
    case 'answer':
      return { papers: [AUDIT], item };
    case 'correction':
      return { papers: [AUDIT_CORRECTIONS], item };
    case 'corrective-action':
      return { papers: [correctiveActionPaper(item)], item: 'response' };
    case 'inspection':
      return { papers: [`inspection:${item}:1`, `inspection:${item}:2`], item: 'result' };
    case 'pilot-lot':
      return { papers: [], item };
  }
}

/**
 * Whose document one about a lot must be: the supplier's, or that of the buyer who ordered it, while the pilot is under
 * way. Undefined when this side may link none there now.
 */
export function ownerAtLot(
  state: CaseState,
  item: string,
  relations: readonly CaseRelation[],
  organisationId: string,
): string | undefined {
  const at = item.lastIndexOf(':');
  const pilot = state.pilots[item.slice(0, at)];
  const lot = pilot?.lots.find((one) => String(one.lot) === item.slice(at + 1));
  if (!pilot || !lot || !OPEN_PILOT.includes(pilot.phase)) return undefined;
  if (relations.includes('supplier') || relations.includes('programme-office')) return state.supplierId;
  return pilot.buyerId === organisationId ? organisationId : undefined;
}
