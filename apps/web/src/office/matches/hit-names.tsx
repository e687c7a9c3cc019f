import type { ComplianceCheckView } from '#client';
import { Text, Title, VisuallyHidden } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Facts } from '../../ui/facts.js';
import { useCountry } from '../country.js';
import { tokensOf, type Token } from './tokens.js';
import './matches.css';

export type Hit = ComplianceCheckView['hits'][number];
export type Match = NonNullable<Hit['match']>;

/** A name with what the other side has as well marked: by a line and a shade, and for who listens by a word. */
function Name({ tokens }: { readonly tokens: readonly Token[] }) {
  const say = useSay();
  return (
    <Text className="match-name" component="p">
      {tokens.map(({ text, likeness }, nth) =>
        likeness ? (
          <mark key={nth} className="match-word" data-equal={likeness === 'equal'}>
            {text}
            <VisuallyHidden> ({say(`office.matches.likeness.${likeness}`)})</VisuallyHidden>
          </mark>
        ) : (
          text
        ),
      )}
    </Text>
  );
}

/** What we know of whom we looked for, and what the list says, side by side. */
export function BothSides({ of, match }: { readonly of: Hit; readonly match: Match }) {
  const say = useSay();
  return (
    <div className="office-pair">
      <div className="match-side">
        <Title order={4} size="sm" className="office-quiet">
          {say('office.matches.ours')}
        </Title>
        <Ours of={of} match={match} />
      </div>
      <div className="match-side">
        <Title order={4} size="sm" className="office-quiet">
          {say('office.matches.listed')}
        </Title>
        <Listed of={of} match={match} />
      </div>
    </div>
  );
}

function Ours({ of: { subject }, match: { asked, words } }: { readonly of: Hit; readonly match: Match }) {
  const say = useSay();
  const country = useCountry();
  const [what = ''] = subject.split(':');
  const name = asked?.name ?? words.map((word) => word.asked).join(' ');
  return (
    <>
      <Name
        tokens={tokensOf(
          name,
          words.map((one) => ({ word: one.asked, likeness: one.likeness })),
        )}
      />
      <Facts
        of={[
          [say('office.matches.fact.who'), say(`office.matches.subject.${what}`)],
          [say('office.matches.fact.kind'), asked && say(`office.matches.kind.${asked.kind}`)],
          [
            say('office.matches.fact.country'),
            asked?.country ? country(asked.country) : say('office.matches.not-said'),
          ],
          [
            say('office.matches.fact.born'),
            asked?.kind === 'person' ? (asked.birthYear ?? say('office.matches.not-said')) : undefined,
          ],
        ]}
      />
    </>
  );
}

function Listed({ of, match }: { readonly of: Hit; readonly match: Match }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { list } = useForms();
  const country = useCountry();
  const { entry, name, words, listVersion } = match;
  const born = entry?.births.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)) ?? [];
  return (
    <>
      <Name
        tokens={tokensOf(
          name,
          words.map((one) => ({ word: one.listed, likeness: one.likeness })),
        )}
      />
      <Facts
        of={[
          [
            say('office.matches.fact.list'),
            of.list && say('office.matches.list-of', { list: of.list, version: listVersion }),
          ],
          [say('office.matches.fact.entry'), of.entryId],
          [
            say('office.matches.fact.name-kind'),
            of.matched && sayCode('office.matches.name-kind', of.matched),
          ],
          [say('office.matches.fact.kind'), entry && say(`office.matches.kind.${entry.kind}`)],
          [
            say('office.matches.fact.country'),
            list((entry?.countries ?? []).map(country)) || say('office.matches.not-said'),
          ],
          [
            say('office.matches.fact.born'),
            entry?.kind === 'person' ? list(born) || say('office.matches.not-said') : undefined,
          ],
        ]}
      />
    </>
  );
}
