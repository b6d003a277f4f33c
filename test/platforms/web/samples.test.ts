import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/platforms/port.ts';
import { textsIn } from '../../../src/texts/index.ts';
import type { Block } from '../../../src/view/card.ts';
import type { Reply } from '../../../src/view/reply.ts';
import { SAMPLE_BLOCKS, SAMPLE_CARDS, SAMPLE_FIELDS, SAMPLE_FORM, wordsOf } from '../../support/cards.ts';
import { command, openBrowser, openPage, withoutBrowser } from './browser.ts';

const HALL = { channel: 'c-hall', direct: false };
const KINDS = Object.keys(SAMPLE_BLOCKS) as Block['kind'][];
const { workspace } = textsIn('zh-CN');

describe.skipIf(withoutBrowser)(`the page draws ${withoutBrowser ?? ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = (answer?: (incoming: Incoming) => Reply) => openPage(browser, answer);

  it.each(KINDS)(
    'all the words of a card with a %s, in a channel, alone with a person, and at home',
    async (kind) => {
      const card = SAMPLE_CARDS[kind];
      const { page, visit, platform } = await open(({ did }) =>
        did.kind === 'home' ? { to: 'home', show: card } : { to: 'asker', show: card },
      );
      await platform.post(HALL, card, { key: 'a', attempt: 1 });

      await visit('c-hall');
      await expectWords(page, '.message:not(.passing) .card', wordsOf(card));
      await command(page);
      await expectWords(page, '.passing .card', wordsOf(card));
      await page.goto(page.url().replace(/#.*/, '#/'));
      await expectWords(page, '.home-card .card', wordsOf(card));
    },
  );

  it('a moment with its end in the zone of the reader, and the share of each row', async () => {
    const { page, visit, platform } = await open();
    await platform.post(HALL, SAMPLE_CARDS.facts, { key: 'a', attempt: 1 });
    await platform.post(HALL, SAMPLE_CARDS.tally, { key: 'b', attempt: 1 });

    await visit('c-hall');

    const times = await page.locator('.facts time').allInnerTexts();
    expect(times).toEqual([expect.stringContaining('14:00'), '16:00']);
    const rows = page.getByRole('button', { name: /^选“/ });
    expect(await rows.evaluateAll((all) => all.map((it) => it.textContent))).toEqual([
      expect.stringContaining('2票，占67%'),
      expect.stringContaining('1票，占33%'),
      expect.stringContaining('0票，占0%'),
    ]);
  });

  it('what a button asks first, with both answers to it', async () => {
    const { page, visit, platform, told } = await open();
    await platform.post(HALL, SAMPLE_CARDS.buttons, { key: 'a', attempt: 1 });
    await visit('c-hall');

    await page.getByRole('button', { name: '取消活动' }).click();

    const dialog = page.locator('dialog.confirm');
    expect(await readable(dialog)).toContain('取消后会通知所有人。');
    expect(await dialog.getByRole('button').allInnerTexts()).toEqual(['再想想', '取消活动']);
    await dialog.getByRole('button', { name: '取消活动' }).click();
    await expect.poll(() => told.at(-1)?.did).toMatchObject({ kind: 'press', act: 'event.cancel' });
  });

  describe('a form', () => {
    async function openForm() {
      const opened = await open(({ did }) =>
        did.kind === 'command' ? { to: 'form', open: SAMPLE_FORM } : { to: 'nobody' },
      );
      await opened.visit('c-hall');
      await command(opened.page);
      const form = opened.page.locator('dialog.form');
      await form.waitFor();
      const sent = async () => {
        await form.getByRole('button', { name: SAMPLE_FORM.send }).click();
        await expect.poll(() => opened.told.at(-1)?.did.kind).toBe('send');
        return opened.told.at(-1);
      };
      return { ...opened, form, sent };
    }

    it('with all its words, and with what it was offered with', async () => {
      const { form, sent } = await openForm();

      const shown = await readable(form);
      const { title, intro = '', send, cancel, fields } = SAMPLE_FORM;
      const said = fields.flatMap((it) => [it.label, ...(it.hint ? [it.hint] : []), ...labelsOf(it)]);
      for (const word of [title, intro, send, cancel, ...said]) expect(shown).toContain(word);

      expect(await sent()).toMatchObject({
        by: 'u-lin',
        at: HALL,
        did: {
          act: 'event.plan',
          input: { from: '工友' },
          filled: {
            title: '安全生产培训',
            options: ['甲', '乙'],
            kind: '60',
            leads: ['1440'],
            'starts-at': SAMPLE_FIELDS.moment.value,
          },
        },
      });
    });

    it('whose every kind of field can be filled in and arrives', async () => {
      const { form, sent } = await openForm();

      await form.getByLabel('题目').fill('消防 & <演练>');
      await form.getByLabel('选项').fill(' 丙 \n\n丁\n');
      await form.getByRole('group', { name: '类别' }).getByText('提前1天').click();
      await form.getByRole('group', { name: '何时提醒' }).getByText('提前1小时').click();
      await form.getByLabel('开始时间').fill('2027-01-02T11:30');
      await form.getByLabel('发到哪个频道').selectOption({ label: '# 骑手之家' });
      const people = form.getByRole('group', { name: '通知谁' });
      await people.getByText('马建国').click();
      await people.getByLabel(workspace.form.find).fill('周岚');
      await people.getByRole('checkbox', { name: /周岚/ }).check();

      expect((await sent())?.did).toMatchObject({
        filled: {
          title: '消防 & <演练>',
          options: ['丙', '丁'],
          kind: '1440',
          leads: ['1440', '60'],
          'starts-at': Date.UTC(2027, 0, 2, 3, 30),
          channel: 'c-riders',
          people: ['u-ma', 'u-zhou'],
        },
      });
    });

    it('without the fields that were emptied', async () => {
      const { form, sent } = await openForm();

      await form.getByRole('group', { name: '何时提醒' }).getByText('提前1天').click();

      const did = (await sent())?.did;
      const filled = did?.kind === 'send' ? Object.keys(did.filled) : [];
      expect(filled.sort()).toEqual(['kind', 'options', 'starts-at', 'title']);
    });
  });
});

/** All of these are written in a card so found, and can be seen. */
async function expectWords(page: Page, card: string, words: readonly string[]): Promise<void> {
  const shown = page.locator(card).first();
  await shown.waitFor();
  const text = await readable(shown);
  for (const word of words) expect(text).toContain(word);
}

/** What the eye can read there; what is hidden is left out. */
const readable = async (at: Locator): Promise<string> => (await at.allInnerTexts()).join('\n');

const labelsOf = (field: (typeof SAMPLE_FORM.fields)[number]): string[] =>
  'options' in field ? field.options.map(({ label }) => label) : [];
