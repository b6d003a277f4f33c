import { useApp } from './app-context.ts';
import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';

const LANGUAGES = [
  { id: 'zh-CN', name: '中文' },
  { id: 'en', name: 'English' },
] as const;
const THEMES = ['auto', 'light', 'dark'] as const;

/** Language and appearance. */
export function Settings() {
  const { model, doing, words } = useApp();
  return (
    <Popover
      kind="settings"
      label={`${words.settings.language} · ${words.settings.theme}`}
      button={<Icon name="tune" />}
    >
      {() => (
        <>
          <fieldset class="choice">
            <legend>{words.settings.language}</legend>
            {LANGUAGES.map(({ id, name }) => (
              <button
                type="button"
                key={id}
                lang={id}
                aria-pressed={model.language === id}
                onClick={() => void doing.speak(id)}
              >
                {name}
              </button>
            ))}
          </fieldset>
          <fieldset class="choice">
            <legend>{words.settings.theme}</legend>
            {THEMES.map((theme) => (
              <button
                type="button"
                key={theme}
                aria-pressed={model.theme === theme}
                onClick={() => doing.setTheme(theme)}
              >
                {words.settings[theme]}
              </button>
            ))}
          </fieldset>
        </>
      )}
    </Popover>
  );
}
