import { useApp } from './app-context.ts';
import { Icon, type IconName } from './icons.tsx';

type Try = {
  readonly hint: { readonly title: string; readonly about: string; readonly says: string };
  readonly icon: IconName;
  readonly channel: string;
  /** Who may do it, where the one who is played may not. */
  readonly as?: string;
};

/** Plays the organiser for those who are none. */
const ORGANISER = 'u-zhou';
const HALL = 'c-hall';

/** Three things a newcomer may try, by role; each button really does it. */
export function Hints() {
  const { state, model, doing, words } = useApp();
  const { me } = state;
  const organises = me.role === 'organiser' || me.role === 'admin';
  const poll: Try = organises
    ? { hint: words.hints.poll, icon: 'poll', channel: HALL }
    : { hint: words.hints.pollAs, icon: 'poll', channel: HALL, as: ORGANISER };
  const training: Try = organises
    ? { hint: words.hints.training, icon: 'calendar', channel: `dm-${me.id}` }
    : { hint: words.hints.trainingAs, icon: 'calendar', channel: `dm-${ORGANISER}`, as: ORGANISER };
  const tries: readonly Try[] = [
    { hint: words.hints.ask, icon: 'ask', channel: `dm-${me.id}` },
    poll,
    training,
  ];

  async function run({ hint, channel, as }: Try): Promise<void> {
    if (as) await doing.play(as);
    await doing.open({ kind: 'channel', id: channel });
    await doing.say({ channel }, hint.says);
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
