import { fixtureListsDir, loadLists, loadScreeningLists, stampOf } from '#screening';
import type { LoadedList, ScreeningLists } from '#screening';

/**
 * The sanctions lists of this worker: loaded when first asked for, and again when loading failed or a file was exchanged.
 * So no check runs against an edition that was replaced.
 */
export class Screening {
  private loading: { readonly stamp: string; readonly lists: Promise<ScreeningLists> } | undefined;

  constructor(private readonly dir: string | undefined) {}

  /** Invented lists serve development; production must name its own directory. */
  static of(dir: string | undefined, production: boolean): Screening {
    return new Screening(dir ?? (production ? undefined : fixtureListsDir));
  }

  async lists(): Promise<ScreeningLists> {
    const stamp = await stampOf(this.place);
    if (this.loading?.stamp !== stamp) this.loading = { stamp, lists: loadScreeningLists(this.place) };
    const { loading } = this;
    try {
      return await loading.lists;
    } catch (error) {
      if (this.loading === loading) this.loading = undefined;
      throw error;
    }
  }

  /** The same with every entry, read anew: what nobody keeps in memory. */
  editions(): Promise<readonly LoadedList[]> {
    return loadLists(this.place);
  }

  private get place(): string {
    if (!this.dir) throw new Error('SCREENING_LISTS_DIR names no directory');
    return this.dir;
  }
}
