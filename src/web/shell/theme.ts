import { recall, remember } from './remembered.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const themeNow = (): Theme => recall<Theme>('theme', 'system');

/** Before anything is drawn, and whenever it is changed. */
export function applyTheme(theme: Theme = themeNow()): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}

export function setTheme(theme: Theme): void {
  remember('theme', theme);
  applyTheme(theme);
}
