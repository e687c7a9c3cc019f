import type { Page } from 'playwright-core';

const MOST_TABS = 80;

/** What has the focus: its name as a screen reader says it, its kind, and whether somebody can see that it has it. */
interface Focused {
  readonly name: string;
  readonly role: string;
  readonly seen: boolean;
}
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const words = (ids) => ids.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const labelled = at.getAttribute('aria-labelledby');
  const label = at.getAttribute('aria-label') ?? (labelled ? words(labelled) : undefined);
  const own = [...(at.labels ?? [])].map((one) => one.textContent).join(' ');
  const name = (label ?? (own || at.textContent || '')).replace(/\\s+/g, ' ').trim();
  const role = at.getAttribute('role') ?? (at.localName === 'input' ? at.type : at.localName);
  const drawn = (one) => {
    const { outlineStyle, outlineWidth, boxShadow, borderTopColor } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  const box = at.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return { name, role, seen: at.matches(':focus-visible') && inside && drawn(at) };
})()`;

/** Somebody without a mouse: reaches everything by Tab, and must see at each stop where they are. */
export class Keyboard {
  /** Stops at which the focus could not be seen. */
  readonly unseen: string[] = [];

  constructor(readonly page: Page) {}

  /** Goes on with Tab, or back with Shift-Tab, until what is called so has the focus. */
  async reach(name: string, { back = false, role }: { back?: boolean; role?: string } = {}): Promise<void> {
    const passed: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      const at = await this.focused();
      if (!at) continue;
      if (!at.seen) this.unseen.push(`${at.role} ${at.name}`);
      if (at.name.startsWith(name) && (role === undefined || at.role === role)) return;
      passed.push(at.name);
    }
    throw new Error(`${MOST_TABS} stops do not lead to ${name}, only to ${passed.join(' · ')}`);
  }

  /** Reaches it and presses it. */
  async press(name: string, key: 'Enter' | 'Space' = 'Enter', role?: string): Promise<void> {
    await this.reach(name, { ...(role && { role }) });
    await this.page.keyboard.press(key);
  }

  /** Reaches a field and writes into it, instead of what stood there. */
  async write(name: string, text: string): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** Reaches a list of choices, and takes the one whose name begins so by typing it. */
  async take(name: string, choice: string): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.type(choice);
  }

  private focused = (): Promise<Focused | null> => this.page.evaluate<Focused | null>(FOCUSED);
}
