import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { useEntries, type Entry } from './entries.js';
import { Options } from './options.js';
import '../../ui/more-styles.js';
import './palette.css';

const REST_MS = 200;
/** What a key does to the place in a list: none that the list does not know. */
const STEPS: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at + length - 1) % length,
};

/** Finds a case, a supplier, a page or a command by what somebody types, and goes there. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, REST_MS);
  const [at, setAt] = useState(0);
  const { groups, error, isFetching } = useEntries(typed, settled);
  const isLooking = isFetching || typed !== settled;
  // Enter before everything is found waits for it: it opens nothing that was found for less.
  const [isChosen, setChosen] = useState(false);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(at, entries.length - 1)];
  const open = ({ to, search }: Entry) => {
    onClose();
    void navigate({ to, search: search as never });
  };
  useEffect(() => {
    if (!isChosen || isLooking) return;
    setChosen(false);
    if (active) open(active);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a word of an input method is no choice.
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step && active) {
      event.preventDefault();
      setAt(step(Math.min(at, entries.length - 1), entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      setChosen(true);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('shell.palette.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': say('shell.palette.close'), size: 44 }}
    >
      <TextInput
        aria-label={say('shell.palette.label')}
        placeholder={say('shell.palette.hint')}
        data-autofocus
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.key}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
          setChosen(false);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <ProblemText error={error} />}
      <Options
        id={id}
        groups={groups}
        active={active}
        onOpen={open}
        onReach={(entry) => setAt(entries.indexOf(entry))}
      />
      <p role="status" className="palette-status">
        {isLooking ? say('shell.palette.looking') : say('shell.palette.found', { count: entries.length })}
      </p>
    </Modal>
  );
}
