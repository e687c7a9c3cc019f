import { Injectable } from '@nestjs/common';
import {
  MOST_SAVED_FILTERS,
  type SavedFilterList,
  type SavedFilterView,
  type SetSavedFilter,
} from '#contracts';
import type { Person } from '#domain';
import { Database, type Row } from '#persistence';
import {
  alreadyExists,
  etagOf,
  isUniqueViolation,
  notFound,
  preconditionFailed,
  ProblemException,
} from '#platform';
import { COUNT, LIST, READ, REMOVE, SAVE } from './saved-filters.queries.js';

/** What a person narrows their lists to, for the organisation they act for. */
@Injectable()
export class SavedFiltersService {
  constructor(private readonly db: Database) {}

  async list(actor: Person): Promise<SavedFilterList> {
    return { items: await this.db.run<SavedFilterView & Row>(actor, LIST, own(actor)) };
  }

  /**
   * @param version that was read; 0 for a new one
   * @throws ProblemException 409 when another one of the list has the name or there are too many, 412 when it was changed
   *   in between, 404 when the id is somebody else's
   */
  async save(actor: Person, id: string, version: number, body: SetSavedFilter): Promise<SavedFilterView> {
    const { list, name, query } = body;
    const values = [...own(actor), id, list, name, JSON.stringify(query), version, MOST_SAVED_FILTERS];
    const [saved] = await this.db.run<SavedFilterView & Row>(actor, SAVE, values).catch(asNameTaken);
    if (saved) return saved;
    const [current] = await this.db.run<SavedFilterView & Row>(actor, READ, [...own(actor), id]);
    if (current) throw preconditionFailed(etagOf(current.version), current, body);
    if (version > 0) throw preconditionFailed(undefined, undefined, body);
    const [row] = await this.db.run<{ kept: number }>(actor, COUNT, own(actor));
    throw (row?.kept ?? 0) < MOST_SAVED_FILTERS ? notFound('filter') : new ProblemException('limit-reached');
  }

  async remove(actor: Person, id: string): Promise<void> {
    const [removed] = await this.db.run(actor, REMOVE, [...own(actor), id]);
    if (!removed) throw notFound('filter');
  }
}

const own = ({ personId, organisationId }: Person): readonly string[] => [personId, organisationId];

function asNameTaken(error: unknown): never {
  throw isUniqueViolation(error, 'saved_filter_by_name')
    ? alreadyExists('#/name', 'You keep another filter of this list under this name.')
    : error;
}
