import type { SchemeContent } from '#domain';
import type { QueryResultRow } from 'pg';
import { statement, type Statement } from './database.js';

const CONTENT = statement('scheme-content', 'select content from scheme_version where id = $1');
type Run = <R extends QueryResultRow>(sql: Statement, values: readonly unknown[]) => Promise<R[]>;

/** Contents of scheme versions. A published version never changes, so each is read once per process. */
export class Schemes {
  private readonly known = new Map<string, SchemeContent>();

  /** @throws Error when there is no such version */
  async content(run: Run, id: string): Promise<SchemeContent> {
    const known = this.known.get(id);
    if (known) return known;
    const [row] = await run<{ content: SchemeContent }>(CONTENT, [id]);
    if (!row) throw new Error(`no scheme version ${id}`);
    this.known.set(id, row.content);
    return row.content;
  }
}
