import { ACTION_OWNERS, MEETINGS } from '#domain';
import { z } from 'zod';
import { instant, latitude, line, longitude, paragraph, wholeNumber } from './primitives.js';

export const MeetingName = z.enum(MEETINGS);
export type MeetingName = z.infer<typeof MeetingName>;

/** Lines of an SVG path on a field of 600 by 200: moves and lines between whole points, and nothing else. */
const SIGNATURE = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3}){1,400}){1,60}$/;

/** The opening or the closing meeting of an audit; saved while somebody writes. */
export const AuditMeeting = z
  .strictObject({
    heldAt: instant,
    place: z
      .strictObject({ latitude, longitude, accuracyM: z.number().min(0).max(100_000).optional() })
      .meta({ description: 'Where the device was, when the auditor let it tell.' }),
    people: wholeNumber(1, 1000).meta({ description: 'How many took part for the site.' }),
    function: z.enum(ACTION_OWNERS).meta({ description: 'What the one who signed answers for at the site.' }),
    signedBy: line(200).meta({ description: 'Who signed for the site.' }),
    signature: z.string().max(20_000).regex(SIGNATURE, 'must be lines of an SVG path').meta({
      description: 'What was drawn on the screen, on a field of 600 by 200: `M12 40L15 44L20 51`.',
    }),
    note: paragraph(4000),
  })
  .partial()
  .meta({ id: 'AuditMeeting' });
export type AuditMeeting = z.infer<typeof AuditMeeting>;
