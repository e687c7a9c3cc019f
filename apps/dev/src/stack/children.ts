import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { refOf, type ProcessRef } from './process-identity.js';

/** How to start a program that stays. */
export interface ChildSpec {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  stopSignal?: NodeJS.Signals;
  graceMs?: number;
}

/** Starts a child; the stack passes its own, which also remembers it. */
export type Launch = (spec: ChildSpec) => Promise<Child>;

/** How a child ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The last lines of a log file, for a message about what went wrong. */
export function lastLines(file: string, count = 12): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}

/** A program that we started and will stop. */
export class Child {
  /** Resolves when the process has ended, however that came. */
  readonly exited: Promise<Exit>;
  readonly ref: ProcessRef;
  private ended: Exit | undefined;
  private asked = false;

  constructor(
    readonly spec: ChildSpec,
    private readonly process: ChildProcess,
  ) {
    this.ref = refOf(process.pid ?? -1);
    this.exited = new Promise((resolve) => {
      process.once('exit', (code, signal) => resolve((this.ended = { code, signal })));
    });
  }

  get name(): string {
    return this.spec.name;
  }

  get pid(): number {
    return this.ref.pid;
  }

  get running(): boolean {
    return this.ended === undefined;
  }

  /** True once we asked it to end: its exit is then no surprise. */
  get expectedToEnd(): boolean {
    return this.asked;
  }

  /** Asks the process to end, insists after the grace time, and waits until it has. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.signal(this.spec.stopSignal ?? 'SIGTERM');
    const insist = setTimeout(() => this.process.kill('SIGKILL'), this.spec.graceMs ?? 10_000);
    await this.exited;
    clearTimeout(insist);
  }

  /** Kills the process without a warning, as a crash would, and waits until it is gone. */
  async kill9(): Promise<void> {
    if (!this.running) return;
    this.signal('SIGKILL');
    await this.exited;
  }

  /** Sends the stop signal without waiting: all that can be done while our own process exits. */
  signal(name: NodeJS.Signals = this.spec.stopSignal ?? 'SIGTERM'): void {
    this.asked = true;
    if (this.running) this.process.kill(name);
  }

  /** Waits for `ready`, but fails as soon as the process ends, with the last words of its log. */
  async whileRunning<T>(ready: (given: { up: AbortSignal }) => Promise<T>): Promise<T> {
    const up = new AbortController();
    const ended = this.exited.then(({ code, signal }) => {
      up.abort();
      throw new Error(
        `${this.name} ended while starting (${signal ?? `exit ${code}`}). ${this.spec.logFile} ends with:\n` +
          lastLines(this.spec.logFile),
      );
    });
    return Promise.race([ended, ready({ up: up.signal })]);
  }
}

/**
 * Starts a child with its output in a log file. It gets a process group of its own, so that a Ctrl-C in the
 * terminal reaches only us and we stop the children in the right order.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  try {
    const { env = process.env, cwd, uid, gid } = spec;
    const options = {
      env,
      cwd,
      uid,
      gid,
      detached: true,
      stdio: ['ignore', log, log] as ['ignore', number, number],
    };
    const started = spawn(spec.command, spec.args, options);
    await new Promise<void>((resolve, reject) => {
      started.once('spawn', resolve);
      started.once('error', (error) => reject(new Error(`${spec.name} could not start: ${error.message}`)));
    });
    return new Child(spec, started);
  } finally {
    closeSync(log);
  }
}
