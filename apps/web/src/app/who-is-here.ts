import type { MeView } from '#client';
import { revokeHere, somebodyWasHere, standBy, standbyHere, type Standby } from '../offline/standby.js';
import { deviceOf } from '../offline/use-device.js';
import { holidaysQuery, meQuery } from '../server/me.js';
import { isPassing, Problem } from '../server/problem.js';
import { queryClient } from '../server/query-client.js';
import { onSessionOver, toSignIn } from '../server/session.js';
import { areaOf } from './areas.js';
import { signedOut } from './signed-out.js';

/** A line on which nobody answers for so long is none where the app can open on what the device keeps. */
const PATIENCE_MS = 6_000;
const noLine = (): Promise<never> =>
  new Promise((_done, failed) => setTimeout(() => failed(new Problem('network', 0)), PATIENCE_MS));

/** Auditors go on in the field when their session ran out: they cannot sign in there. */
const worksOn = ({ me }: Standby): boolean => areaOf(me) === 'auditor';

/** Whether the app may open on what the device keeps: nobody answered, or only the time of the session is over. */
function mayOpen(error: unknown, standby: Standby): boolean {
  if (!(error instanceof Problem)) return false;
  return isPassing(error) || (error.code === 'unauthenticated' && worksOn(standby));
}

async function asked(): Promise<MeView> {
  const asking = queryClient.fetchQuery({ ...meQuery, retry: false });
  const me = await (somebodyWasHere() ? Promise.race([asking, noLine()]) : asking);
  signedOut.set(false);
  // A session that still lacks its second factor is nobody's yet.
  if (me.secondFactor !== 'wanted') void keep(me).catch(() => undefined);
  return me;
}
async function keep(me: MeView): Promise<void> {
  const [device, holidays] = await Promise.all([
    deviceOf(me.person.id),
    queryClient.fetchQuery(holidaysQuery),
  ]);
  await standBy(device, { me, holidays, at: Date.now() });
}

/** Who is signed in; when nobody answers, who was here last. */
export async function whoIsHere(): Promise<MeView> {
  const there = queryClient.getQueryData(meQuery.queryKey);
  if (there) return there;
  try {
    return await asked();
  } catch (error) {
    const standby = await standbyHere();
    if (!standby || !mayOpen(error, standby)) throw error;
    const { me, holidays, at } = standby;
    queryClient.setQueryData(meQuery.queryKey, me, { updatedAt: at });
    queryClient.setQueryData(holidaysQuery.queryKey, holidays, { updatedAt: at });
    return me;
  }
}

async function sessionOver({ code }: Problem): Promise<void> {
  if (code === 'session-ended') {
    await revokeHere();
    return toSignIn();
  }
  const standby = await standbyHere();
  if (!standby || !worksOn(standby)) return toSignIn();
  signedOut.set(true);
}

/** What becomes of this page when a session is over: by its time, or because somebody ended it. */
export const watchSession = (): void => onSessionOver((problem) => void sessionOver(problem));
