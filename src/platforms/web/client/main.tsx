import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './styles/base.css';
import './styles/layout.css';
import './styles/messages.css';
import './styles/cards.css';
import './styles/forms.css';
import { AppContext } from './app-context.ts';
import { createDoing, NEWCOMER } from './doing.ts';
import { createHolder, type View } from './model.ts';
import * as prefs from './prefs.ts';
import { wordsIn } from './words.ts';
import { Workspace } from './workspace.tsx';

function viewInAddress(): { view: View; thread?: string } {
  const [, channel, thread] = location.hash.split('/');
  if (!channel) return { view: { kind: 'home' } };
  return { view: { kind: 'channel', id: channel }, ...(thread ? { thread } : {}) };
}

const language = prefs.keptLanguage();
const theme = prefs.keptTheme();
document.documentElement.lang = language;
prefs.showTheme(theme);

const person = prefs.keptPerson() || NEWCOMER;

const holder = createHolder({
  person,
  language,
  theme,
  ...viewInAddress(),
  drawer: false,
  hints: prefs.keptHints(),
  loaded: {},
  unread: {},
  passing: prefs.keptPassing(person),
  pending: [],
  busy: [],
  heard: '',
  offline: false,
});
const doing = createDoing(holder);
let kept = holder.get().passing;
holder.watch(() => {
  const { person, passing } = holder.get();
  if (passing !== kept) prefs.keepPassing(person, passing);
  kept = passing;
});

window.addEventListener('hashchange', () => {
  const { view, thread } = viewInAddress();
  const now = holder.get();
  const isHere = JSON.stringify([view, thread]) === JSON.stringify([now.view, now.thread]);
  if (!isHere && now.state) void doing.open(view, thread);
});

function Root() {
  const [model, show] = useState(holder.get());
  useEffect(() => {
    const stop = holder.watch(() => show(holder.get()));
    void doing.boot();
    return () => {
      stop();
    };
  }, []);
  const words = wordsIn(model.language);
  document.title = words.title;
  const { state } = model;
  if (!state)
    return (
      <p class="waiting" role="status">
        {model.notice?.text ?? words.chat.loading}
      </p>
    );
  return (
    <AppContext.Provider value={{ model, state, doing, words }}>
      <Workspace />
    </AppContext.Provider>
  );
}

const root = document.getElementById('app');
if (root) render(<Root />, root);
