import type { WhatIfView } from '#client';

type Path = WhatIfView['paths'][number];
const stepsOf = ({ steps }: Path): string =>
  steps
    .map(({ itemId }) => itemId)
    .toSorted()
    .join(' ');

/** Ways to better grades, the next grade first; where one way leads to several of them, only the best of these. */
export const distinctPaths = (paths: readonly Path[]): readonly Path[] =>
  paths.filter(
    (path, nth) =>
      !path.reachable ||
      !paths.slice(nth + 1).some((better) => better.reachable && stepsOf(better) === stepsOf(path)),
  );
