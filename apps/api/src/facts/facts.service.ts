import { Injectable } from '@nestjs/common';
import type { Person } from '#domain';
import {
  Database,
  readForCommand,
  readPaper,
  writeFact,
  type CaseForCommand,
  type FactRow,
  type Relation,
} from '#persistence';
import { etagOf, notFound, preconditionFailed, ProblemException } from '#platform';

export interface FactAsked {
  readonly qualificationId: string;
  readonly paper: string;
  readonly item: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly expectedVersion: number;
}

/** The road of every fact: one statement under a version, no Temporal. */
@Injectable()
export class FactsService {
  constructor(private readonly db: Database) {}

  /**
   * Write one fact. The statement itself judges who may write what, and whether it is still open.
   * @returns the new version
   * @throws ProblemException 404 when the case is not the writer's to see, 409 when the paper is closed to it, 412
   *   when somebody wrote in between
   */
  async write(actor: Person, asked: FactAsked): Promise<number> {
    const written = await writeFact(this.db, actor, asked);
    if (written.outcome === 'written') return written.version;
    if (written.outcome === 'version-differs') {
      throw preconditionFailed(written.version > 0 ? etagOf(written.version) : undefined);
    }
    await this.mayKnow(actor, asked.qualificationId);
    throw new ProblemException('paper-not-open', { items: [`${asked.paper}/${asked.item}`] });
  }

  /** The case, when the actor may know of it. */
  async mayKnow(actor: Person, qualificationId: string): Promise<CaseForCommand> {
    const found = await readForCommand(this.db, actor, qualificationId);
    if (!found) throw notFound('qualification');
    return found;
  }

  /** The facts of a paper, for those relations that may read it. */
  async read(
    actor: Person,
    qualificationId: string,
    paper: string,
    readers: readonly Relation[],
  ): Promise<readonly FactRow[]> {
    const found = await this.mayKnow(actor, qualificationId);
    if (!found.relations.some((relation) => readers.includes(relation)))
      throw notFound('part of this qualification');
    return readPaper(this.db, actor, qualificationId, paper);
  }
}
