import { fixtureListsDir, loadScreeningLists, type ScreeningLists } from '#screening';

/** The sanctions lists of this worker: loaded when first asked for, and asked for again when loading failed. */
export class Screening {
  private loading: Promise<ScreeningLists> | undefined;

  constructor(private readonly dir: string | undefined) {}

  /** Invented lists serve development; production must name its own directory. */
  static of(dir: string | undefined, production: boolean): Screening {
    return new Screening(dir ?? (production ? undefined : fixtureListsDir));
  }

  async lists(): Promise<ScreeningLists> {
    if (!this.dir) throw new Error('SCREENING_LISTS_DIR names no directory');
    this.loading ??= loadScreeningLists(this.dir);
    try {
      return await this.loading;
    } catch (error) {
      this.loading = undefined;
      throw error;
    }
  }
}
