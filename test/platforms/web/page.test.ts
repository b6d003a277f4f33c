import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Incoming, Platform } from '../../../src/platforms/port.ts';
import { CLIENT, openBrowser, withoutBrowser } from './browser.ts';
import { pollCard, sceneBot, trainingCard } from './scene.ts';
import { openWorkspace } from './workspace.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS = [
  { spoken: 'zh', locale: 'zh-CN', theme: 'light', width: 1280, height: 800 },
  { spoken: 'en', locale: 'en-GB', theme: 'dark', width: 1280, height: 800 },
  { spoken: 'zh', locale: 'zh-CN', theme: 'dark', width: 390, height: 844 },
  { spoken: 'en', locale: 'en-GB', theme: 'light', width: 390, height: 844 },
] as const;
type Look = (typeof LOOKS)[number];

describe.skipIf(withoutBrowser)(`the page ${withoutBrowser ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** A hall with an answer, a poll and a training in it, and a page that looks at it. */
  async function open(look: Look, at = '?as=u-zhou#/c-hall') {
    const holder: { platform?: Platform } = {};
    const workspace = await openWorkspace(
      sceneBot(
        () => look.spoken,
        () => holder.platform ?? workspace.platform,
      ),
      { clientDir: CLIENT },
    );
    const { platform, post, url } = workspace;
    holder.platform = platform;
    const hall = { channel: 'c-hall', direct: false };
    const text = look.spoken === 'zh' ? '@工友 集体协商谈什么？' : '@gongyou what is collective bargaining?';
    await post('/api/say', { id: 'seed-0001', by: 'u-ma', channel: 'c-hall', text });
    await platform.post(hall, pollCard(look.spoken), { key: 'poll', attempt: 1 });
    await platform.post(hall, trainingCard(look.spoken, Date.now() + 86_400_000), {
      key: 'event',
      attempt: 1,
    });
    const { page, faults } = await visit(look, `${url}${at}`);
    return { ...workspace, page, faults };
  }

  async function visit({ width, height, locale, theme }: Look, url: string) {
    const viewport = { width, height };
    const context = await browser.newContext({
      viewport,
      locale,
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    onTestFinished(() => context.close());
    // before the page's own rules forbid scripts from elsewhere
    await context.addInitScript(axe);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    await page.goto(url);
    await page.waitForSelector('.composer, .home-card');
    return { page, faults };
  }

  /** Serious and critical faults of accessibility, each with the first place it was found in. */
  async function barriers(page: Page): Promise<string[]> {
    const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  }

  for (const look of LOOKS)
    it(`has no serious barrier and nothing cut off: ${look.spoken}, ${look.theme}, ${look.width} px`, async () => {
      const { page, faults } = await open(look);
      await page.waitForSelector('.tally');
      const isPhone = look.width < 720;

      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await page.locator('.replies').first().click();
      await page.waitForSelector('.thread .quote');
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      if (isPhone) await page.locator('.to-drawer').click();
      await page.locator('.persona .opener').click();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      if (isPhone) expect(await tooSmall(page, '.sidebar button')).toEqual([]);
      await page.goto(page.url().replace(/#.*/, '#/dm-u-zhou'));
      await say(page, look.spoken === 'zh' ? '/gongyou 培训' : '/gongyou training');
      await page.locator('dialog.form button[type=submit]').click();
      await page.waitForSelector('dialog.form .wrong');
      expect(await barriers(page)).toEqual([]);
      if (isPhone) expect(await tooSmall(page, 'dialog.form button, dialog.form input')).toEqual([]);
      await page.keyboard.press('Escape');
      await page.goto(page.url().replace(/#.*/, '#/'));
      await page.waitForSelector('.home-card');
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      expect(faults).toEqual([]);
    });

  it('sends what is typed on Enter, but not while characters are still being put together', async () => {
    const { page, told } = await open(LOOKS[0], '?as=u-lin#/dm-u-lin');
    const area = page.locator('.composer textarea');

    await area.fill('第一行');
    await area.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    await area.press('Shift+Enter');
    await area.pressSequentially('第二行');
    await area.press('Enter');
    await page.waitForSelector('.quote');

    const said = told.filter(({ by }) => by === 'u-lin').map(({ did }) => did);
    expect(said).toEqual([{ kind: 'message', text: '第一行\n第二行' }]);
    expect(await area.inputValue()).toBe('');
  });

  it('shows a vote to everybody who is looking', async () => {
    const { page, url } = await open(LOOKS[0]);
    const other = await visit(LOOKS[1], `${url}?as=u-lin#/c-hall`);
    const row = (at: Page) => at.locator('.tally .row').first();
    await row(other.page).waitFor();

    await row(page).click();

    await expect.poll(() => row(other.page).textContent()).toContain('8');
  });

  it('keeps a form open with words under the fields that are wrong, and the focus on the first', async () => {
    const { page, told } = await open(LOOKS[0], '?as=u-zhou#/dm-u-zhou');
    await say(page, '/gongyou 培训');
    const form = page.locator('dialog.form');

    await form.locator('#field-title').fill('工伤认定');
    await form.locator('button[type=submit]').click();
    expect(await form.locator('.wrong').allInnerTexts()).toEqual(['请填写这一项。', '请填写这一项。']);
    expect(await page.evaluate('document.activeElement.id')).toBe('field-starts');
    await form.locator('#field-starts').fill('2026-12-01T14:00');
    await form.locator('#field-place').fill('三楼');
    await form.locator('#field-channel').selectOption('c-riders');
    await form.getByText('马建国').click();
    await form.locator('button[type=submit]').click();
    await expect.poll(() => form.locator('.wrong').allInnerTexts()).toEqual(['请写上地点或链接。']);

    expect(told.at(-1)?.did).toMatchObject({
      kind: 'send',
      filled: {
        title: '工伤认定',
        starts: Date.UTC(2026, 11, 1, 6),
        place: '三楼',
        channel: 'c-riders',
        people: ['u-ma'],
        before: ['1d', '1h'],
      },
    });
    await page.keyboard.press('Escape');
    await expect.poll(() => form.count()).toBe(0);
  });

  it('shows earlier messages without losing the place, and does not call them new', async () => {
    const { page, platform } = await open(LOOKS[0], '?as=u-zhou#/dm-u-zhou');
    for (let count = 0; count < 100; count++)
      await platform.post(
        { person: 'u-zhou' },
        { blocks: [{ kind: 'text', text: `第${count}条` }] },
        { key: `k-${count}`, attempt: 1 },
      );
    await page.reload();
    const oldest = page.getByText('第40条', { exact: true });
    await page.locator('.messages').evaluate((it) => it.scrollTo(0, 0));
    const before = (await oldest.boundingBox())?.y ?? 0;

    await page.locator('.earlier').click();
    await expect.poll(() => page.getByText('第0条', { exact: true }).count()).toBe(1);

    expect(Math.abs(((await oldest.boundingBox())?.y ?? 0) - before)).toBeLessThan(80);
    expect(await page.locator('.to-end').count()).toBe(0);
  });

  it('lets one person be several, each with what only they can see', async () => {
    const { page } = await open(LOOKS[0], '?as=u-zhou#/c-hall');
    await say(page, '/gongyou help');
    await page.getByText('只有您能看到').waitFor();

    await page.locator('.persona .opener').click();
    await page.getByRole('button', { name: /林小燕/ }).click();

    await page.locator('.persona .opener', { hasText: '林小燕' }).waitFor();
    expect(await page.getByText('只有您能看到').count()).toBe(0);
    expect(await page.getByRole('button', { name: '工会干部', exact: true }).count()).toBe(0);
  });

  it('speaks the language one chooses, and tells the bot', async () => {
    const { page, platform, told } = await open(LOOKS[0], '?as=u-lin');

    await page.locator('.settings .opener').click();
    await page.getByRole('button', { name: 'English' }).click();

    await page.getByText('Hello, Lin Xiaoyan').waitFor();
    await expect.poll(async () => (await platform.person('u-lin')).locale).toBe('en');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    const commands = told.filter(({ did }) => did.kind === 'command').map(({ by, did }) => ({ by, did }));
    expect(commands).toEqual([{ by: 'u-lin', did: { kind: 'command', text: 'language en' } }]);
  });

  it('shows that the demo clock is ahead, and goes back', async () => {
    const { page } = await open(LOOKS[0]);
    const opener = page.locator('.clock .opener');

    await opener.click();
    await page.getByRole('button', { name: '明天 09:00' }).click();
    await expect.poll(() => opener.textContent()).toMatch(/演示时间[\s\S]*09:00/);
    await opener.click();
    await page.getByRole('button', { name: '回到现在' }).click();

    await expect.poll(() => opener.textContent()).toMatch(/^现在/);
  });

  it('asks before it carries out what cannot be undone', async () => {
    const { page, told } = await open(LOOKS[0]);
    const acts = () => told.filter(({ did }) => did.kind === 'press').map(({ did }) => (did as Pressed).act);
    await page.getByRole('button', { name: '结束投票' }).click();
    await page.getByRole('button', { name: '再等等' }).click();
    expect(acts()).toEqual([]);

    await page.getByRole('button', { name: '结束投票' }).click();
    await page.getByRole('button', { name: '结束', exact: true }).click();

    await expect.poll(acts).toEqual(['poll.close']);
  });

  it('shows what people wrote as it is, never as markup', async () => {
    const { page, post } = await open(LOOKS[0]);
    const text = '<img src=x onerror=alert(1)> <!channel> **x**';

    await post('/api/say', { id: 'seed-0009', by: 'u-ma', channel: 'c-hall', text });

    await page.locator('.text', { hasText: text }).waitFor();
    expect(await page.locator('.text img').count()).toBe(0);
  });
});

type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] };
type Pressed = Extract<Incoming['did'], { kind: 'press' }>;

async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text);
  await page.keyboard.press('Enter');
}

/** What is wider than the window, so that one would have to scroll sideways. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('main, main *')]
    .filter((it) => it.getBoundingClientRect().right > innerWidth + 1)
    .map((it) => String(it.className))`);

/** Controls that a finger would miss. A box to tick is as large as its label. */
const tooSmall = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .map((it) => (it.matches('[type=checkbox], [type=radio]') ? it.closest('label') : it))
    .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 43.5)
    .map((it) => it.className + it.textContent + it.getBoundingClientRect().height)`);
