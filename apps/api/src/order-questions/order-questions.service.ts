import { Injectable } from '@nestjs/common';
import type { ExternalIdView, OrderAnswerList, OrderAnswerView, OrderQuestion, PageQuery } from '#contracts';
import { approvalScopePaper, deliveriesPaper, localDate, type OperationId, type Person } from '#domain';
import { Database } from '#persistence';
import { contentEtag, idAfter, invalid, pageOf, type FieldError, type Page } from '#platform';
import { unlessTaken } from '../http/create-once.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { ASK, DROP_EXTERNAL_ID, LIST_EXTERNAL_IDS, SET_EXTERNAL_ID } from './order-questions.queries.js';
import { answerOf, type ApprovalFound } from './order-questions.view.js';

/** Whether a buyer may order: what its own systems ask before they send an order. */
@Injectable()
export class OrderQuestionsService {
  constructor(
    private readonly db: Database,
    private readonly organisations: OrganisationsService,
  ) {}

  /** @throws ProblemException 422 for a day that has passed: what an approval was worth then is in the journal */
  async ask(actor: Person, question: OrderQuestion): Promise<OrderAnswerView> {
    this.mustNotBePast([question], () => ({ pointer: '#/on', in: 'query' }));
    const [answer] = await this.answers('askApproval', actor, [question]);
    if (!answer) throw new Error('a question has an answer');
    return answer;
  }

  /** As `ask`, for many at once: one statement, answers in the order of the questions. */
  async askMany(actor: Person, questions: readonly OrderQuestion[]): Promise<OrderAnswerList> {
    this.mustNotBePast(questions, (n) => ({ pointer: `#/questions/${n}/on` }));
    const answers = await this.answers('askApprovals', actor, questions);
    return { items: answers.map((answer) => ({ ...answer, etag: contentEtag(answer) })) };
  }

  private async answers(
    operation: OperationId,
    actor: Person,
    questions: readonly OrderQuestion[],
  ): Promise<OrderAnswerView[]> {
    const buyerId = actor.organisationId;
    const asked = questions.map(({ supplierId, externalId, category, on }, n) => ({
      ...{ n, supplierId, externalId, category, on },
    }));
    const papers = [approvalScopePaper(buyerId), deliveriesPaper(buyerId)];
    const values = [JSON.stringify(asked), buyerId, ...papers, operation];
    const rows = await this.db.run<ApprovalFound & Record<string, unknown>>(actor, ASK, values);
    return questions.map((question, n) =>
      answerOf(
        question,
        rows.filter((row) => row.n === n),
      ),
    );
  }

  private mustNotBePast(
    questions: readonly OrderQuestion[],
    place: (n: number) => Pick<FieldError, 'pointer' | 'in'>,
  ): void {
    const today = localDate(new Date().toISOString());
    const wrong = questions.flatMap(({ on }, n) =>
      on !== undefined && on < today
        ? [{ ...place(n), detail: 'must not lie before today', code: 'past' }]
        : [],
    );
    if (wrong.length > 0) throw invalid(...wrong);
  }

  /** What the buyer's own system calls a supplier that it knows of; one number means one supplier. */
  async setExternalId(actor: Person, supplierId: string, externalId: string | null): Promise<ExternalIdView> {
    await this.organisations.mustMay('setExternalId', actor, supplierId, 'supplier');
    const key = [actor.organisationId, supplierId];
    const taken = {
      ...{ constraint: 'supplier_external_id_once', pointer: '#/externalId' },
      detail: 'You call another supplier by it.',
    };
    const writing =
      externalId === null
        ? this.db.run(actor, DROP_EXTERNAL_ID, key)
        : this.db.run(actor, SET_EXTERNAL_ID, [...key, externalId]);
    await unlessTaken(writing, taken);
    return { supplierId, externalId };
  }

  async listExternalIds(actor: Person, { cursor, limit }: PageQuery): Promise<Page<ExternalIdView>> {
    const rows = await this.db.run<{ supplierId: string; externalId: string }>(actor, LIST_EXTERNAL_IDS, [
      ...[actor.organisationId, idAfter(cursor), limit + 1],
    ]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ supplierId }) => supplierId,
    );
  }
}
