import { Injectable } from '@nestjs/common';
import type { AssignTasks, TaskAssignmentView } from '#contracts';
import type { Command, Person } from '#domain';
import { ProblemException, uuidFromParts } from '#platform';
import { CommandsService } from '../commands/commands.service.js';
import { notAsked, outcomeOf, refusedWith } from './task-assignments.view.js';

/** So many cases are asked side by side. */
const AT_ONCE = 4;
type Named = AssignTasks['tasks'][number];

const commandFor = (task: string, to: string): Command => {
  if (to === 'me') return { type: 'claim-task', task };
  return to === 'nobody' ? { type: 'release-task', task } : { type: 'delegate-task', task, toPersonId: to };
};

/** Several tasks at a time, each by a decision of its own case. */
@Injectable()
export class TaskAssignmentsService {
  constructor(private readonly commands: CommandsService) {}

  /**
   * Each task is decided by its case under an id made of the key and the task: the same request, sent again, does nothing
   * twice. Once a case could not answer in time, no further ones are asked: nobody waits for all of them in turn.
   */
  async assign(actor: Person, key: string, { tasks, to }: AssignTasks): Promise<TaskAssignmentView[]> {
    const told: TaskAssignmentView[] = [];
    let slow = false;
    for (let from = 0; from < tasks.length; from += AT_ONCE) {
      const some = tasks.slice(from, from + AT_ONCE);
      const ask = (one: Named) => (slow ? { ...one, ...notAsked() } : this.one(actor, key, one, to));
      const answered = await Promise.all(some.map(ask));
      told.push(...answered);
      slow ||= answered.some(({ outcome }) => outcome === 'pending' || outcome === 'not-asked');
    }
    return told;
  }

  private async one(
    actor: Person,
    key: string,
    { qualificationId, task }: Named,
    to: string,
  ): Promise<TaskAssignmentView> {
    const ask = {
      qualificationId,
      key: uuidFromParts('task assignment', key, task),
      command: commandFor(task, to),
    };
    const told = await this.commands.ask(actor, ask).then(outcomeOf, unasked);
    return { qualificationId, task, ...told };
  }
}

/**
 * Of one case that is not theirs, or has lost its workflow, the others know nothing.
 * @throws what is our fault
 */
function unasked(error: unknown): ReturnType<typeof notAsked> {
  if (!(error instanceof ProblemException)) throw error;
  const { status, code } = error.problem;
  if (status < 500 || code === 'workflow-missing') return refusedWith(code);
  if (status === 503) return notAsked(code);
  throw error;
}
