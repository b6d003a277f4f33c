import { useApp } from './app-context.ts';
import { CardView } from './card-view.tsx';
import { Hints } from './hints.tsx';
import { PassingRow } from './passing-rows.tsx';
import { TopBar } from './top-bar.tsx';

/** The first page: who one is, what to try, and the bot's own page for this person. */
export function HomePage() {
  const { state, model, words } = useApp();
  const name = state.me.name[model.language];
  const role = words.role[state.me.role];
  return (
    <main id="main" class="home" tabIndex={-1}>
      <TopBar title={words.home.title} about={`${role} · ${state.me.job[model.language]}`} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="home-scroll" tabIndex={0} aria-label={words.home.title}>
        <div class="home-column">
          <h2 class="hello">{words.home.hello(name)}</h2>
          <p class="lead">{words.home.about}</p>
          <Hints />
          {model.home && (
            <div class="home-card">
              <CardView card={model.home} spot={{}} />
            </div>
          )}
          {model.passing
            .filter(({ channel }) => !channel)
            .map((passing) => (
              <PassingRow passing={passing} direct={false} key={passing.id} />
            ))}
        </div>
      </section>
    </main>
  );
}
