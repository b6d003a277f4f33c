import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/platforms/port.ts';
import type { Reply } from '../../../src/view/reply.ts';
import { SAMPLE_CARDS } from '../../support/cards.ts';
import { command, openBrowser, openPage, withoutBrowser } from './browser.ts';

/** A command gives a card with buttons for one's own eyes; "去" answers in its place, "不去" beside it. */
function bot({ did }: Incoming): Reply {
  if (did.kind === 'home') return { to: 'home', show: SAMPLE_CARDS.list };
  if (did.kind === 'command') return { to: 'asker', show: SAMPLE_CARDS.buttons };
  if (did.kind !== 'press') return { to: 'nobody' };
  const isGoing = JSON.stringify(did.input).includes('true');
  return { to: isGoing ? 'card' : 'asker', show: SAMPLE_CARDS.text };
}

describe.skipIf(withoutBrowser)(`a page that is loaded again ${withoutBrowser ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const passing = (page: Page) => page.locator('.passing');
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  async function reload(page: Page): Promise<void> {
    await page.reload();
    await page.waitForSelector('.composer, .home-card');
  }

  it('still has the card with which one was not done, and it can be pressed', async () => {
    const { page, visit, told } = await openPage(browser, bot);
    await visit('c-hall');
    await command(page);
    await button(page, '不去').click();
    await expect.poll(() => passing(page).count()).toBe(2);

    await reload(page);

    expect(await passing(page).count()).toBe(1);
    await button(page, '去').click();
    await page.getByText('仅供参考。').waitFor();
    expect(told.at(-1)).toMatchObject({
      at: { channel: 'c-hall', direct: false },
      did: { kind: 'press', act: 'event.answer', input: { event: 'event-1', coming: true } },
    });
  });

  it('has no card that was put away or answered', async () => {
    const { page, visit } = await openPage(browser, bot);
    await visit('c-hall');
    await command(page);
    await button(page, '收起').click();
    await command(page);
    await button(page, '去').click();
    await page.getByText('仅供参考。').waitFor();

    await reload(page);

    expect(await passing(page).count()).toBe(0);
  });

  it('shows such a card to nobody else, and is still played by the same person', async () => {
    const { page, visit } = await openPage(browser, bot);
    await visit('c-hall');
    await command(page);
    await passing(page).waitFor();

    await page.locator('.persona .opener').click();
    await page.getByRole('button', { name: /马建国/ }).click();
    await page.locator('.persona .opener', { hasText: '马建国' }).waitFor();
    await reload(page);

    await page.locator('.persona .opener', { hasText: '马建国' }).waitFor();
    expect(await passing(page).count()).toBe(0);
    await page.locator('.persona .opener').click();
    await page.getByRole('button', { name: /林小燕/ }).click();
    await passing(page).waitFor();
  });

  it.each(['{[', '{}', '[null, 1, {"card": {}}]'])(
    'opens as well where the tab kept %s',
    async (unreadable) => {
      const { page, visit } = await openPage(browser, bot);
      await page.addInitScript(`sessionStorage.setItem('gongyou.passing.u-lin', '${unreadable}')`);

      await visit('c-hall');

      expect(await passing(page).count()).toBe(0);
    },
  );

  it('keeps the latest of many such cards', async () => {
    const { page, visit } = await openPage(browser, bot);
    await visit('c-hall');
    for (let cards = 1; cards <= 12; cards++) {
      await command(page);
      await expect.poll(() => passing(page).count()).toBe(cards);
    }

    await reload(page);

    expect(await passing(page).count()).toBe(10);
  });
});
