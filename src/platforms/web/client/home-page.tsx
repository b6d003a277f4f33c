import { useEffect, useRef } from 'preact/hooks';
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
  const passing = model.passing.filter(({ channel }) => !channel);
  const newest = passing.at(-1)?.id;
  const answers = useRef<HTMLDivElement>(null);
  // what was done further down is answered up here
  useEffect(() => {
    if (newest) answers.current?.lastElementChild?.scrollIntoView({ block: 'center' });
  }, [newest]);
  return (
    <main id="main" class="home" tabIndex={-1}>
      <TopBar title={words.home.title} about={`${role} · ${state.me.job[model.language]}`} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="home-scroll" tabIndex={0} aria-label={words.home.title}>
        <div class="home-column">
          <h2 class="hello">{words.home.hello(name)}</h2>
          <p class="lead">{words.home.about}</p>
          <div ref={answers}>
            {passing.map((it) => (
              <PassingRow passing={it} direct={false} key={it.id} />
            ))}
          </div>
          <Hints />
          {model.home && (
            <div class="home-card">
              <CardView card={model.home} spot={{}} />
            </div>
          )}
        </div>
      </section>
    </main>
  );
}
