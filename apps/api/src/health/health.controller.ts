import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LiveView, ReadyView } from '#contracts';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/public.js';
import { Authorised } from '../http/operation.js';
import { HealthService } from './health.service.js';

@ApiTags('service')
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Authorised('isLive')
  @ApiOperation({ operationId: 'isLive', summary: 'Whether the process runs', security: [] })
  @ApiResponse({ status: 200, description: 'It does', standardSchema: LiveView })
  live() {
    return { status: 'live', instanceId: this.health.instanceId };
  }

  @Get('ready')
  @Authorised('isReady')
  @ApiOperation({ operationId: 'isReady', summary: 'Whether the process can do its work', security: [] })
  @ApiResponse({ status: 200, description: 'It can', standardSchema: ReadyView })
  @ApiResponse({ status: 503, description: 'Something it needs is away', standardSchema: ReadyView })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const state = await this.health.readiness();
    reply.status(state.status === 'ready' ? 200 : 503);
    return state;
  }
}
