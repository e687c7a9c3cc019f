import type { MeView } from '#client';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { loadWords, speak } from '../words/load.js';
import { languageHere, wasChosen } from '../words/languages.js';
import { areaOf, partsOf } from './areas.js';
import { Failure } from './failure.js';
import { Frame } from './frame.js';
import { NotFound } from './not-found.js';
import { whoIsHere } from './who-is-here.js';
import { Loading } from '../ui/loading.js';

/** Who is signed in; when that cannot be told, the words to say so are there. */
async function whoever(): Promise<MeView> {
  try {
    return await whoIsHere();
  } catch (error) {
    await loadWords('shell').catch(() => undefined); // `Failure` has some of its own
    throw error;
  }
}

/** Who is signed in and what they read, before anything is shown. A second factor that is wanted is given first. */
async function begin() {
  const me = await whoever();
  if (me.secondFactor === 'wanted')
    location.assign(`/sign-in/second-factor?returnTo=${encodeURIComponent(location.pathname)}`);
  await speak(wasChosen() ? languageHere() : me.person.language, 'shell', 'codes', ...partsOf(areaOf(me)));
}

export const rootRoute = createRootRouteWithContext()({
  beforeLoad: begin,
  component: Frame,
  errorComponent: Failure,
  notFoundComponent: NotFound,
  pendingComponent: Loading,
});
