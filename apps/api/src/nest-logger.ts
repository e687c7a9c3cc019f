import type { LoggerService } from '@nestjs/common';
import type { Logger } from '#platform';

const line = (context: unknown): object => (typeof context === 'string' ? { context } : {});

/** Nest's own words, in our log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.debug(line(rest.at(-1)), String(message));
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.warn(line(rest.at(-1)), String(message));
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    const err = message instanceof Error ? { err: message } : {};
    this.logger.error(
      { ...err, ...line(rest.at(-1)) },
      message instanceof Error ? message.message : String(message),
    );
  }
}
