import { useApp } from './app-context.ts';
import { Icon, type IconName } from './icons.tsx';

type Hint = { readonly title: string; readonly about: string; readonly says?: string };
type Try = { readonly hint: Hint; readonly icon: IconName; readonly channel: string };

/** Three things a newcomer may try, by role; each button really does it. */
export function Hints() {
  const { state, model, doing, words } = useApp();
  const { me } = state;
  const direct = `dm-${me.id}`;
  const organises = me.role === 'organiser' || me.role === 'admin';
  const tries: readonly Try[] = [
    { hint: words.hints.ask, icon: 'ask', channel: direct },
    { hint: organises ? words.hints.poll : words.hints.pollMember, icon: 'poll', channel: 'c-hall' },
    {
      hint: organises ? words.hints.training : words.hints.trainingMember,
      icon: 'calendar',
      channel: direct,
    },
  ];

  async function run({ hint, channel }: Try): Promise<void> {
    await doing.open({ kind: 'channel', id: channel });
    if (hint.says) await doing.say({ channel }, hint.says);
  }

  return (
    <section class="hints" aria-labelledby="hints-title">
      <header>
        <h3 id="hints-title">{words.home.try}</h3>
        <button
          type="button"
          class="link"
          aria-expanded={model.hints}
          onClick={() => doing.showHints(!model.hints)}
        >
          {model.hints ? words.home.hide : words.home.show}
        </button>
      </header>
      {model.hints && (
        <ul>
          {tries.map((each) => (
            <li key={each.hint.title}>
              <button type="button" onClick={() => void run(each)}>
                <span class="hint-icon">
                  <Icon name={each.icon} size={22} />
                </span>
                <strong>{each.hint.title}</strong>
                <span>{each.hint.about}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
