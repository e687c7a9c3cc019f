import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_CATALOGUE, schemaAddress, servedSchema, type EventTypeList } from '#contracts';
import { alreadyRead, notFound, type Config } from '#platform';
import type { FastifyReply } from 'fastify';
import { CONFIG } from '../config.module.js';

/** Schemas only grow, and only with a release: an hour is soon enough to learn of a new field. */
const CACHED = 'public, max-age=3600';
interface Served {
  readonly text: string;
  readonly etag: string;
}

/** Everybody may know what events there are, and what they hold: nothing of it is about anybody. */
@Injectable()
export class EventTypesService {
  private readonly types: EventTypeList;
  private readonly schemas: ReadonlyMap<string, Served>;

  constructor(@Inject(CONFIG) { publicOrigin }: Config) {
    this.types = {
      items: EVENT_CATALOGUE.map(({ type, meaning, about }) => ({
        ...{ type, meaning, about, dataschema: schemaAddress(type, publicOrigin) },
      })),
    };
    this.schemas = new Map(
      EVENT_CATALOGUE.map((event) => {
        const text = JSON.stringify(servedSchema(event, publicOrigin));
        const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
        return [`${event.type}.json`, { text, etag }];
      }),
    );
  }

  list(): EventTypeList {
    return this.types;
  }

  /** @param known `If-None-Match`: who has it is told so (304). @throws ProblemException 404 for a type that is not ours */
  send(document: string, known: string | undefined, reply: FastifyReply): void {
    const served = this.schemas.get(document);
    if (!served) throw notFound('type of event');
    void reply.headers({ etag: served.etag, 'cache-control': CACHED });
    if (alreadyRead(known, served.etag)) return void reply.status(304).send();
    void reply.type('application/schema+json').send(served.text);
  }
}
