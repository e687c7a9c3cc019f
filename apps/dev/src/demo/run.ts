import { Connection } from '@temporalio/client';
import { installOffice, seedParties } from '../play/parties.js';
import { picksOf } from '../play/people.js';
import type { Stack } from '../stack/stack.js';
import { printAddresses, printSignIn, printTokens } from './addresses.js';
import { tellStaff } from './arrivals.js';
import { Correspondents } from './correspondents.js';
import { Expectations } from './expectations.js';
import type { Flags } from './flags.js';
import { playJourney } from './journey.js';
import { playFile } from './play-file.js';
import { expectAnchored } from './proofs.js';
import { expectReceived } from './received.js';
import { makeReport, writeReport } from './report.js';
import type { Scene } from './scene.js';
import { expectInvariants, printSummary, printVerdict } from './summary.js';
import { readSuppliers, type ListedSupplier } from './supplier-file.js';

/** Everybody signs in, unless the environment names a provider: as whom one signs in there nobody knows here. */
async function setScene(stack: Stack, temporal: Connection): Promise<Scene> {
  const office = await installOffice(stack.databaseUrl);
  const parties = await seedParties(stack.apiUrl, office, stack.signIn ? 'session' : 'token');
  return { parties, temporal, expectations: new Expectations(), played: [], papers: true, answerEvents: 0 };
}

/** Play; a step that breaks off is a failed check, and what was played until then is still counted. */
async function play(scene: Scene, suppliers: readonly ListedSupplier[] | undefined): Promise<void> {
  try {
    if (scene.parties.entry === 'session') await tellStaff(scene);
    await (suppliers ? playFile(scene, suppliers) : playJourney(scene));
  } catch (error) {
    scene.expectations.expect('the play comes to its end', false, (error as Error).message);
  }
}

/** What others were told; when it cannot be judged, that is a failed check. */
async function receive(scene: Scene, others: Correspondents): Promise<void> {
  try {
    await expectReceived(scene, others);
  } catch (error) {
    scene.expectations.expect('what others were told can be judged', false, (error as Error).message);
  }
}

/** The file of suppliers is read before anything starts, so that a bad line costs no time. */
export const readFlagged = async ({ suppliers }: Flags): Promise<readonly ListedSupplier[] | undefined> =>
  suppliers === undefined ? undefined : readSuppliers(suppliers);

function printWhereToLook(stack: Stack, { keep }: Flags, { parties, played }: Scene): void {
  printAddresses(stack, keep);
  if (!keep) return;
  const applicants = played.slice(0, 3).map(({ applicant }) => applicant);
  stack.signIn?.introduce(picksOf(parties, applicants));
  const phones = applicants.flatMap(({ member }) => member.phone ?? []);
  printSignIn(stack, phones);
  printTokens(stack, parties, applicants);
}

/** Play on a running stack, count and judge. Returns whether every check held. */
export async function runDemo(
  stack: Stack,
  flags: Flags,
  suppliers: readonly ListedSupplier[] | undefined,
  since: number,
): Promise<boolean> {
  const temporal = await Connection.connect({ address: stack.temporalAddress });
  try {
    const scene = await setScene(stack, temporal);
    // A file of suppliers is played to be counted and measured: nobody else is told of it.
    const others = suppliers ? undefined : await Correspondents.open(scene, stack.dataDir);
    try {
      await play(scene, suppliers);
      if (others) await receive(scene, others);
    } finally {
      await others?.stop();
    }
    await expectAnchored(scene, stack);
    const report = await makeReport(scene, stack);
    printSummary(scene, report, suppliers ? 'all at the same time' : 'unloaded');
    expectInvariants(scene, report);
    if (flags.report) {
      await writeReport(flags.report, report);
      console.log(`  The report is in ${flags.report}`);
    }
    printWhereToLook(stack, flags, scene);
    printVerdict(scene, (performance.now() - since) / 1000);
    return scene.expectations.failed === 0;
  } finally {
    await temporal.close();
  }
}
