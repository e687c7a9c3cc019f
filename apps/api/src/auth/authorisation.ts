import { Injectable } from '@nestjs/common';
import {
  judge,
  mayFromOutside,
  refuse,
  relationsTo,
  ruleOfOperation,
  sectionOf,
  type CaseRelation,
  type CaseState,
  type ConsentSection,
  type ObjectFacts,
  type OperationId,
  type Person,
} from '#domain';
import type { Access } from '#persistence';
import { notFound, refused } from '#platform';

/** Goes by the authorisation table of `#domain`. The only place of the API that says no to a person. */
@Injectable()
export class Authorisation {
  /**
   * @param what the object in words, for the answer
   * @throws ProblemException 404 when they may not know of the object, 403 when they may know and not do this
   */
  require(operation: OperationId, actor: Person, object: ObjectFacts = {}, what = 'object'): void {
    const judgement = judge(operation, relationsTo(actor, object));
    if (judgement === 'hidden') throw notFound(what);
    if (judgement === 'refused') throw refused(refuse('role-not-allowed'));
  }

  /** As `require`, about a case. */
  requireOnCase(
    operation: OperationId,
    actor: Person,
    found: FoundCase | undefined,
  ): asserts found is FoundCase {
    if (!found) throw notFound('qualification');
    this.require(operation, actor, caseFacts(found), 'qualification');
  }

  /**
   * What the supplier of a case is told when this person reads it, or a document of it; nothing when that is the
   * supplier itself.
   * @param item what of several things it is about
   */
  accessBy(operation: OperationId, actor: Person, item?: string): Access | undefined {
    const { object, scope } = ruleOfOperation(operation);
    if (!['case', 'document'].includes(object) || scope !== 'read') return undefined;
    if (actor.organisationKind === 'supplier') return undefined;
    const section = actor.organisationKind === 'buyer' ? sectionOf(operation) : undefined;
    return { operation, item, as: mayFromOutside(operation, actor), section };
  }

  /** Whether lists are not limited to what the actor's organisation has to do with. */
  looksAcross(actor: Person): boolean {
    return actor.organisationKind === 'programme-office';
  }
}

/** A case as it was read for somebody: what their organisation has to do with it. */
export interface FoundCase {
  readonly state: CaseState;
  readonly relations: readonly CaseRelation[];
  readonly sections: readonly ConsentSection[];
}
const caseFacts = ({ state, relations, sections }: FoundCase): ObjectFacts => ({
  caseRelations: relations,
  sections,
  auditorId: state.audit.auditor?.personId,
});
