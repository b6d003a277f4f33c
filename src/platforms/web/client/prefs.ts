import type { Language } from '../../../calendar/moment.ts';
import type { Passing } from './model.ts';

export type Theme = 'auto' | 'light' | 'dark';

const NAMES = {
  person: 'person',
  language: 'language',
  theme: 'theme',
  hints: 'hints',
  read: 'read',
  passing: 'passing',
} as const;

/** A browser may refuse to keep anything; then each visit is the first. */
function kept(storage: () => Storage, name: string): string | undefined {
  try {
    return storage().getItem(`gongyou.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(storage: () => Storage, name: string, value: string): void {
  try {
    storage().setItem(`gongyou.${name}`, value);
  } catch {
    // nothing is lost but the convenience
  }
}

const tab = (): Storage => sessionStorage;
const browser = (): Storage => localStorage;

/** Who is played in this tab: what the address says, else what the tab or the browser remembers. */
export function keptPerson(): string {
  const asked = new URLSearchParams(location.search).get('as');
  return asked ?? kept(tab, NAMES.person) ?? kept(browser, NAMES.person) ?? 'u-lin';
}

/** Remembers who is played; from now on that goes before what the address said. */
export function keepPerson(person: string): void {
  const { search, pathname, hash } = location;
  if (new URLSearchParams(search).has('as')) history.replaceState(null, '', pathname + hash);
  keep(tab, NAMES.person, person);
  keep(browser, NAMES.person, person);
}

export function keptLanguage(): Language {
  const said = kept(browser, NAMES.language) ?? navigator.language;
  return said.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export const keepLanguage = (language: Language): void => keep(browser, NAMES.language, language);

export function keptTheme(): Theme {
  const theme = kept(browser, NAMES.theme);
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** Shows a theme at once; `auto` leaves it to the system. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function keepTheme(theme: Theme): void {
  keep(browser, NAMES.theme, theme);
  showTheme(theme);
}

export const keptHints = (): boolean => kept(browser, NAMES.hints) !== 'hidden';
export const keepHints = (shown: boolean): void => keep(browser, NAMES.hints, shown ? 'shown' : 'hidden');

/** Number of the newest change that a persona has seen in a channel. */
export const keptRead = (person: string, channel: string): number =>
  Number(kept(browser, `${NAMES.read}.${person}.${channel}`) ?? 0);

export const keepRead = (person: string, channel: string, seq: number): void =>
  keep(browser, `${NAMES.read}.${person}.${channel}`, String(seq));

/** Most cards for one's own eyes that a tab keeps for each persona. */
const MOST_PASSING = 10;

/** Cards for a persona's own eyes on which there was still something to press when the page was left. */
export function keptPassing(person: string): readonly Passing[] {
  try {
    const cards: unknown = JSON.parse(kept(tab, `${NAMES.passing}.${person}`) ?? '[]');
    return Array.isArray(cards) ? cards.filter((it) => Array.isArray(it?.card?.blocks)) : [];
  } catch {
    return [];
  }
}

/** Keeps for a reload of this tab what would be lost with it: cards with buttons, such as a dry run. */
export function keepPassing(person: string, passing: readonly Passing[]): void {
  const open = passing.filter(({ card }) => card.blocks.some(({ kind }) => kind === 'buttons'));
  keep(tab, `${NAMES.passing}.${person}`, JSON.stringify(open.slice(-MOST_PASSING)));
}
