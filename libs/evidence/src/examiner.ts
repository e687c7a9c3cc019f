import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Examination, ExaminationRequest } from './examination.js';

const TIMEOUT_MS = 45_000;
const HEAP_MEGABYTES = 512;
const SCRIPT = fileURLToPath(new URL('./examiner-child.js', import.meta.url));

/** The process of the decoders died of a file, or would not come to an end; or the machine would not let it work. */
export class ExaminerError extends Error {
  override readonly name = 'ExaminerError';

  constructor(readonly how: 'crashed' | 'timed-out' | 'hindered') {
    super(how === 'hindered' ? 'the examination was hindered' : `the examination ${how}`);
  }
}

/**
 * Examines files in a process of its own, which knows no secret of ours: a decoder that crashes, loops or takes all
 * memory takes only that process with it. One file at a time; the process stays for the next file.
 */
export class Examiner {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly timeoutMs = TIMEOUT_MS,
    private readonly script = SCRIPT,
  ) {}

  /** @throws ExaminerError when no answer came; the next file is not concerned */
  examine(request: ExaminationRequest): Promise<Examination> {
    const answer = this.last.then(() => this.ask(request));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the process, whatever it does. */
  close(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private ask(request: ExaminationRequest): Promise<Examination> {
    const child = (this.child ??= this.start());
    return new Promise<Examination>((resolve, reject) => {
      const failed = (how: ExaminerError['how']): void => {
        settle();
        this.close();
        reject(new ExaminerError(how));
      };
      const answered = (answer: Examination | { readonly outcome: 'hindered' }): void => {
        settle();
        if (answer.outcome === 'hindered') reject(new ExaminerError('hindered'));
        else resolve(answer);
      };
      const ended = (): void => failed('crashed');
      const timer = setTimeout(() => failed('timed-out'), this.timeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        child.off('message', answered).off('exit', ended).off('error', ended);
      };
      child.once('message', answered).once('exit', ended).once('error', ended);
      child.send(request, (error) => error && ended());
    });
  }

  private start(): ChildProcess {
    const child = fork(this.script, {
      env: { NODE_ENV: process.env['NODE_ENV'] },
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.once('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    child.on('error', () => undefined);
    return child;
  }
}
