import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '#platform';

/** `@Inject(CONFIG) config: Config` */
export const CONFIG = Symbol('config');

@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    const provider = { provide: CONFIG, useValue: config };
    return { module: ConfigModule, global: true, providers: [provider], exports: [provider] };
  }
}
