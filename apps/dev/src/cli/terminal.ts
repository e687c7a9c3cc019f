import type { Client } from '#client';
import type { Command } from 'commander';
import { table } from '../demo/terminal.js';

/** Where a command writes its lines. */
export interface Output {
  say(line: string): void;
  complain(line: string): void;
}

/** What every command of one call has: the API as whoever holds the token, and where to write. */
export interface Desk {
  readonly client: Client;
  readonly out: Output;
  /** Show answers as the API gave them. */
  readonly json: boolean;
}
/** Made when a command runs, not before: help needs no token. */
export type DeskOf = () => Desk;

/** Adds the commands of one group. */
export type Group = (program: Command, desk: DeskOf) => void;

/** The answer itself, or lines for people. */
export function show<T>({ json, out }: Desk, answer: T, lines: (answer: T) => readonly string[]): void {
  if (json) out.say(JSON.stringify(answer, null, 2));
  else for (const line of lines(answer)) out.say(line);
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
type Cell = string | number;

/** A page of a list as aligned columns, and how to get the next one. */
export const pageLines =
  <Item>(head: readonly string[], row: (item: Item) => readonly Cell[]) =>
  ({ items, next }: Page<Item>): readonly string[] => [
    ...(items.length > 0 ? table(head, items.map(row)) : ['  nothing']),
    ...(next ? [`  there is more: --cursor ${next}`] : []),
  ];

/** What is asked of a list. */
export interface PageOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A command that shows one page of a list. */
export const paged = (command: Command): Command =>
  command
    .option('--limit <n>', 'how many at most', Number)
    .option('--cursor <cursor>', 'go on where the page before ended');

/** Text that somebody else wrote, on one line: what would move the cursor or colour the screen is not shown. */
export const harmless = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

export const orDash = (text: string | null | undefined): string => text || '-';
