import { client } from '#client';

/** Beyond it a clock is said to be wrong: what people see of times, and what they capture, would mislead. */
const MUCH_MS = 5 * 60_000;

let behindMs = 0;
const listeners = new Set<() => void>();

/** Compares the clock of this device with what the API's answers say of the time. */
export function watchClock(): void {
  client.interceptors.response.use((response) => {
    const said = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(said)) note(said - Date.now());
    return response;
  });
}
function note(ms: number): void {
  const before = isMuch(behindMs);
  behindMs = ms;
  if (before !== isMuch(ms)) for (const listener of listeners) listener();
}
const isMuch = (ms: number): boolean => Math.abs(ms) > MUCH_MS;

export const clock = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** By how many minutes the clock of this device is behind the time, or ahead of it when negative; 0 when it is about right. */
  minutesBehind: (): number => (isMuch(behindMs) ? Math.round(behindMs / 60_000) : 0),
};
