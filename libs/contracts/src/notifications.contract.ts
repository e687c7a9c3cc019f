import { NOTIFICATION_KINDS } from '#domain';
import { z } from 'zod';
import { pageOfViews, PageQuery } from './page.contract.js';
import { id, instant } from './primitives.js';

export const NotificationsQuery = z.strictObject({
  ...PageQuery.shape,
  unread: z.literal('true').optional().meta({ description: 'Only what was not read yet.' }),
});
export type NotificationsQuery = z.infer<typeof NotificationsQuery>;

export const NotificationView = z
  .object({
    id,
    kind: z.enum(NOTIFICATION_KINDS),
    type: z.string().nullable().meta({ description: 'Of the event that it is about.' }),
    params: z.record(z.string(), z.unknown()).meta({ description: 'Codes, ids, numbers and dates.' }),
    qualificationId: id.nullable(),
    caseNumber: z.string().nullable(),
    link: z.string().nullable(),
    subject: z.string().meta({ description: "In the person's language." }),
    text: z.string(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'NotificationView' });
export type NotificationView = z.infer<typeof NotificationView>;
export const NotificationPage = pageOfViews('NotificationPage', NotificationView);

const count = z.number().int().min(0);
/** Beyond it nobody counts. */
export const MOST_COUNTED = 1000;
export const NotificationSummaryView = z
  .object({
    unread: count.meta({ description: `Not read yet; ${MOST_COUNTED} stands for that many or more.` }),
    tasks: count.meta({ description: 'Duties that wait for the person or a role of theirs.' }),
    overdue: count.meta({ description: 'How many of them are overdue.' }),
    nextDueAt: instant.nullable().meta({ description: 'When the next one that is not overdue is due.' }),
  })
  .meta({ id: 'NotificationSummaryView' });
export type NotificationSummaryView = z.infer<typeof NotificationSummaryView>;

export const ReadNotifications = z
  .strictObject({
    upTo: id.meta({ description: 'The newest that was seen: it and all before it are read.' }),
  })
  .meta({ id: 'ReadNotifications' });
export type ReadNotifications = z.infer<typeof ReadNotifications>;
export const NotificationsReadView = z
  .object({ read: count.meta({ description: `At most ${MOST_COUNTED}; ask again for what is left.` }) })
  .meta({ id: 'NotificationsReadView' });
export type NotificationsReadView = z.infer<typeof NotificationsReadView>;
