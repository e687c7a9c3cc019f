import { Inject, Injectable } from '@nestjs/common';
import type {
  ChangeWebhookEndpoint,
  CreateWebhookEndpoint,
  NewWebhookEndpointView,
  PageQuery,
  RecoverWebhookEndpoint,
  RotateWebhookSecret,
  WebhookDeliveryView,
  WebhookEndpointDetail,
  WebhookEndpointView,
  WebhookRecovery,
} from '#contracts';
import type { OperationId, Person } from '#domain';
import { Database, Keyring, OFFICE, type Row } from '#persistence';
import {
  etagOf,
  idAfter,
  idempotencyKeyReused,
  invalid,
  leadsOutside,
  mintWebhookKeys,
  mintWebhookSecret,
  newId,
  notFound,
  pageOf,
  preconditionFailed,
  ProblemException,
  urlFault,
  uuidFromParts,
  webhookSecretPlace,
  type Config,
  type Page,
  type UrlFault,
} from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { CONFIG } from '../config.module.js';
import { idForNew } from '../http/idempotency-key.js';
import { WebhookDeliveriesService } from '../webhook-deliveries/webhook-deliveries.service.js';
import * as sql from './webhook-endpoints.queries.js';
import { endpointDetail, endpointView, storedType, type EndpointRow } from './webhook-endpoints.view.js';

type Found = EndpointRow & Row;

/** An organisation has so many endpoints at most. */
export const MOST_ENDPOINTS = 10;
/** So many secrets sign at a time at most: each makes every message longer. */
const MOST_SECRETS = 5;
/** What waited for an endpoint goes on its way again, so many at a time; the rest comes with `recover`. */
const MOST_AT_ONCE = 1000;
const TEST_TYPE = 'org.selvedge.webhook.test.v1';

const FAULTS: Readonly<Record<UrlFault, string>> = {
  'not-a-url': 'must be an absolute URL',
  'not-https': 'must be https',
  port: 'must be on port 443 or 8443',
  credentials: 'must not hold a name or a password',
  fragment: 'must not have a fragment',
  address: 'must be at a public address',
};

/** Where an organisation wants to be told of what happens: its administrators say so. */
@Injectable()
export class WebhookEndpointsService {
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
    private readonly keyring: Keyring,
    private readonly deliveries: WebhookDeliveriesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The secret is in this answer only.
   * @throws ProblemException 422 for an address that nothing is sent to, or a type of event that there is not; 409 when
   *   the organisation has as many endpoints as it may
   */
  async create(
    actor: Person,
    key: string | undefined,
    body: CreateWebhookEndpoint,
  ): Promise<NewWebhookEndpointView> {
    const types = this.typesOf(body.eventTypes) ?? null;
    await this.mustLeadOutside(body.url);
    const id = idForNew(actor, 'webhook-endpoints', key);
    const { secret, rows } = await this.mint(body.v1a, (kind) => uuidFromParts(id, kind));
    const feed = actor.organisationKind === 'programme-office' ? OFFICE : actor.organisationId;
    const values = [
      ...[
        id,
        actor.organisationId,
        feed,
        body.url,
        body.description ?? null,
        types,
        body.rateLimit,
        body.v1a,
      ],
      ...[actor.personId, JSON.stringify(rows), MOST_ENDPOINTS],
    ];
    const create = () =>
      this.db.run<Found & { same: boolean; fresh: boolean }>(actor, sql.CREATE_ENDPOINT, values);
    // Nothing: there are as many as there may be, or the twin of this request was committed after our snapshot.
    const row = (await create())[0] ?? (await create())[0];
    if (!row)
      throw new ProblemException('limit-reached', { detail: `There are ${MOST_ENDPOINTS} endpoints.` });
    if (!row.same) throw idempotencyKeyReused();
    return { ...endpointView(actor.organisationId)(row), ...(row.fresh && { secret }) };
  }

  /** One's own; the office those of all. */
  async list(actor: Person, { cursor, limit }: PageQuery): Promise<Page<WebhookEndpointView>> {
    const values = [null, this.ownerOf(actor), idAfter(cursor), limit + 1];
    const rows = await this.db.run<Found>(actor, sql.READ_ENDPOINTS, values);
    return pageOf(rows, limit, endpointView(actor.organisationId), (row) => row.id);
  }

  async read(actor: Person, id: string): Promise<WebhookEndpointDetail> {
    const [row] = await this.db.run<Found>(actor, sql.READ_DETAIL, [id, this.ownerOf(actor)]);
    this.mustMay('getWebhookEndpoint', actor, row);
    return endpointDetail(actor.organisationId)(row);
  }

  async change(
    actor: Person,
    id: string,
    version: number,
    body: ChangeWebhookEndpoint,
  ): Promise<WebhookEndpointView> {
    await this.find('changeWebhookEndpoint', actor, id);
    const types = this.typesOf(body.eventTypes) ?? null;
    if (body.url !== undefined) await this.mustLeadOutside(body.url);
    const values = [id, actor.organisationId, version, JSON.stringify(body), types];
    const [row] = await this.db.run<Found>(actor, sql.CHANGE_ENDPOINT, values);
    if (row) return endpointView(actor.organisationId)(row);
    const current = await this.find('changeWebhookEndpoint', actor, id);
    throw preconditionFailed(etagOf(current.version), endpointView(actor.organisationId)(current), body);
  }

  /** With its log; what is on its way there comes to its end. */
  async remove(actor: Person, id: string): Promise<void> {
    await this.find('deleteWebhookEndpoint', actor, id);
    await this.db.run(actor, sql.DELETE_ENDPOINT, [id, actor.organisationId]);
  }

  /** What was held back while it was disabled is sent now. */
  async enable(actor: Person, id: string): Promise<WebhookEndpointView> {
    const before = await this.find('enableWebhookEndpoint', actor, id);
    const values = [id, actor.organisationId];
    const lock = { ...sql.LOCK_ENDPOINT, values };
    const [row] = await this.db.run<Found>(actor, sql.ENABLE_ENDPOINT, [...values, MOST_AT_ONCE], lock);
    return endpointView(actor.organisationId)(row ?? before);
  }

  async disable(actor: Person, id: string): Promise<WebhookEndpointView> {
    const before = await this.find('disableWebhookEndpoint', actor, id);
    const [row] = await this.db.run<Found>(actor, sql.DISABLE_ENDPOINT, [id, actor.organisationId]);
    return endpointView(actor.organisationId)(row ?? before);
  }

  /**
   * A new secret, in this answer only; the former sign along for the overlap.
   * @throws ProblemException 409 when as many sign already as may
   */
  async rotate(
    actor: Person,
    id: string,
    key: string | undefined,
    { overlapHours }: RotateWebhookSecret,
  ): Promise<NewWebhookEndpointView> {
    const { v1a } = await this.find('rotateWebhookSecret', actor, id);
    const made = idForNew(actor, `webhook-endpoints/${id}/rotate-secret`, key);
    const { secret, rows } = await this.mint(v1a, (kind) => uuidFromParts(made, kind));
    const values = [id, actor.organisationId, JSON.stringify(rows), overlapHours, MOST_SECRETS];
    const fresh = await this.db.run(actor, sql.ROTATE_SECRET, values);
    const after = await this.find('rotateWebhookSecret', actor, id);
    const view = endpointView(actor.organisationId)(after);
    if (fresh.length > 0) return { ...view, secret };
    if (view.secrets.some((one) => one.id === rows[0]?.id)) return view;
    throw new ProblemException('limit-reached', { detail: `${MOST_SECRETS} secrets sign already.` });
  }

  /** @throws ProblemException 409 when it is disabled */
  async test(actor: Person, id: string, key: string | undefined): Promise<WebhookDeliveryView> {
    await this.find('testWebhookEndpoint', actor, id);
    const deliveryId = idForNew(actor, `webhook-endpoints/${id}/test`, key);
    const values = [deliveryId, id, actor.organisationId, newId(), TEST_TYPE];
    const [sent] = await this.db.run<{ id: string }>(actor, sql.SEND_TEST, values);
    if (!sent) throw new ProblemException('status-differs', { detail: 'It is disabled.' });
    return this.deliveries.view(actor, deliveryId);
  }

  /**
   * What was told since and did not arrive, as far as the endpoint wants it. Asked twice, nothing is sent twice.
   * @throws ProblemException 409 when it is disabled
   */
  async recover(actor: Person, id: string, { since }: RecoverWebhookEndpoint): Promise<WebhookRecovery> {
    await this.find('recoverWebhookEndpoint', actor, id);
    const values = [id, actor.organisationId, since, MOST_AT_ONCE];
    const [done] = await this.db.run<{ recovered: number }>(actor, sql.RECOVER, values);
    if (!done) throw new ProblemException('status-differs', { detail: 'It is disabled.' });
    return { recovered: done.recovered, more: done.recovered === MOST_AT_ONCE };
  }

  private async find(operation: OperationId, actor: Person, id: string): Promise<Found> {
    const [row] = await this.db.run<Found>(actor, sql.READ_ENDPOINTS, [id, this.ownerOf(actor), null, 1]);
    this.mustMay(operation, actor, row);
    return row;
  }

  private mustMay(operation: OperationId, actor: Person, row: Found | undefined): asserts row is Found {
    if (!row) throw notFound('webhook endpoint');
    const { organisationId } = row;
    this.authorisation.require(operation, actor, { organisationId }, 'webhook endpoint');
  }

  private ownerOf(actor: Person): string | null {
    return this.authorisation.looksAcross(actor) ? null : actor.organisationId;
  }

  /** New secrets, sealed each for its own row. */
  private async mint(v1a: boolean, idOf: (kind: 'v1' | 'v1a') => string) {
    const secret = mintWebhookSecret();
    const keys = v1a ? mintWebhookKeys() : undefined;
    const sealed = async (kind: 'v1' | 'v1a', text: string, publicKey: string | null) => {
      const id = idOf(kind);
      return { id, kind, sealed: await this.keyring.seal(text, webhookSecretPlace(id)), publicKey };
    };
    const rows = [await sealed('v1', secret, null)];
    if (keys) rows.push(await sealed('v1a', keys.secretKey, keys.publicKey));
    return { secret, rows };
  }

  /** @throws ProblemException 422 naming each type that there is not */
  private typesOf(types: readonly string[] | null | undefined): readonly string[] | null | undefined {
    const stored = types?.map((type) => storedType(type));
    const errors = (types ?? []).flatMap((type, i) =>
      stored?.[i] === undefined
        ? [{ pointer: `#/eventTypes/${i}`, detail: `There is no type ${type}.`, code: 'unknown' }]
        : [],
    );
    if (errors.length > 0) throw invalid(...errors);
    return stored as string[] | undefined;
  }

  /** @throws ProblemException 422: what is not public now is not saved; what it leads to later is judged as it is sent */
  private async mustLeadOutside(url: string): Promise<void> {
    const allow = this.config.webhooksAllowLoopback;
    const fault = urlFault(url, allow) ?? ((await leadsOutside(url, allow)) ? undefined : 'address');
    if (fault) throw invalid({ pointer: '#/url', detail: FAULTS[fault], code: fault });
  }
}
