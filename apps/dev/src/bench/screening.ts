import {
  blockingRecall,
  calibrate,
  crossValidate,
  judge,
  loadLists,
  loadScreeningLists,
  MODEL,
  readLabelledPairs,
  type BlockingRecall,
  type HeldOut,
  type ListVersion,
  type Model,
} from '#screening';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { repositoryRoot } from '../stack/repository.js';
import { inventedNames, type Asked } from './invented-names.js';

const NAMES = 10_000;
const SEED = 20_261_125;

/** What one run over `NAMES` names took and found. */
export interface Lookups {
  readonly versions: readonly ListVersion[];
  readonly names: number;
  readonly loadSeconds: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** Shares (0 to 1): of mistyped listed names whose entry was found, of invented people and firms with any hit. */
  readonly found: number;
  readonly peopleWithHit: number;
  readonly firmsWithHit: number;
}

export interface Calibrated {
  readonly heldOut: readonly HeldOut[];
  /** The same pairs under the weights in the code: the figures for a set they were not learnt from. */
  readonly shipped: readonly HeldOut[];
  readonly fitted: Model;
  readonly blocking: BlockingRecall;
}

/** Folder and file with the published lists and the labelled pairs: named by variables, or beside the project. */
function inputs(): { lists: string; pairs: string } {
  const beside = (path: string): string => resolve(repositoryRoot(), '../shared/data', path);
  const lists = process.env['SCREENING_LISTS_DIR'] ?? beside('sanctions');
  const pairs = process.env['SCREENING_PAIRS'] ?? beside('name_matching/labelled_pairs.csv');
  const missing = [
    !existsSync(lists) && `SCREENING_LISTS_DIR (a folder with the OFAC and UN lists; ${lists} is not there)`,
    !existsSync(pairs) && `SCREENING_PAIRS (a file of labelled name pairs; ${pairs} is not there)`,
  ].filter(Boolean);
  if (missing.length > 0) throw new Error(`screening cannot be measured: set ${missing.join(' and ')}.`);
  return { lists, pairs };
}

/** Only the names asked for stay in memory: the entries they come from are read again by the index. */
async function names(dir: string): Promise<Asked[]> {
  return inventedNames(await loadLists(dir), NAMES, SEED);
}

async function measureLookups(dir: string): Promise<Lookups> {
  const asked = await names(dir);
  const before = performance.now();
  const lists = await loadScreeningLists(dir);
  const loaded = performance.now();
  const cpu = process.cpuUsage();
  const tally = { listed: { asked: 0, hit: 0 }, person: { asked: 0, hit: 0 }, firm: { asked: 0, hit: 0 } };
  for (const { query, made, entry } of asked) {
    const hits = lists.match(query);
    const hit = entry ? hits.some(({ list, entryId }) => `${list} ${entryId}` === entry) : hits.length > 0;
    tally[made].asked += 1;
    if (hit) tally[made].hit += 1;
  }
  const seconds = (performance.now() - loaded) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const share = ({ asked: all, hit }: { asked: number; hit: number }): number => hit / Math.max(all, 1);
  return {
    versions: lists.versions,
    names: asked.length,
    loadSeconds: (loaded - before) / 1000,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    found: share(tally.listed),
    peopleWithHit: share(tally.person),
    firmsWithHit: share(tally.firm),
  };
}

/** Looks up ten thousand names, then judges the labelled pairs, each by what was learnt from the others. */
export async function measureScreening(): Promise<{ lookups: Lookups; calibrated: Calibrated }> {
  const { lists, pairs } = inputs();
  const labelled = await readLabelledPairs(pairs);
  const lookups = await measureLookups(lists);
  const calibrated = {
    heldOut: crossValidate(labelled),
    shipped: judge(labelled, MODEL),
    fitted: calibrate(labelled),
    blocking: blockingRecall(labelled, MODEL),
  };
  return { lookups, calibrated };
}
