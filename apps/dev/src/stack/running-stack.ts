import { startDevelopmentProvider, type DevelopmentProvider } from '../sign-in/development-provider.js';
import { type Child } from './children.js';
import { Family, stopOnSignals, type SignalWatch } from './family.js';
import { startPostgres } from './postgres.js';
import { removeRunFile, writeRunFile, type RunFile } from './run-file.js';
import { ScannerStandIn } from './scanner-stand-in.js';
import { migrate, runtimeUrlOf, startService, type ServiceContext } from './services.js';
import type { ChildName, Ports, Stack, StackOptions } from './stack.js';
import { startTemporal } from './temporal-server.js';

type Options = StackOptions & { log: (line: string) => void };

/** The parts of one stack and what is known about them. It can be stopped at any moment of its start. */
export class RunningStack implements Stack {
  readonly apiUrl: string;
  readonly workerHealthUrl: string;
  databaseUrl = '';
  runtimeUrl = '';
  private ownerUrl = '';
  temporalAddress = '';
  temporalUiUrl?: string;
  private scanner?: ScannerStandIn;
  signIn?: DevelopmentProvider;
  private readonly family: Family;
  private readonly signals: SignalWatch | undefined;
  private readonly parts: Partial<Record<ChildName, Child>> = {};

  private readonly starters: Record<ChildName, () => Promise<Child | undefined>> = {
    postgres: () => this.startPostgres(),
    temporal: () => this.startTemporal(),
    api: () => this.startService('api', { ...this.signIn?.variables, ...this.options.apiEnv }),
    worker: () => this.startService('worker', this.options.workerEnv),
  };

  constructor(
    private readonly run: RunFile,
    private readonly ports: Ports,
    private readonly options: Options,
  ) {
    this.apiUrl = `http://127.0.0.1:${ports.api}`;
    this.workerHealthUrl = `http://127.0.0.1:${ports.worker}`;
    const { log, handleSignals = true } = options;
    this.family = new Family({ log, changed: (children) => this.record({ children }) });
    this.signals = handleSignals ? stopOnSignals(() => this.stop(), log) : undefined;
  }

  get dataDir(): string {
    return this.run.dataDir;
  }

  get instanceId(): string {
    return this.run.instanceId;
  }

  get children(): Stack['children'] {
    const { api, worker } = this.parts;
    if (!api || !worker) throw new Error('The stack is not up.');
    return { ...this.parts, api, worker };
  }

  /** True when a signal stops the stack: the process then ends without the caller's doing. */
  get interrupted(): boolean {
    return this.signals?.fired ?? false;
  }

  /** Starts all parts in the order of their needs. */
  async begin(): Promise<void> {
    if (!process.env['OIDC_ISSUER']) this.signIn = await startDevelopmentProvider();
    await Promise.all([this.start('postgres'), this.start('temporal'), this.startScanner()]);
    await this.timed('tables are up to date', () => migrate(this.context));
    await Promise.all([this.start('api'), this.start('worker')]);
    const { apiUrl: api, workerHealthUrl: worker, databaseUrl: postgres, temporalAddress: temporal } = this;
    this.record({ urls: { api, worker, postgres, temporal, temporalUi: this.temporalUiUrl ?? '' } });
  }

  async restart(name: ChildName): Promise<void> {
    await this.part(name).stop();
    await this.start(name);
  }

  async kill9(name: ChildName): Promise<void> {
    await this.part(name).kill9();
  }

  async stop(): Promise<void> {
    await this.family.stopAll();
    await this.scanner?.close();
    await this.signIn?.stop();
    removeRunFile(this.dataDir);
    if (!this.interrupted) this.signals?.forget(); // a second Ctrl-C must not cut the end short
  }

  private part(name: ChildName): Child {
    const child = this.parts[name];
    if (!child) throw new Error(`${name} was not started by this stack.`);
    return child;
  }

  private async start(name: ChildName): Promise<void> {
    this.parts[name] = await this.starters[name]();
  }

  private async startPostgres(): Promise<Child | undefined> {
    const { dataDir, ports, family, options } = this;
    const found = await startPostgres({
      dataDir,
      port: ports.postgres,
      launch: family.launch,
      log: options.log,
    });
    this.databaseUrl = found.databaseUrl;
    this.ownerUrl = found.ownerUrl;
    this.runtimeUrl = runtimeUrlOf(found.ownerUrl);
    return found.child;
  }

  private async startTemporal(): Promise<Child | undefined> {
    const { dataDir, ports, family, options } = this;
    const place = { dataDir, port: ports.temporal, uiPort: ports.temporalUi };
    const { searchAttributes, log } = options;
    const found = await startTemporal({ ...place, searchAttributes, launch: family.launch, log });
    this.temporalAddress = found.address;
    this.temporalUiUrl = found.uiUrl;
    return found.child;
  }

  /** Where the environment names no scanner, a stand-in answers from this process. */
  private async startScanner(): Promise<void> {
    if (!process.env.CLAMD_ADDRESS) this.scanner = await ScannerStandIn.start();
  }

  private startService(name: 'api' | 'worker', env?: NodeJS.ProcessEnv): Promise<Child> {
    const port = this.ports[name];
    return this.timed(`${name} is up on port ${port}`, () => startService(this.context, { name, port, env }));
  }

  private get context(): ServiceContext {
    const { dataDir, instanceId, ownerUrl, runtimeUrl, temporalAddress, family } = this;
    const clamdAddress = this.scanner?.address ?? process.env.CLAMD_ADDRESS ?? '';
    return {
      ...{ dataDir, instanceId, ownerUrl, runtimeUrl, temporalAddress, clamdAddress },
      publicUrl: `http://127.0.0.1:${this.ports.api}`,
      launch: family.launch,
    };
  }

  private async timed<T>(done: string, work: () => Promise<T>): Promise<T> {
    const since = performance.now();
    const result = await work();
    this.options.log(`${done} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
    return result;
  }

  private record(news: Partial<RunFile>): void {
    writeRunFile(Object.assign(this.run, news));
  }
}
