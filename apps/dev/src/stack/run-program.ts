import { spawn, type ChildProcess } from 'node:child_process';

/** What a short program said and how it ended; `code` is null when it could not start or took too long. */
export interface ProgramResult {
  code: number | null;
  output: string;
}

interface ProgramOptions {
  timeoutMs: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Runs a program that ends by itself and collects its output; never throws, and leaves nothing behind. */
export function runProgram(command: string, args: string[], options: ProgramOptions): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const { timeoutMs, ...rest } = options;
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    const finish = (code: number | null, more = ''): void => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output: (output + more).trim() });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      finish(null, `no end after ${timeoutMs / 1000} s`);
    }, timeoutMs);
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', (error) => finish(null, error.message));
    child.once('close', (code) => finish(code));
  });
}
