import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** The shape of a page that is on its way. */
export const Loading = () => (
  <Stack role="status" aria-busy="true">
    <VisuallyHidden>…</VisuallyHidden>
    <Skeleton height={28} width="60%" />
    <Skeleton height={96} />
    <Skeleton height={96} />
  </Stack>
);
