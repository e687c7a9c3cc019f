// The first thing that runs on a fresh clone: plain Node, no dependencies. Installs, compiles, then runs one command.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? '.', '../..');
const at = (...path) => join(root, ...path);
const say = (line) => console.log(`selvedge: ${line}`);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says what went wrong in one line and stops. */
function give(up, code = 1) {
  console.error(`selvedge: ${up}`);
  process.exit(code);
}

const readOr = (file, otherwise) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : otherwise);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  give(
    `Node ${process.versions.node} is not supported: please use Node 20.19 or later, 22.12 or later, or 24.`,
  );
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Our parent and, under npm, the parent of the shell that npm puts between us. */
function ancestors() {
  const stat = process.env.npm_lifecycle_event ? readOr(`/proc/${process.ppid}/stat`, '') : '';
  return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
}

/** npm ends, or ends its shell, without a word to us: we notice that we are orphans and end what we started. */
function whenOrphaned(act) {
  const before = ancestors();
  const watch = setInterval(() => ancestors() === before || act(), 500);
  return () => clearInterval(watch);
}

/** Runs a program in the repository root with our terminal; a Ctrl-C reaches it, and its exit code is the answer. */
function run(command, args) {
  return new Promise((done) => {
    const env = { ...process.env, SELVEDGE_STARTED_BY: String(process.pid) };
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
    const forward = (signal) => child.kill(signal);
    const unwatch = whenOrphaned(() => child.kill('SIGTERM'));
    for (const signal of signals) process.on(signal, forward);
    const finish = (code) => {
      unwatch();
      for (const signal of signals) process.off(signal, forward);
      done(code);
    };
    child.on('error', (error) => {
      console.error(`selvedge: ${command} could not be started: ${error.message}`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

const node = (...args) => run(process.execPath, args);

/** One step of the preparation: named, timed, and fatal when it fails. */
async function step(name, failed, work) {
  const since = performance.now();
  const code = await work();
  if (code !== 0) give(`${failed} (exit ${code}).`, code);
  say(`${name} (${seconds(since)})`);
}

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** True when node_modules was installed from the lock file as it is now. */
function installed(lockHash) {
  const stamp = at('node_modules/.selvedge-lock');
  const byNpm = at('node_modules/.package-lock.json');
  if (!existsSync(byNpm)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8').trim() === lockHash;
  if (statSync(byNpm).mtimeMs < statSync(at('package-lock.json')).mtimeMs) return false;
  writeFileSync(stamp, lockHash); // installed by hand: trust it from here on
  return true;
}

async function install() {
  const lockHash = hashOf([at('package-lock.json')]);
  if (installed(lockHash)) return;
  say('installing dependencies with npm ci (the first time this takes a minute or two) ...');
  const since = performance.now();
  const pulse = setInterval(() => say(`  still installing (${seconds(since)})`), 15_000);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('dependencies installed', 'npm ci failed', async () => {
    const code = npm?.endsWith('.js') ? await node(npm, ...args) : await run('npm', args);
    clearInterval(pulse);
    return code;
  });
  writeFileSync(at('node_modules/.selvedge-lock'), lockHash);
}

const filesUnder = (folder, ending) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
    : [];

/** A source file that is gone must not live on as compiled code (a removed migration would still run). */
function pruneCompiled() {
  for (const top of ['apps', 'libs', 'workflows', 'test']) {
    for (const js of filesUnder(at('dist', top), '.js')) {
      const source = at(relative(at('dist'), js)).slice(0, -'.js'.length);
      if (existsSync(`${source}.ts`) || existsSync(`${source}.tsx`) || existsSync(source)) continue;
      rmSync(js);
      rmSync(`${js}.map`, { force: true });
    }
  }
}

/** What people read: PO files as modules beside the code that says it. */
async function catalogues() {
  const script = at('libs/wording/catalogues.mjs');
  const target = at('dist/libs/wording/locales');
  const stamp = at('dist/.catalogues-hash');
  const sources = [
    ...filesUnder(at('libs/wording'), '.mjs'),
    ...filesUnder(at('libs/wording/locales'), '.po'),
  ];
  const hash = hashOf([...sources, at('package-lock.json')]);
  const made = filesUnder(target, '.po.js').length;
  if (made === filesUnder(at('libs/wording/locales'), '.po').length && readOr(stamp, '') === hash) return;
  await step('catalogues compiled', 'a catalogue of texts is wrong', () => node(script, target));
  writeFileSync(stamp, hash);
}

async function bundle() {
  const script = at('dist/apps/worker/src/bundle-workflows.js');
  const target = at('dist/workflow-bundle.js');
  const stamp = at('dist/.workflow-bundle-hash');
  if (!existsSync(script)) return say('no workflow bundler yet: skipped');
  const code = [...filesUnder(at('dist/workflows'), '.js'), ...filesUnder(at('dist/libs/domain'), '.js')];
  const hash = hashOf([...code, script, at('package-lock.json')]);
  if (existsSync(target) && readOr(stamp, '') === hash) return;
  await step('workflows bundled', 'the workflow bundle failed', () => node(script));
  writeFileSync(stamp, hash);
}

/** The web app, built anew when anything changed that it is made of. */
async function web() {
  const stamp = at('dist/.web-hash');
  const sources = [
    ...['.ts', '.tsx', '.css', '.html', '.json', '.svg', '.png'].flatMap((ending) =>
      filesUnder(at('apps/web'), ending).filter((file) => !file.includes('node_modules')),
    ),
    ...['client', 'domain'].flatMap((lib) => filesUnder(at('libs', lib, 'src'), '.ts')),
    ...filesUnder(at('libs/wording'), '.mjs'),
    ...filesUnder(at('libs/wording/locales'), '.po'),
  ];
  const hash = hashOf([...sources, at('package-lock.json')]);
  if (existsSync(at('dist/web/index.html')) && readOr(stamp, '') === hash) return;
  await step('web app built', 'the web app could not be built', () => node(at('apps/web/build.mjs')));
  writeFileSync(stamp, hash);
}

const tsc = (...args) => node(at('node_modules/typescript/bin/tsc'), ...args);

async function build() {
  mkdirSync(at('dist'), { recursive: true });
  await step('compiled', 'TypeScript found errors', () => tsc('-p', 'apps/tsconfig.build.json'));
  pruneCompiled();
  await catalogues();
  await bundle();
  await web();
  return 0;
}

/** TypeScript may find errors where the client that is there is used: the new one makes them good. */
async function client() {
  await tsc('-p', 'apps/tsconfig.build.json');
  await catalogues();
  return node('dist/test/support/generate-client.js');
}

async function lint() {
  const eslint = await node(at('node_modules/eslint/bin/eslint.js'), '.');
  const prettier = await node(at('node_modules/prettier/bin/prettier.cjs'), '--check', '.');
  return eslint || prettier;
}

const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const built = (script) => async (args) => (await build()) || node(`dist/apps/dev/src/${script}.js`, ...args);

const commands = {
  install: () => 0,
  build,
  typecheck: async (args) =>
    (await tsc('--noEmit', '-p', 'tsconfig.json', ...args)) || tsc('-p', 'apps/web/tsconfig.json'),
  lint,
  client,
  migrate: built('migrate'),
  demo: built('demo'),
  start: built('start'),
  bench: built('bench'),
  fuzz: built('fuzz'),
  verify: built('verify'),
  cli: built('cli'),
  'replay-decision': built('replay-decision'),
  test: async (args) => (await build()) || node(...jest, ...args),
};

checkNode();
const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) give(`say one of: ${Object.keys(commands).join(', ')}.`, 2);
await install();
process.exitCode = await commands[name](args);
