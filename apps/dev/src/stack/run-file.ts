import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessRef } from './process-identity.js';

/** What is running out of one data folder: enough to reach it, and to stop it when its parent is gone. */
export interface RunFile {
  instanceId: string;
  dataDir: string;
  startedBy: ProcessRef;
  children: Record<string, ProcessRef>;
  ports: Record<string, number>;
  urls: Record<string, string>;
}

const pathOf = (dataDir: string): string => join(dataDir, 'run.json');

/** Whole or not at all, and for the owner only: the database URL in it has a password. */
function writeBeside(run: RunFile): string {
  mkdirSync(run.dataDir, { recursive: true });
  const draft = `${pathOf(run.dataDir)}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  return draft;
}

/** Writes the run file of a folder that we already hold. */
export function writeRunFile(run: RunFile): void {
  renameSync(writeBeside(run), pathOf(run.dataDir));
}

/** Takes a free folder; false when somebody else took it first. */
export function claimRunFile(run: RunFile): boolean {
  const draft = writeBeside(run);
  try {
    linkSync(draft, pathOf(run.dataDir));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Reads the run file; undefined when there is none, or none that can be read. */
export function readRunFile(dataDir: string): RunFile | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
}

/** Gives the folder back. */
export function removeRunFile(dataDir: string): void {
  rmSync(pathOf(dataDir), { force: true });
}
