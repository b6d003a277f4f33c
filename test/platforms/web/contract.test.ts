import { expect } from 'vitest';
import { directOf } from '../../../src/platforms/web/channels.ts';
import { firstFilling, typedFrom } from '../../../src/platforms/web/client/form-filling.ts';
import { personaOf } from '../../../src/platforms/web/personas.ts';
import type { Message, Shown } from '../../../src/platforms/web/wire.ts';
import { textsIn } from '../../../src/texts/index.ts';
import type { Card, Press } from '../../../src/view/card.ts';
import type { Field, Form } from '../../../src/view/form.ts';
import { platformContract, type Scene } from '../contract.ts';
import { openWorkspace } from './workspace.ts';

const HALL = 'c-hall';
const ZONE = 'Asia/Shanghai';
const { workspace } = textsIn('zh-CN');

/** Where a card stands that can be pressed, as the page says it. */
type Spot = { readonly channel?: string; readonly message?: string };
type OnShow = { readonly card: Card; readonly spot: Spot };
/** What one person's page holds besides the messages. */
type Tab = { cards: OnShow[]; form?: Form | undefined; wrong: string[] };

platformContract('the browser workspace', async (dispatch): Promise<Scene> => {
  const { platform, post, get } = await openWorkspace(dispatch);
  const people = ['u-lin', 'u-ma'] as const;
  const tabs = new Map<string, Tab>(people.map((it) => [it, { cards: [], wrong: [] }]));
  let acts = 0;

  const tabOf = (person: string): Tab => tabs.get(person) ?? { cards: [], wrong: [] };

  /** Does as the page does: an act with a fresh id, and what comes back is shown. */
  async function act(person: string, path: string, spot: Spot, body: object): Promise<void> {
    const id = `act-${String(++acts).padStart(8, '0')}`;
    const { status, is } = await post(path, { id, by: person, ...spot, ...body });
    expect(status, JSON.stringify(is)).toBe(200);
    show(tabOf(person), is.shown as Shown, spot);
  }

  function show(tab: Tab, shown: Shown, spot: Spot): void {
    tab.wrong = shown.kind === 'fields' ? Object.values(shown.wrong) : [];
    if (shown.kind === 'fields') return;
    tab.form = shown.kind === 'form' ? shown.form : undefined;
    if ('card' in shown) tab.cards.push({ card: shown.card, spot: shown.kind === 'home' ? {} : spot });
  }

  async function onShow(person: string): Promise<OnShow[]> {
    const posted = await Promise.all(
      [HALL, directOf(person)].map(async (channel) => {
        const { is } = await get(`/api/messages?by=${person}&channel=${channel}`);
        return (is.messages as Message[]).flatMap(({ id, card }) =>
          card ? [{ card, spot: { channel, message: id } }] : [],
        );
      }),
    );
    return [...posted.flat(), ...tabOf(person).cards];
  }

  const say = (person: string, channel: string, text: string): Promise<void> =>
    act(person, '/api/say', { channel }, { text });

  return {
    platform,
    channel: HALL,
    people,
    annsName: personaOf('u-lin')?.name['zh-CN'] ?? '',
    async seen(person) {
      const { form, wrong } = tabOf(person);
      return stringsIn([(await onShow(person)).map(({ card }) => card), form ?? null, wrong]);
    },
    say: (person, text) => say(person, directOf(person), text),
    mention: (person, text) => say(person, HALL, `@工友 ${text}`),
    command: (person, text) => say(person, HALL, `/gongyou ${text}`),
    openHome: (person) => act(person, '/api/home', {}, {}),
    async press(person, label) {
      const found = (await onShow(person))
        .flatMap(({ card, spot }) => pressesOf(card).map((it) => ({ ...it, spot })))
        .findLast((it) => it.label === label);
      if (!found) throw new Error(`no button ${label}`);
      await act(person, '/api/press', found.spot, found.press);
    },
    async fill(person, typed) {
      const { form } = tabOf(person);
      if (!form) throw new Error('no form is open');
      const fields = form.fields.map((it) => (it.name in typed ? { ...it, value: typed[it.name] } : it));
      const filling = firstFilling(fields as Field[], ZONE);
      const body = { ...form.press, typed: typedFrom(form.fields, filling) };
      await act(person, '/api/send', { channel: HALL }, body);
    },
    close: () => platform.stop(),
  };
});

/** What can be pressed in a card, by the words a screen reader says. */
function pressesOf({ blocks }: Card): { label: string; press: Press }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons.map(({ label, press }) => ({ label, press }));
    if (block.kind !== 'tally') return [];
    return block.rows.flatMap(({ label, press }) =>
      press ? [{ label: workspace.card.vote(label), press }] : [],
    );
  });
}

/** Every string of a value, line by line. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n');
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
