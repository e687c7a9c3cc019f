import { Injectable } from '@nestjs/common';
import type { PageQuery, WebhookDeliveryDetail, WebhookDeliveryQuery, WebhookDeliveryView } from '#contracts';
import type { OperationId, Person } from '#domain';
import { Database, type Row } from '#persistence';
import { decodeCursor, idAfter, notFound, pageOf, ProblemException, type Page } from '#platform';
import { z } from 'zod';
import { Authorisation } from '../auth/authorisation.js';
import * as sql from './webhook-deliveries.queries.js';
import {
  deliveryDetail,
  deliveryView,
  type DeliveryRow,
  type LoggedAttempt,
} from './webhook-deliveries.view.js';

type Found = DeliveryRow & Row;
const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** What is on its way to an endpoint, what arrived, and what came of each attempt. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
  ) {}

  /** Of one endpoint, the newest first. */
  async list(
    actor: Person,
    endpointId: string,
    { status, cursor, limit }: WebhookDeliveryQuery,
  ): Promise<Page<WebhookDeliveryView>> {
    const [at = null, id = null] = decodeCursor(cursor, Place) ?? [];
    const values = [endpointId, this.ownerOf(actor), status ?? null, at, id, limit + 1];
    const rows = await this.db.run<Found & { ownerIs: string }>(actor, sql.LIST_DELIVERIES, values);
    this.mustMay('listWebhookDeliveries', actor, rows[0]?.ownerIs, 'webhook endpoint');
    const found = rows.filter((row) => row.id !== null);
    return pageOf(found, limit, deliveryView, (row) => [row.createdKey, row.id]);
  }

  async read(actor: Person, id: string): Promise<WebhookDeliveryDetail> {
    const { log, ...row } = await this.find('getWebhookDelivery', actor, id);
    return deliveryDetail(row, log);
  }

  /** As it stands, for those who may read it. */
  async view(actor: Person, id: string): Promise<WebhookDeliveryView> {
    return deliveryView(await this.find('getWebhookDelivery', actor, id));
  }

  /**
   * The same event once more, under the same `webhook-id`.
   * @throws ProblemException 409 while it is on its way, or its endpoint is disabled
   */
  async resend(actor: Person, id: string): Promise<WebhookDeliveryView> {
    const { status } = await this.find('resendWebhookDelivery', actor, id);
    const [row] = await this.db.run<Found>(actor, sql.RESEND, [id, actor.organisationId]);
    if (row) return deliveryView(row);
    const under = status === 'pending' || status === 'started';
    const detail = under ? 'It is on its way.' : 'Its endpoint is disabled.';
    throw new ProblemException('status-differs', { detail });
  }

  /** Of all organisations: what could not be sent at all. */
  async parked(actor: Person, { cursor, limit }: PageQuery): Promise<Page<WebhookDeliveryView>> {
    const rows = await this.db.run<Found>(actor, sql.LIST_PARKED, [idAfter(cursor), limit + 1]);
    return pageOf(rows, limit, deliveryView, (row) => row.id);
  }

  /** @throws ProblemException 409 when it is not parked */
  async retry(actor: Person, id: string): Promise<WebhookDeliveryView> {
    const { status } = await this.find('retryWebhookDelivery', actor, id);
    const [row] = await this.db.run<Found>(actor, sql.RETRY_PARKED, [id]);
    if (row) return deliveryView(row);
    throw new ProblemException('status-differs', { detail: `It is ${status}.` });
  }

  private async find(operation: OperationId, actor: Person, id: string) {
    const values = [id, this.ownerOf(actor), actor.organisationId];
    type Read = Found & { log: LoggedAttempt[] | null };
    const [row] = await this.db.run<Read>(actor, sql.READ_DELIVERY, values);
    this.mustMay(operation, actor, row?.organisationId, 'webhook delivery');
    return row as Read;
  }

  private mustMay(operation: OperationId, actor: Person, owner: string | undefined, what: string): void {
    if (owner === undefined) throw notFound(what);
    this.authorisation.require(operation, actor, { organisationId: owner }, what);
  }

  private ownerOf(actor: Person): string | null {
    return this.authorisation.looksAcross(actor) ? null : actor.organisationId;
  }
}
