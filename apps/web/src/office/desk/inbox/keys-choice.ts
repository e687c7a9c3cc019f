import { useState } from 'react';

const KEY = 'selvedge.single-keys';
const isOnHere = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

/** Whether single keys do anything on this device. */
export function useKeysChoice(): readonly [isOn: boolean, set: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(isOnHere);
  const set = (on: boolean) => {
    setOn(on);
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  };
  return [isOn, set];
}
