import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can be recognised later: a number alone may by then belong to somebody else. */
export interface ProcessRef {
  pid: number;
  startTime: string;
}

const readOr = (file: string, otherwise: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return otherwise;
  }
};

/** Linux: clock ticks since boot, named with the boot, since ticks start again with each one. */
function fromProc(pid: number): string | undefined {
  const stat = readOr(`/proc/${pid}/stat`, '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, ticks] = [fields[0], fields[19]];
  if (!ticks || state === 'Z' || state === 'X') return undefined;
  return `${readOr('/proc/sys/kernel/random/boot_id', 'boot')}:${ticks}`;
}

/** Elsewhere: what `ps` says. */
function fromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

/** When the process started, in a form only good for comparing; undefined when there is no such process. */
export function startTimeOf(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** The running process with this number, in a form that recognises it later. */
export function refOf(pid: number): ProcessRef {
  return { pid, startTime: startTimeOf(pid) ?? 'gone' };
}

/** True while the very process that was recorded is still running (not another one that got its number). */
export function isRunning(ref: ProcessRef): boolean {
  return startTimeOf(ref.pid) === ref.startTime;
}

/** The command line of a process, or an empty text. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return readOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ');
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
