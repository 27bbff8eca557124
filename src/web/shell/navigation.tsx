import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Holdings } from './holdings.tsx';
import { PersonName } from './person.tsx';
import { SCREENS, screenAt } from './screens.ts';
import { ThemeSwitch } from './theme-switch.tsx';

interface Opens {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
}

/** The rail at the left; on small screens a bar with a menu. */
export function Navigation({ openPalette, openHelp }: Opens) {
  const [path] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const here = screenAt(path);
  return (
    <header className={isOpen ? 'rail open' : 'rail'}>
      <div className="rail-top">
        <Link href="/documents" className="brand" onClick={() => setOpen(false)}>
          Hearsay
        </Link>
        <span className="here-now">{here?.name}</span>
        <button type="button" className="find" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
          <span>Find or go to</span> <kbd>{findKey}</kbd>
        </button>
        <button
          type="button"
          className="menu-button"
          aria-expanded={isOpen}
          aria-controls="screens"
          onClick={() => setOpen(!isOpen)}
        >
          Menu
        </button>
      </div>
      <nav id="screens" aria-label="Screens">
        {SCREENS.map(({ name, screens }) => (
          <section key={name} aria-label={name}>
            <h2>{name}</h2>
            <ul>
              {screens.map((screen) => (
                <li key={screen.path}>
                  <Link
                    href={screen.path}
                    aria-current={screen === here ? 'page' : undefined}
                    onClick={() => setOpen(false)}
                  >
                    {screen.name}
                    <kbd aria-hidden="true">g {screen.go}</kbd>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <div className="rail-foot">
          <Holdings />
          <PersonName />
          <div className="rail-tools">
            <ThemeSwitch />
            <button type="button" className="quiet" onClick={openHelp}>
              Keys <kbd>?</kbd>
            </button>
          </div>
        </div>
      </nav>
    </header>
  );
}

const findKey = /Mac|iP(?:hone|ad)/.test(navigator.platform) ? '⌘ K' : 'Ctrl K';
