import { Injectable } from '@nestjs/common';
import type { OperationId, Person } from '#domain';
import {
  Database,
  PersonalData,
  readForCommand,
  readPaper,
  writeFact,
  type CaseForCommand,
  type FactRow,
} from '#persistence';
import { etagOf, preconditionFailed, ProblemException } from '#platform';
import { Authorisation } from '../auth/authorisation.js';

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
  constructor(
    private readonly db: Database,
    private readonly personal: PersonalData,
    private readonly authorisation: Authorisation,
  ) {}

  /**
   * Write one fact. The statement itself judges who may write what, and whether it is still open.
   * @returns the new version
   * @throws ProblemException 404 when the case is not the writer's to see, 403 when it is not theirs to write, 409 when
   *   the paper is closed to them now, 412 when somebody wrote in between
   */
  async write(operation: OperationId, actor: Person, asked: FactAsked): Promise<number> {
    const written = await writeFact(this.db, this.personal, actor, asked);
    if (written.outcome === 'written') return written.version;
    if (written.outcome === 'version-differs') {
      const { version, content } = written;
      throw preconditionFailed(version > 0 ? etagOf(version) : undefined, content, asked.content);
    }
    await this.mayKnow(operation, actor, asked.qualificationId);
    throw new ProblemException('paper-not-open', { items: [`${asked.paper}/${asked.item}`] });
  }

  /** The case, when the actor may do this about it. Who reads it from outside is kept in the supplier's access log. */
  async mayKnow(
    operation: OperationId,
    actor: Person,
    qualificationId: string,
    item?: string,
  ): Promise<CaseForCommand> {
    const access = this.authorisation.accessBy(operation, actor, item);
    const found = await readForCommand(this.db, actor, qualificationId, { access });
    this.authorisation.requireOnCase(operation, actor, found);
    return found;
  }

  /** The facts of a paper, for those who may read it. */
  async read(
    operation: OperationId,
    actor: Person,
    qualificationId: string,
    paper: string,
    item?: string,
  ): Promise<readonly FactRow[]> {
    return this.readOf(await this.mayKnow(operation, actor, qualificationId, item), actor, paper);
  }

  /** As `read`, of a case that the actor was found to be allowed to read. */
  readOf({ id }: Pick<CaseForCommand, 'id'>, actor: Person, paper: string): Promise<readonly FactRow[]> {
    return readPaper(this.db, this.personal, actor, id, paper);
  }
}
