import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProblemCode, ProblemKindList, ProblemKindView } from '#contracts';
import { notFound, PROBLEM_KINDS, type ProblemKind } from '#platform';
import { Public } from '../auth/public.js';
import { Authorised, problem } from '../http/operation.js';

@ApiTags('service')
@Controller('problems')
@Public()
export class ProblemsController {
  @Get()
  @Authorised('listProblems')
  @ApiOperation({
    operationId: 'listProblems',
    summary: 'Every problem code and what it means',
    security: [],
  })
  @ApiResponse({ status: 200, description: 'OK', standardSchema: ProblemKindList })
  list() {
    return { items: PROBLEM_KINDS };
  }

  @Get(':code')
  @Authorised('getProblem')
  @ApiOperation({ operationId: 'getProblem', summary: 'What one problem code means', security: [] })
  @ApiResponse({ status: 200, description: 'OK', standardSchema: ProblemKindView })
  @problem(404)
  @problem(422)
  get(@Param('code', { schema: ProblemCode }) wanted: string) {
    return this.find(wanted);
  }

  private find(wanted: string): ProblemKind {
    const kind = PROBLEM_KINDS.find((k) => k.code === wanted);
    if (!kind) throw notFound('problem code');
    return kind;
  }
}
