import type { ChildProcess } from 'node:child_process';
import { endPrintProcess, startPrintProcess } from './print-process.js';
import { PrintError, type PrintAnswer, type PrintFailure, type PrintRequest } from './printing.js';

export interface PrinterSettings {
  readonly chromiumPath?: string | undefined;
  /** Pages that are printed at a time. */
  readonly atOnce?: number;
  /** Pages that may wait for their turn. */
  readonly waiting?: number;
  readonly timeoutMs?: number;
  /** Pages after which the process is replaced by a new one. */
  readonly pagesOfProcess?: number;
  /** For how long it stays without work. */
  readonly idleMs?: number;
  readonly script?: string;
}

interface Job extends PrintRequest {
  readonly done: (pdf: Buffer) => void;
  readonly failed: (how: PrintFailure, detail?: string) => void;
  /** Given to a process that died of another page. */
  again: boolean;
  timer?: NodeJS.Timeout;
}

/**
 * Prints pages as PDF in a process of its own, which is started when it is first needed and knows no secret of ours. What a
 * page makes of the browser ends with that process.
 */
export class Printer {
  private child: ChildProcess | undefined;
  private readonly queue: Job[] = [];
  private readonly running = new Map<number, Job>();
  private idle: NodeJS.Timeout | undefined;
  private last = 0;
  private printed = 0;
  private closed = false;

  constructor(private readonly settings: PrinterSettings = {}) {}

  /** @throws PrintError when it could not be printed, or not now */
  print(html: string): Promise<Buffer> {
    const { waiting = 20 } = this.settings;
    if (this.closed) return Promise.reject(new PrintError('closed'));
    if (this.queue.length >= waiting) return Promise.reject(new PrintError('busy'));
    return new Promise((done, reject) => {
      const failed: Job['failed'] = (how, detail) => reject(new PrintError(how, detail));
      this.queue.push({ id: (this.last += 1), html, done, failed, again: false });
      this.go();
    });
  }

  /** Ends the process, whatever it does, and starts no other. */
  close(): void {
    this.closed = true;
    for (const job of [...this.queue.splice(0), ...this.running.values()]) this.settle(job).failed('closed');
    this.end();
  }

  private go(): void {
    const { atOnce = 2, pagesOfProcess = 200 } = this.settings;
    if (this.printed >= pagesOfProcess) {
      // What is under way is waited for; then a new process takes over.
      if (this.running.size > 0) return;
      this.end();
    }
    while (this.running.size < atOnce) {
      const job = this.queue.shift();
      if (!job) break;
      this.give(job);
    }
    clearTimeout(this.idle);
    if (this.running.size > 0 || this.closed) return;
    this.idle = setTimeout(() => this.end(), this.settings.idleMs ?? 60_000).unref();
  }

  private give(job: Job): void {
    const { id, html } = job;
    this.running.set(id, job);
    job.timer = setTimeout(() => this.tooLong(job), this.settings.timeoutMs ?? 20_000);
    const child = (this.child ??= this.start());
    child.send({ id, html } satisfies PrintRequest, (error) => error && child.kill('SIGKILL'));
  }

  /** A page that does not come to an end ends its process. */
  private tooLong(job: Job): void {
    this.settle(job).failed('timed-out');
    this.child?.kill('SIGKILL');
  }

  private settle(job: Job): Job {
    clearTimeout(job.timer);
    this.running.delete(job.id);
    return job;
  }

  private answered(answer: PrintAnswer): void {
    const job = this.running.get(answer.id);
    if (!job) return;
    this.settle(job);
    this.printed += 1;
    if ('pdf' in answer) job.done(Buffer.from(answer.pdf));
    else job.failed(answer.failed, answer.detail);
    this.go();
  }

  /** The page that a process died of may be any of those it had: each gets one more chance. */
  private died(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = undefined;
    this.printed = 0;
    for (const job of [...this.running.values()]) {
      this.settle(job);
      if (job.again) job.failed('failed');
      else this.queue.unshift(Object.assign(job, { again: true }));
    }
    if (!this.closed) this.go();
  }

  private end(): void {
    const { child } = this;
    this.child = undefined;
    this.printed = 0;
    clearTimeout(this.idle);
    if (child) endPrintProcess(child);
  }

  private start(): ChildProcess {
    const child = startPrintProcess(this.settings.chromiumPath, this.settings.script);
    child.on('message', (answer: PrintAnswer) => this.answered(answer));
    child.once('exit', () => this.died(child));
    return child;
  }
}
