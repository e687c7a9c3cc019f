import { useSay } from '../words/words.js';
import { Mark } from '../ui/mark.js';

const STANDS: Readonly<Record<string, 'good' | 'attention' | 'stop'>> = {
  A: 'good',
  B: 'good',
  C: 'attention',
  D: 'attention',
  E: 'stop',
};

/** How a site was graded, as a word with its letter; that it was not yet. */
export function GradeMark({ grade }: { readonly grade: string | null }) {
  const say = useSay();
  return (
    <Mark stands={grade ? STANDS[grade] : 'open'}>
      {grade ? say('buyer.grade', { grade }) : say('buyer.grade.none')}
    </Mark>
  );
}
