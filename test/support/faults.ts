import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Exit } from '../../apps/dev/src/stack/children.js';
import { repositoryRoot } from '../../apps/dev/src/stack/repository.js';
import { type ChildName, type StackOptions } from '../../apps/dev/src/stack/stack.js';
import type { Order, Report } from './faults-keeper.js';
import type { TestStack } from './world.js';

/** A stack that one spec file has for itself, in order to break it. */
export class FaultStack {
  private readonly waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  private last = 0;
  /** Where it is, and who may enter. */
  at!: TestStack;

  private constructor(
    private readonly keeper: ChildProcess,
    readonly dataDir: string,
  ) {
    keeper.on('message', (report: Report) => this.hear(report));
    keeper.once('exit', () => this.waiting.forEach(({ failed }) => failed(new Error('the stack is gone'))));
  }

  static async start(options: Pick<StackOptions, 'apiEnv' | 'workerEnv'> = {}): Promise<FaultStack> {
    const dataDir = mkdtempSync(join(tmpdir(), 'selvedge-faults-'));
    const program = join(repositoryRoot(), 'dist/test/support/faults-keeper.js');
    const args = [JSON.stringify({ ...options, dataDir })];
    const keeper = fork(program, args, { execArgv: ['--enable-source-maps'] });
    const stack = new FaultStack(keeper, dataDir);
    stack.at = (await stack.answerTo(0)) as TestStack;
    return stack;
  }

  /** Ends one part without a warning, as a crash does. */
  async kill9(part: ChildName): Promise<void> {
    await this.give({ part, order: 'kill9' });
  }

  /** Starts one part again on its port and its files; returns when it is ready. */
  async restart(part: ChildName): Promise<void> {
    await this.give({ part, order: 'restart' });
  }

  /** Asks one part to end, waits until it has, and tells how. */
  async drain(part: ChildName): Promise<Exit> {
    return (await this.give({ part, order: 'drain' })) as Exit;
  }

  logOf(part: ChildName): string {
    return readFileSync(join(this.dataDir, 'logs', `${part}.log`), 'utf8');
  }

  async close(): Promise<void> {
    if (this.keeper.exitCode !== null) return;
    const ended = once(this.keeper, 'exit');
    this.keeper.disconnect();
    await ended;
  }

  private give(order: Omit<Order, 'number'>): Promise<unknown> {
    this.last += 1;
    this.keeper.send({ ...order, number: this.last });
    return this.answerTo(this.last);
  }

  private answerTo(number: number): Promise<unknown> {
    return new Promise((done, failed) => this.waiting.set(number, { done, failed }));
  }

  private hear(report: Report): void {
    const asker = this.waiting.get(report.number);
    this.waiting.delete(report.number);
    if ('failed' in report) asker?.failed(new Error(report.failed));
    else asker?.done(report.done);
  }
}
