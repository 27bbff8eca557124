import { useState } from 'react';
import { setTheme, THEMES, themeNow } from './theme.ts';

const NAMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

export function ThemeSwitch() {
  const [theme, setNow] = useState(themeNow);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
  return (
    <button
      type="button"
      className="quiet"
      title={`${NAMES[theme]}; press for: ${NAMES[next].toLowerCase()}`}
      onClick={() => {
        setTheme(next);
        setNow(next);
      }}
    >
      <span className={`theme-sign ${theme}`} aria-hidden="true" /> <span className="visually-hidden">Paper: </span>
      {theme === 'system' ? 'Auto' : NAMES[theme]}
    </button>
  );
}
