import type { Language } from '../../../calendar/moment.ts';

export type Theme = 'auto' | 'light' | 'dark';

const NAMES = {
  person: 'person',
  language: 'language',
  theme: 'theme',
  hints: 'hints',
  read: 'read',
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

export function keepPerson(person: string): void {
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
