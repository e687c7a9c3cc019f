import type { MessageView } from '#contracts';

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly sealedContent: string;
  readonly createdAt: Date;
}

/** @param content what was sealed: to whom, subject and text */
export const messageView = ({ id, kind, createdAt }: MessageRow, content: string): MessageView => ({
  ...{ id, kind },
  ...(JSON.parse(content) as Pick<MessageView, 'to' | 'subject' | 'text'>),
  createdAt: createdAt.toISOString(),
});
