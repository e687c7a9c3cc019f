import { Button, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../../words/words.js';

interface RuleListProps<T> {
  readonly rules: readonly T[];
  readonly onChange: (rules: readonly T[]) => void;
  /** No more rules than this. */
  readonly most: number;
  /** A rule that nobody has written yet. */
  readonly fresh: T;
  /** Texts of the buttons that add one, and that remove the n-th, by their ids. */
  readonly texts: { readonly add: string; readonly remove: string };
  /** Rules that must stay; any may go unless this says another thing. */
  readonly isKept?: (rule: T) => boolean;
  /** Its fields. @param nth counted from 0 */
  readonly children: (rule: T, nth: number, set: (rule: T) => void) => ReactNode;
}
/** Rules one below the other, each with its fields; more can be added, and any removed. */
export function RuleList<T>({
  rules,
  onChange,
  most,
  fresh,
  texts,
  isKept = () => false,
  children,
}: RuleListProps<T>) {
  const say = useSay();
  const set = (nth: number) => (rule: T) => onChange(rules.map((one, at) => (at === nth ? rule : one)));
  return (
    <Stack gap="sm">
      {rules.map((rule, nth) => (
        <Paper key={nth} withBorder p="sm">
          <Stack gap="sm">
            {children(rule, nth, set(nth))}
            {!isKept(rule) && (
              <Button
                variant="default"
                className="office-start"
                onClick={() => onChange(rules.filter((_, at) => at !== nth))}
              >
                {say(texts.remove, { nth: nth + 1 })}
              </Button>
            )}
          </Stack>
        </Paper>
      ))}
      {rules.length < most && (
        <Button variant="default" className="office-start" onClick={() => onChange([...rules, fresh])}>
          {say(texts.add)}
        </Button>
      )}
    </Stack>
  );
}
