import { constants } from 'node:os';
import { startChild, type Child, type ChildSpec } from './children.js';
import { type ProcessRef } from './process-identity.js';
import { stopOrder } from './stale.js';

interface FamilyOptions {
  log(line: string): void;
  /** Called when a child came or went, with all that run now. */
  changed(children: Record<string, ProcessRef>): void;
}

/** All children of one stack: none is started that is not remembered, and all are stopped together, once. */
export class Family {
  private readonly children = new Map<string, Child>();
  private ending: Promise<void> | undefined;
  private readonly atExit = (): void => this.children.forEach((child) => child.signal());

  constructor(private readonly options: FamilyOptions) {
    process.once('exit', this.atExit);
  }

  /** Starts a child and remembers it. */
  readonly launch = async (spec: ChildSpec): Promise<Child> => {
    if (this.ending) throw new Error('The stack is being stopped.');
    const child = await startChild(spec);
    this.children.set(spec.name, child);
    this.tell();
    void child.exited.then(({ code, signal }) => {
      if (this.children.get(spec.name) === child) this.children.delete(spec.name);
      if (this.ending) return;
      this.tell();
      if (child.expectedToEnd || code === 0) return;
      this.options.log(`${spec.name} ended unexpectedly (${signal ?? `exit ${code}`}), see ${spec.logFile}`);
    });
    if (this.ending) await child.stop(); // the end came while it started
    return child;
  };

  /** Stops all children, those first who use the others; a second call waits for the first. */
  stopAll(): Promise<void> {
    this.ending ??= this.end();
    return this.ending;
  }

  private async end(): Promise<void> {
    const known: readonly string[] = stopOrder;
    const others = [...this.children.keys()].filter((name) => !known.includes(name));
    for (const name of [...others, ...known]) await this.children.get(name)?.stop();
    process.off('exit', this.atExit);
  }

  private tell(): void {
    this.options.changed(Object.fromEntries([...this.children].map(([name, child]) => [name, child.ref])));
  }
}

/** Listens for a Ctrl-C or a request to end. */
export interface SignalWatch {
  /** True once a signal came: our process then ends by itself as soon as everything is stopped. */
  readonly fired: boolean;
  forget(): void;
}

/** The bootstrap names itself to us: when it is killed, nobody is left to tell us to end. */
function watchStarter(orphaned: () => void): () => void {
  const starter = Number(process.env.SELVEDGE_STARTED_BY);
  if (starter !== process.ppid) return () => undefined;
  const watch = setInterval(() => process.ppid === starter || orphaned(), 500);
  watch.unref();
  return () => clearInterval(watch);
}

/** Runs `stop` once at the first signal, then ends the process as that signal says. */
export function stopOnSignals(stop: () => Promise<void>, log: (line: string) => void): SignalWatch {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const forget = (): void => {
    unwatch();
    signals.forEach((signal) => process.off(signal, handle));
  };
  const watch = { fired: false, forget };
  const handle = (signal: NodeJS.Signals): void => {
    if (watch.fired) return;
    watch.fired = true;
    log(`${signal}: stopping ...`);
    void stop().finally(() => process.exit(128 + constants.signals[signal]));
  };
  const unwatch = watchStarter(() => handle('SIGHUP'));
  for (const signal of signals) process.on(signal, handle);
  return watch;
}
