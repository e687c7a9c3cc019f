import { NOBODY, statement, type Database } from './database.js';

const TURN = statement('telegram-turn', 'select telegram_turn($1)::text as next');
/**
 * Takes or keeps the turn to hear what is written to the bot, for a minute.
 * @param holder an id of this process
 * @returns the first update that nobody has heard; undefined when another process has the turn
 */
export async function telegramTurn(db: Database, holder: string): Promise<number | undefined> {
  const [row] = await db.run<{ next: string | null }>(NOBODY, TURN, [holder]);
  const next = row?.next ?? undefined;
  return next === undefined ? undefined : Number(next);
}

const HEARD = statement('telegram-heard', 'select telegram_heard($1, $2)');
/** All updates before `next` have been heard. */
export const telegramHeard = async (db: Database, holder: string, next: number): Promise<void> => {
  await db.run(NOBODY, HEARD, [holder, next]);
};

const LEFT = statement('telegram-left', 'select telegram_left($1)');
/** Another process may have the turn. */
export const leaveTelegramTurn = async (db: Database, holder: string): Promise<void> => {
  await db.run(NOBODY, LEFT, [holder]);
};

const HOLDER = statement(
  'telegram-link-holder',
  'select person_id as "personId", language from holder_of_telegram_link($1)',
);
const LINK = statement('telegram-link-use', 'select link_telegram($1, $2, $3, $4) as linked');
export interface LinkHolder {
  readonly personId: string;
  readonly language: 'km' | 'en' | 'zh';
}
/** Whose link a secret is, while it is good. */
export const holderOfTelegramLink = async (db: Database, hash: Buffer): Promise<LinkHolder | undefined> =>
  (await db.run<LinkHolder>(NOBODY, HOLDER, [hash]))[0];

/** Ties a chat to the person whose link it is. @returns false when the secret was used meanwhile */
export async function linkTelegram(
  db: Database,
  hash: Buffer,
  personId: string,
  sealed: string,
  index: Buffer,
): Promise<boolean> {
  const [row] = await db.run<{ linked: boolean }>(NOBODY, LINK, [hash, personId, sealed, index]);
  return row?.linked === true;
}

const UNLINK = statement('telegram-unlink', 'select unlink_telegram($1) as gone');
/** Nothing is sent to this chat any more. @returns whether it was anybody's */
export async function unlinkTelegram(db: Database, index: Buffer): Promise<boolean> {
  const [row] = await db.run<{ gone: boolean }>(NOBODY, UNLINK, [index]);
  return row?.gone === true;
}
