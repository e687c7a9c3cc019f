import type { OnePageView } from '#client';
import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { CircleCheck, CircleDashed, CircleX, TriangleAlert } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { GradeMark } from '../grade.js';
import { summaryOf } from './summary.js';
import './one-page.css';

const ICONS = { good: CircleCheck, attention: TriangleAlert, stop: CircleX, open: CircleDashed } as const;
const LIGHTS = { good: 'clear', attention: 'attention', stop: 'stop', open: 'open' } as const;

/** The page in a few lines: what one asks before one reads on. */
export function Verdict({ of }: { readonly of: OnePageView }) {
  const say = useSay();
  const { day, list } = useForms();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="verdict">
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2} id="verdict">
            {say('buyer.page.verdict')}
          </Title>
          <GradeMark grade={of.grade} />
        </Group>
        <ul className="check-lights">
          {summaryOf(of).map(({ name, stands, count }) => {
            const Icon = ICONS[stands];
            return (
              <li key={name}>
                <Text className="due check-light" data-light={LIGHTS[stands]}>
                  <Icon aria-hidden size={20} />{' '}
                  <span>
                    {say(`buyer.verdict.${name}.${stands}`, {
                      count,
                      day: of.validUntil ? day(of.validUntil) : '',
                    })}
                  </span>
                </Text>
              </li>
            );
          })}
        </ul>
        {of.suspension && (
          <Text>
            {say('buyer.suspended', { since: day(of.suspension.since) })}{' '}
            {of.suspension.cause && say(`buyer.because.${of.suspension.cause}`)}
          </Text>
        )}
        {of.conditions.length > 0 && (
          <>
            <Text fw={600}>{say('buyer.conditions')}</Text>
            <List>
              {of.conditions.map((condition) => (
                <List.Item key={condition}>{say(`buyer.condition.${condition}`)}</List.Item>
              ))}
            </List>
          </>
        )}
        {of.notOpened.length > 0 && (
          <Text size="sm" c="var(--frame-quiet)">
            {say('buyer.not-opened.short', {
              sections: list(of.notOpened.map((section) => say(`buyer.section.${section}`))),
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
