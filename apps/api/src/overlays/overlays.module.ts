import { Module } from '@nestjs/common';
import { CaseOverlaysController } from './case-overlays.controller.js';
import { OverlaysController } from './overlays.controller.js';
import { OverlaysService } from './overlays.service.js';

@Module({
  controllers: [OverlaysController, CaseOverlaysController],
  providers: [OverlaysService],
  exports: [OverlaysService],
})
export class OverlaysModule {}
