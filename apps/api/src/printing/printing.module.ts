import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '#platform';
import { CONFIG } from '../config.module.js';
import { Printer } from './printer.js';

/** Ends the process that prints with the service. */
@Injectable()
class PrinterCloser implements OnApplicationShutdown {
  constructor(private readonly printer: Printer) {}

  onApplicationShutdown(): void {
    this.printer.close();
  }
}

@Global()
@Module({
  providers: [
    {
      provide: Printer,
      useFactory: ({ chromiumPath }: Config) => new Printer({ chromiumPath }),
      inject: [CONFIG],
    },
    PrinterCloser,
  ],
  exports: [Printer],
})
export class PrintingModule {}
