import { Injectable } from '@nestjs/common';
import {
  ownerAtLot,
  papersOfPlace,
  type DocumentPlace,
  type DocumentTarget,
  type OperationId,
  type Person,
} from '#domain';
import { ProblemException } from '#platform';
import { FactsService } from '../facts/facts.service.js';

/** What the statements need that judge whether somebody may link a document to a place. */
export interface PlaceGuard {
  readonly papers: readonly string[];
  readonly item: string;
  /** Whose document it must be, where no working paper says so. */
  readonly owner: string | null;
}

/** Whoever may write a place may link documents to it. */
const WRITING: Readonly<Record<DocumentTarget, OperationId>> = {
  section: 'writeSection',
  certificate: 'writeSection',
  answer: 'writeAnswer',
  correction: 'writeCorrection',
  'corrective-action': 'writeResponse',
  'pilot-lot': 'listPilotOrders',
  inspection: 'writeInspection',
};

/** Places of a case that documents are linked to, and who may do that: those who may write the facts there. */
@Injectable()
export class DocumentPlaces {
  constructor(private readonly facts: FactsService) {}

  /** Where working papers rule, the statement asks them; a lot of a pilot order has none, so the case is asked here. */
  async guardOf(actor: Person, qualificationId: string, place: DocumentPlace): Promise<PlaceGuard> {
    const { papers, item } = papersOfPlace(place);
    if (place.target !== 'pilot-lot') return { papers, item, owner: null };
    const { state, relations } = await this.facts.mayKnow('listPilotOrders', actor, qualificationId);
    const mayWrite = actor.organisationKind !== 'programme-office' || actor.roles.includes('officer');
    const owner = mayWrite ? ownerAtLot(state, item, relations, actor.organisationId) : undefined;
    return { papers, item, owner: owner ?? null };
  }

  /** @throws ProblemException always: 404 or 403 when the place is not theirs to know or write, else 409 */
  async refuse(actor: Person, qualificationId: string, place: DocumentPlace): Promise<never> {
    await this.facts.mayKnow(WRITING[place.target], actor, qualificationId);
    throw new ProblemException('paper-not-open', { items: [`${place.target}/${place.item}`] });
  }
}
