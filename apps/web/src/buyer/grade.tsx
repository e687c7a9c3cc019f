import { Badge } from '@mantine/core';
import { useSay } from '../words/words.js';

const COLOURS: Readonly<Record<string, string>> = {
  A: 'teal',
  B: 'teal',
  C: 'yellow',
  D: 'orange',
  E: 'red',
};

/** How a site was graded, as a word with its letter; that it was not yet. */
export function GradeMark({ grade }: { readonly grade: string | null }) {
  const say = useSay();
  return (
    <Badge size="lg" tt="none" variant="light" color={grade ? (COLOURS[grade] ?? 'gray') : 'gray'}>
      {grade ? say('buyer.grade', { grade }) : say('buyer.grade.none')}
    </Badge>
  );
}
