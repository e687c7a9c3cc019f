/** Whether this page goes on though nobody is signed in: on what the device keeps, until somebody signs in to send it. */
let isSignedOut = false;
const listeners = new Set<() => void>();

export const signedOut = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): boolean => isSignedOut,
  set(value: boolean): void {
    if (value === isSignedOut) return;
    isSignedOut = value;
    for (const listener of listeners) listener();
  },
};
