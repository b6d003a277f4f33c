import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Incoming } from '../../../src/platforms/port.ts';
import type { Reply } from '../../../src/view/reply.ts';
import { openWorkspace } from './workspace.ts';

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

/** A workspace with a bot that answers so, and a page on a computer far away. */
export async function openPage(browser: Browser, answer?: (incoming: Incoming) => Reply) {
  const workspace = await openWorkspace(answer, { clientDir: CLIENT });
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const visit = async (at: string, as = 'u-lin'): Promise<void> => {
    await page.goto(`${workspace.url}?as=${as}#/${at}`);
    await page.waitForSelector('.composer, .home-card');
  };
  return { ...workspace, page, visit };
}

/** Writes a command where the page is. */
export async function command(page: Page): Promise<void> {
  await page.locator('.composer textarea').fill('/gongyou x');
  await page.keyboard.press('Enter');
}
