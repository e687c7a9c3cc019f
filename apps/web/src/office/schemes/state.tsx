import type { SchemeVersionSummary } from '#client';
import { Text } from '@mantine/core';
import { Archive, CircleCheck, Hourglass, PencilLine, type LucideIcon } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { usePeople } from '../people.js';

const ICONS: Readonly<Record<SchemeVersionSummary['status'], LucideIcon>> = {
  draft: PencilLine,
  'in-review': Hourglass,
  published: CircleCheck,
  retired: Archive,
};

/** Where a version stands, and who wrote, handed in and published it. */
export function VersionState({ of }: { readonly of: SchemeVersionSummary }) {
  const say = useSay();
  const { day } = useForms();
  const called = usePeople(of.createdBy, of.submittedBy, of.publishedBy);
  const Icon = ICONS[of.status];
  return (
    <>
      <Text fw={600} className="due">
        <Icon aria-hidden size={18} /> {say(`office.schemes.status.${of.status}`)}
      </Text>
      <Text size="sm" className="office-quiet">
        {[
          of.createdBy &&
            say('office.schemes.by.created', { who: called(of.createdBy), day: day(of.createdAt) }),
          of.submittedBy && say('office.schemes.by.submitted', { who: called(of.submittedBy) }),
          of.publishedBy &&
            of.publishedAt &&
            say('office.schemes.by.published', { who: called(of.publishedBy), day: day(of.publishedAt) }),
          of.retiredAt && say('office.schemes.by.retired', { day: day(of.retiredAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </>
  );
}
