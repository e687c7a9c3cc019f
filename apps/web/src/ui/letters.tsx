import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lettersQuery } from '../server/case-parts.js';
import { useForms } from '../words/forms.js';
import { useSay } from '../words/words.js';
import { Section } from './section.js';

/** Decisions that the supplier got a letter about, newest first. */
export function Letters({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { day, list } = useForms();
  const { data } = useQuery(lettersQuery(caseId));
  if (!data || data.length === 0) return null;
  return (
    <Section id="letters" title={say('shell.letters.title')}>
      <ul className="plain-list">
        {data
          .toSorted((one, other) => other.seq - one.seq)
          .map(({ seq, decidedAt, decisions }) => (
            <li key={seq}>
              <Anchor component={Link} to={`/qualifications/${caseId}/letters/${seq}`} className="way">
                {list(decisions.map((decision) => say(`shell.letter.${decision}`)))}
              </Anchor>
              <Text size="sm" c="var(--frame-quiet)">
                {day(decidedAt)}
              </Text>
            </li>
          ))}
      </ul>
    </Section>
  );
}
