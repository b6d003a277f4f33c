import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { textsIn } from '../../../src/texts/index.ts';
import { CLIENT, openBrowser, withoutBrowser } from './browser.ts';
import { openWorkspace } from './workspace.ts';

const { workspace } = textsIn('zh-CN');

describe.skipIf(withoutBrowser)(`a workspace behind a password ${withoutBrowser ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  async function openLogin() {
    const { url } = await openWorkspace(undefined, { clientDir: CLIENT, password: 'duanwu-0505' });
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(url);
    const enter = async (password: string): Promise<void> => {
      await page.getByLabel(workspace.login.password).fill(password);
      await page.getByRole('button', { name: workspace.login.enter }).click();
    };
    return { page, enter };
  }

  it('opens for whoever knows the password, and stays open', async () => {
    const { page, enter } = await openLogin();

    await enter('duanwu-0505');

    await page.waitForSelector('.hello');
    await page.reload();
    await page.waitForSelector('.hello');
  });

  it('tells a wrong password by words on the same page, where one can try again', async () => {
    const { page, enter } = await openLogin();

    await enter('duanwu-0506');

    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe(workspace.problems['wrong-password'](''));
    await vi.waitFor(
      async () => {
        await enter('duanwu-0505');
        await page.waitForSelector('.hello, [role=alert]');
        expect(await page.locator('.hello').count()).toBe(1);
      },
      { interval: 600, timeout: 5000 },
    );
  });
});
