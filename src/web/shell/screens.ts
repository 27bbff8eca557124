/** The screens, in the order of the rail; `go` is the letter after g. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly go: string;
  readonly does: string;
}

export const SCREENS: readonly { readonly name: string; readonly screens: readonly Screen[] }[] = [
  {
    name: 'Reports',
    screens: [
      { name: 'Documents', path: '/documents', go: 'd', does: 'what was read' },
      { name: 'Add', path: '/add', go: 'a', does: 'drop, paste or fetch reports' },
      { name: 'Review', path: '/review', go: 'r', does: 'one statement at a time, most doubtful first' },
    ],
  },
  {
    name: 'Ledger',
    screens: [
      { name: 'Statements', path: '/statements', go: 'l', does: 'who said what, on whose word' },
      { name: 'Sources', path: '/sources', go: 's', does: 'who speaks, and through whom' },
      { name: 'Claims', path: '/claims', go: 'c', does: 'the same thing said in several reports' },
      { name: 'Contested', path: '/contested', go: 'x', does: 'denials and differing figures' },
    ],
  },
  {
    name: 'Views',
    screens: [
      { name: 'Timeline', path: '/timeline', go: 't', does: 'when it happened, was said, was captured' },
      { name: 'Map', path: '/map', go: 'm', does: 'places, as precisely as they are named' },
      { name: 'Network', path: '/network', go: 'n', does: 'who passes on whom' },
    ],
  },
  {
    name: 'Record',
    screens: [
      { name: 'Brief', path: '/brief', go: 'b', does: 'chosen statements, to print or paste' },
      { name: 'Custody', path: '/custody', go: 'k', does: 'the log, its check, decisions and undo' },
    ],
  },
];

export const ALL_SCREENS: readonly Screen[] = SCREENS.flatMap(({ screens }) => screens);

/** "/claims/6dae1a91" → the screen Claims */
export const screenAt = (path: string): Screen | null =>
  ALL_SCREENS.find((screen) => path === screen.path || path.startsWith(`${screen.path}/`)) ?? null;
