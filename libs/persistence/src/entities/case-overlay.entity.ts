import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An overlay that the audit of a case answers beside the checklist: of a buyer that had the supplier's consent then. */
@Entity('case_overlay')
@Index('case_overlay_by_overlay', ['overlayId', 'qualificationId'])
export class CaseOverlay {
  @PrimaryColumn({ name: 'qualification_id', type: 'uuid' })
  @ForeignKey('Qualification')
  qualificationId!: string;

  @PrimaryColumn({ name: 'overlay_id', type: 'uuid' })
  @ForeignKey('OverlayVersion')
  overlayId!: string;
}
