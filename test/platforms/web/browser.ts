import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** Where the built page is. */
export const CLIENT = fileURLToPath(new URL('../../../dist/client', import.meta.url));

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why no browser can look at the page here; undefined when one can. In CI there must be one. */
export const withoutBrowser = ((): string | undefined => {
  if (existsSync(CHROMIUM)) return undefined;
  if (process.env.CI)
    throw new Error(`a browser at ${CHROMIUM} is needed in CI, for the page is looked at in a real one`);
  return `no browser at ${CHROMIUM}`;
})();

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
