import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { textsIn } from '../../src/texts/index.ts';
import { openBrowser, withoutBrowser } from '../platforms/web/browser.ts';
import { type RedisServer, startRedis } from '../support/redis-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Set to a folder to keep a picture of every step. */
const shots = process.env.GONGYOU_SHOTS;

const stories = [
  { language: 'zh-CN', engine: 'sqlite' },
  { language: 'en', engine: 'redis' },
] as const;

describe.skipIf(withoutBrowser).each(stories)(
  'a newcomer in $language on $engine',
  { timeout: 60_000 },
  ({ language, engine }) => {
    const { ask, surveys, events, desk, home } = textsIn(language);
    const isChinese = language === 'zh-CN';
    let browser: Browser;
    let app: App;
    let redis: RedisServer | undefined;
    const data = mkdtempSync(join(tmpdir(), 'gongyou-story-'));
    let picture = 0;

    async function start(): Promise<App> {
      const read = readSettings({
        PORT: '0',
        GONGYOU_DATA: data,
        GONGYOU_LANGUAGE: language,
        ...(redis ? { REDIS_URL: redis.url } : {}),
      });
      if ('wrong' in read) throw new Error(JSON.stringify(read.wrong));
      return startApp(read.settings, silentLog);
    }

    beforeAll(async () => {
      redis = engine === 'redis' ? await startRedis('--appendfsync', 'always') : undefined;
      browser = await openBrowser();
      app = await start();
    });
    afterAll(async () => {
      await browser.close();
      await app.stop();
      await redis?.remove();
      rmSync(data, { recursive: true, force: true });
    });

    /** The page as one of its people. */
    async function as(person: string, place = ''): Promise<Page> {
      const context = await browser.newContext({
        locale: language,
        viewport: { width: 1280, height: 800 },
        reducedMotion: 'reduce',
      });
      await context.addInitScript(axe);
      const page = await context.newPage();
      await page.goto(`${app.url}?as=${person}#/${place}`);
      await page.waitForSelector('.composer, .home-card');
      return page;
    }
    const say = async (page: Page, text: string): Promise<void> => {
      await page.locator('.composer textarea').last().fill(text);
      await page.locator('.composer textarea').last().press('Enter');
    };
    async function see(page: Page, what: string): Promise<void> {
      const violations = await page.evaluate<{ id: string; impact: string }[]>(
        'axe.run().then((it) => it.violations)',
      );
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      if (!shots) return;
      mkdirSync(shots, { recursive: true });
      await page.screenshot({
        path: join(shots, `${language}-${String(++picture).padStart(2, '0')}-${what}.png`),
      });
    }
    const isInView = (page: Page, name: string): Promise<boolean> =>
      button(page, name).evaluate((it) => {
        const { top, bottom } = it.getBoundingClientRect();
        return top >= 0 && bottom <= 800;
      });
    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

    it('asks, gets the answer with its source, and asks on', async () => {
      const page = await as('u-lin', 'dm-u-lin');

      await say(
        page,
        isChinese
          ? '2019年职工沟通会开了几场？'
          : 'How many meetings with workers were held in Beijing in 2019?',
      );
      await page.waitForSelector('.quote');
      await see(page, 'answer');
      expect(await page.locator('.quote').first().textContent()).toMatch(/6[,]?883/);
      expect(await page.locator('.quote').first().textContent()).toMatch(
        isChinese ? /市级 · 2020年/ : /city · 2020/,
      );

      await say(page, isChinese ? '那企业沟通会呢？' : 'And with companies?');
      await page.locator('.quote').nth(1).waitFor();
      expect(await page.locator('.quote').nth(1).textContent()).toMatch(/6[,]?587/);
      await button(page, ask.useful).last().click();
      await page.getByText(ask.thanks).waitFor();
      await page.context().close();
    });

    it('asks what no report says, and a cadre answers', async () => {
      const member = await as('u-lin', 'dm-u-lin');
      const cadre = await as('u-chen', 'c-desk');

      await say(member, isChinese ? '食堂几点开门？' : 'When does the canteen open?');
      await button(member, ask.person).last().click();
      await member.getByText(desk.whoText).waitFor();
      await see(member, 'desk-confirm');
      await button(member, desk.send).click();
      await button(cadre, desk.reply).click();
      await cadre.locator('dialog.form textarea').fill(isChinese ? '早上七点。' : 'At seven in the morning.');
      await see(cadre, 'desk-reply');
      await cadre.locator('dialog.form button[type=submit]').click();

      await member.getByText(isChinese ? '早上七点。' : 'At seven in the morning.').waitFor();
      await cadre.getByText(desk.answered({ name: isChinese ? '陈卫东' : 'Chen Weidong' })).waitFor();
      await see(member, 'desk-answer');
      for (const page of [member, cadre]) await page.context().close();
    });

    it('opens a poll without syntax, votes as two people, closes it, and it stays after a restart', async () => {
      const cadre = await as('u-chen');
      const title = isChinese ? '周末团建去哪里？' : 'Where shall we go?';
      const [hill, lake] = isChinese ? ['香山', '颐和园'] : ['Fragrant Hill', 'Summer Palace'];

      await button(cadre, home.poll).first().click();
      await cadre.getByLabel(surveys.formQuestion).fill(title);
      await cadre.getByLabel(surveys.formOptions).fill(`${hill}\n${lake}`);
      await cadre.getByLabel(surveys.formChannel).selectOption('c-hall');
      await see(cadre, 'poll-form');
      await button(cadre, surveys.formSend).click();

      const [member, other] = [await as('u-ma', 'c-hall'), await as('u-zhao', 'c-hall')];
      const row = (page: Page, label = '') => page.locator('.tally .row', { hasText: label });
      await row(member, hill).click();
      await member.getByText(surveys.voted({ label: hill ?? '' })).waitFor();
      await row(other, hill).click();
      await row(other, lake).click();
      await other.getByText(surveys.changed({ label: lake ?? '' })).waitFor();
      await member.getByText(surveys.caption({ people: 2 }), { exact: true }).waitFor();
      await expect.poll(() => row(member, lake).textContent()).toMatch(/1/);
      await see(member, 'poll');

      await cadre.goto(`${app.url}?as=u-chen#/c-hall`);
      await button(cadre, surveys.close).click();
      await button(cadre, surveys.closeYes).click();
      await member.getByText(surveys.closed({ people: 2 })).waitFor();
      await app.stop();
      app = await start();
      const later = await as('u-lin', 'c-hall');
      await later.getByText(surveys.closed({ people: 2 })).waitFor();
      expect(await later.locator('.tally button').count()).toBe(0);
      await see(later, 'poll-closed');
      for (const page of [cadre, member, other, later]) await page.context().close();
    });

    it('announces a training, sees the dry run, sets the clock ahead, and the reminder comes once', async () => {
      const organiser = await as('u-zhou');
      const title = isChinese ? '安全生产培训' : 'Safety training';

      await button(organiser, home.training).first().click();
      await organiser.getByLabel(events.formName).fill(title);
      await organiser.getByLabel(events.formPlace).fill(isChinese ? '三楼会议室' : 'Room 301');
      await organiser.getByLabel(events.formChannel).selectOption('c-workshop');
      await see(organiser, 'training-form');
      await button(organiser, events.formSend).click();
      await button(organiser, events.confirm).waitFor();
      await expect.poll(() => isInView(organiser, events.confirm)).toBe(true);
      await see(organiser, 'dry-run');
      await button(organiser, events.confirm).click();

      const [going, declining] = [await as('u-ma', 'c-workshop'), await as('u-zhao', 'c-workshop')];
      await button(going, events.going).click();
      await button(declining, events.notGoing).click();
      await going.getByText(events.counts({ yes: 1, no: 1 })).waitFor();
      await see(going, 'training');

      await going.goto(`${app.url}?as=u-ma#/dm-u-ma`);
      const { clock } = textsIn(language).workspace;
      await going.getByRole('button', { name: clock.now }).click();
      await see(going, 'clock');
      for (let day = 0; day < 3; day++) {
        const ahead = going.getByRole('button', { name: clock.day, exact: true });
        if (!(await ahead.isVisible())) await going.locator('.clock .opener, .clock button').first().click();
        await ahead.click();
        await going.waitForTimeout(400);
      }
      const reminders = (page: Page) => page.locator('.message', { hasText: events.remind({ title }) });
      await reminders(going).first().waitFor();
      await see(going, 'reminder');
      expect(await reminders(going).count()).toBe(2);
      await declining.goto(`${app.url}?as=u-zhao#/dm-u-zhao`);
      await declining.waitForSelector('.composer');
      expect(await reminders(declining).count()).toBe(0);
      for (const page of [organiser, going, declining]) await page.context().close();
    });
  },
);
