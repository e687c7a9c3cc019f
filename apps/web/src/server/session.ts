import type { Problem } from './problem.js';

/** Somebody who is not signed in any more signs in again, and comes back to this page; what waits on the device stays there. */
export function toSignIn(): void {
  const { pathname, search } = location;
  location.assign(`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`);
}

let over: (problem: Problem) => void = toSignIn;
/** What the app does when nobody is signed in any more. */
export const onSessionOver = (then: typeof over): void => void (over = then);
export const sessionIsOver = (problem: Problem): void => over(problem);
