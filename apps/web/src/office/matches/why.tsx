import { List, Table, Text } from '@mantine/core';
import { Fold } from '../../ui/fold.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode, type Values } from '../../words/words.js';
import type { Match } from './hit-names.js';

/** From here on a difference takes some, and much, from the score (log odds). */
const SOME = -0.5;
const MUCH = -1.5;
const weighs = (contribution: number): string =>
  contribution <= MUCH ? 'much' : contribution <= SOME ? 'some' : 'little';

/** Why a name came up, and what speaks against it: in sentences, then word by word. */
export function Why({ of }: { readonly of: Match }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  return (
    <>
      <Text fw={600}>{say('office.matches.score', { percent: number(of.score * 100, 1) })}</Text>
      <List>
        {of.reasons.map(({ code, params }, nth) => (
          <List.Item key={`${code} ${nth}`}>
            {sayCode('office.matches.reason', code, {
              ...(params as Values),
              what: sayCode('office.matches.evidence', String(params.what ?? '')),
            })}
          </List.Item>
        ))}
        {of.parts.map(({ feature, contribution }) => (
          <List.Item key={feature}>
            {sayCode('office.matches.part', feature)} {say(`office.matches.takes.${weighs(contribution)}`)}
          </List.Item>
        ))}
      </List>
      <Fold title={say('office.matches.words')}>
        <WordTable of={of} />
      </Fold>
    </>
  );
}

function WordTable({ of: { words, unmatched } }: { readonly of: Match }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { share, aside } = useForms();
  const alone = (side: 'asked' | 'listed') =>
    unmatched[side].map((word) => (
      <Table.Tr key={`${side} ${word}`}>
        <Table.Td>{side === 'asked' ? word : '–'}</Table.Td>
        <Table.Td>{side === 'listed' ? word : '–'}</Table.Td>
        <Table.Td>{say('office.matches.alone')}</Table.Td>
      </Table.Tr>
    ));
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say('office.matches.ours')}</Table.Th>
          <Table.Th>{say('office.matches.listed')}</Table.Th>
          <Table.Th>{say('office.matches.how')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {words.map(({ asked, listed, likeness, similarity }) => (
          <Table.Tr key={`${asked} ${listed}`}>
            <Table.Td>{asked}</Table.Td>
            <Table.Td>{listed}</Table.Td>
            <Table.Td>
              {similarity < 1
                ? aside(sayCode('office.matches.likeness', likeness), share(similarity))
                : sayCode('office.matches.likeness', likeness)}
            </Table.Td>
          </Table.Tr>
        ))}
        {alone('asked')}
        {alone('listed')}
      </Table.Tbody>
    </Table>
  );
}
