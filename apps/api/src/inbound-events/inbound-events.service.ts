import { Injectable } from '@nestjs/common';
import { INBOUND_DATA, InboundEnvelope, type InboundEventView } from '#contracts';
import type { Person } from '#domain';
import { Database, Keyring, NOBODY } from '#persistence';
import {
  badRequest,
  idempotencyKeyReused,
  invalid,
  newId,
  notFound,
  ProblemException,
  validationProblem,
} from '#platform';
import { HTTP } from 'cloudevents';
import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { CLOUD_EVENT } from '../http/body-types.js';
import { InboundEffects, type InboundType } from './inbound-effects.js';
import { READ_EVENT, RECEIVE, SETTLE, SOURCE_OF_EVENT } from './inbound-events.queries.js';
import { inboundEventView, type InboundEventRow } from './inbound-events.view.js';
import { placeOf } from './inbound-sources.service.js';

type Row = InboundEventRow & Record<string, unknown>;
interface SourceRow extends Omit<Person, 'kind'> {
  readonly sealedSecret: string;
  readonly previousSecret: string | null;
}
type Headers = Readonly<Record<string, string | string[] | undefined>>;
const SOURCE = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const isKnown = (type: string): type is InboundType => Object.hasOwn(INBOUND_DATA, type);

/** Events that come in: CloudEvents, signed as Standard Webhooks has it, each taken once. */
@Injectable()
export class InboundEventsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly effects: InboundEffects,
  ) {}

  /**
   * Takes an event in the name of the member who made its source. The same event again is answered the same.
   * @throws ProblemException 400 when it is no CloudEvent, 401 when it is not signed by its source within five minutes,
   *   415 for another media type, 422 naming what is wrong with it, also when its id was used for another event
   */
  async receive(body: unknown, headers: Headers): Promise<InboundEventView> {
    if (!Buffer.isBuffer(body)) throw new ProblemException('unsupported-media-type');
    const { sourceId, event } = readEvent(body);
    const actor = await this.signedBy(sourceId, body, headers);
    const { id, type, data } = mustBeComplete(event);
    if (!isKnown(type))
      throw invalid({ pointer: '#/type', detail: `${type} is not known here`, code: 'unknown' });
    const parsed = INBOUND_DATA[type].safeParse(data);
    if (!parsed.success)
      throw validationProblem(parsed.error.issues.map((one) => ({ ...one, path: ['data', ...one.path] })));
    const digest = createHash('sha256').update(body).digest();
    const values = [newId(), sourceId, id, type, digest, parsed.data.qualificationId];
    const row = await this.received(actor, values);
    if (row.digest !== digest.toString('hex')) throw idempotencyKeyReused();
    if (row.status !== 'received' || row.commandId) return inboundEventView(row);
    const effect = await this.effects.of(actor, type, parsed.data, `inbound ${sourceId} ${id}`);
    const settled = [row.id, effect.status, effect.refusal ?? null, effect.commandId ?? null];
    const [now] = await this.db.run<Row>(actor, SETTLE, settled);
    return inboundEventView(now ?? row);
  }

  private async received(actor: Person, values: readonly unknown[]): Promise<Row> {
    const [first] = await this.db.run<Row>(actor, RECEIVE, values);
    // Nothing: its twin was committed after our snapshot was taken. Now it can be seen.
    const row = first ?? (await this.db.run<Row>(actor, RECEIVE, values))[0];
    if (!row) throw new Error('an event was neither kept nor found');
    return row;
  }

  /** Who stands behind the source, when it signed these bytes with its secret, or with the one before that overlaps. */
  private async signedBy(sourceId: string | undefined, body: Buffer, headers: Headers): Promise<Person> {
    const [source] = sourceId
      ? await this.db.run<SourceRow & Record<string, unknown>>(NOBODY, SOURCE_OF_EVENT, [sourceId])
      : [];
    if (!source || !sourceId) throw new ProblemException('signature-invalid');
    const { sealedSecret, previousSecret, ...person } = source;
    const sealed = previousSecret ? [sealedSecret, previousSecret] : [sealedSecret];
    const secrets = await Promise.all(sealed.map((one) => this.keyring.open(one, placeOf(sourceId))));
    if (!secrets.some((secret) => verifies(secret, body, headers)))
      throw new ProblemException('signature-invalid');
    return { kind: 'person', ...person };
  }

  async read(actor: Person, id: string): Promise<InboundEventView> {
    const [row] = await this.db.run<Row>(actor, READ_EVENT, [id, actor.organisationId]);
    if (!row) throw notFound('inbound event');
    return inboundEventView(row);
  }
}

/** The library also refuses what was signed more than five minutes ago, or for later. */
function verifies(secret: string, body: Buffer, headers: Headers): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** @throws ProblemException 400 when it is no CloudEvent */
function readEvent(body: Buffer): { readonly sourceId?: string; readonly event: unknown } {
  const text = body.toString();
  try {
    // The library makes ids up for events that have none, so what it read is not what we go by.
    HTTP.toEvent({ headers: { 'content-type': CLOUD_EVENT }, body: text });
    const event = z.looseObject({ source: z.unknown() }).parse(JSON.parse(text));
    const [, sourceId] = SOURCE.exec(String(event.source)) ?? [];
    return { event, ...(sourceId && { sourceId: sourceId.toLowerCase() }) };
  } catch {
    throw badRequest('malformed-request', 'The body must be a CloudEvent 1.0 in structured mode.');
  }
}

/** @throws ProblemException 422 */
function mustBeComplete(event: unknown): z.infer<typeof InboundEnvelope> {
  const read = InboundEnvelope.safeParse(event);
  if (!read.success) throw validationProblem(read.error.issues);
  return read.data;
}
