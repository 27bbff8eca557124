import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { AskPerson } from './parts/ask-person.tsx';
import { undoLast } from './parts/decide.ts';
import { Notices } from './shell/announce.tsx';
import { useArrive } from './shell/arrive.ts';
import { Boundary } from './shell/boundary.tsx';
import { Nothing } from './shell/empty.tsx';
import { KeyHelp } from './shell/key-help.tsx';
import { type Binding, EVERYWHERE, useKeys } from './shell/keys.ts';
import { useLiveChanges } from './shell/live-changes.ts';
import { Navigation } from './shell/navigation.tsx';
import { Loading } from './shell/problem-note.tsx';
import { ALL_SCREENS, screenAt } from './shell/screens.ts';

const CommandPalette = lazy(() => import('./shell/command-palette.tsx'));
const Documents = lazy(() => import('./documents/documents.tsx'));
const reader = () => import('./reader/reader.tsx');
const Reader = lazy(reader);
const Versions = lazy(() => import('./versions/versions.tsx'));
const statements = () => import('./statements/statements.tsx');
const Statements = lazy(statements);
const Claims = lazy(() => import('./claims/claims.tsx'));
const claimPage = () => import('./claims/claim-page.tsx');
const ClaimPage = lazy(claimPage);
const Contested = lazy(() => import('./contested/contested.tsx'));
const Review = lazy(() => import('./review/review.tsx'));
const Add = lazy(() => import('./add/add.tsx'));
const Custody = lazy(() => import('./custody/custody.tsx'));
const Sources = lazy(() => import('./sources/sources.tsx'));
const SourcePage = lazy(() => import('./sources/source-page.tsx'));
const Places = lazy(() => import('./map/places.tsx'));
const Network = lazy(() => import('./network/network.tsx'));
const Timeline = lazy(() => import('./timeline/timeline.tsx'));
const Brief = lazy(() => import('./brief/brief.tsx'));

export function App() {
  const [isPalette, setPalette] = useState(false);
  const [isHelp, setHelp] = useState(false);
  const [path, navigate] = useLocation();
  useLiveChanges();
  useTitle(path);
  useArrive(path);
  useEffect(() => whenIdle([reader, statements, claimPage]), []);
  useKeys(
    EVERYWHERE,
    useMemo(
      () =>
        everywhere(
          navigate,
          () => setPalette(true),
          () => setHelp(true),
        ),
      [navigate],
    ),
  );
  return (
    <>
      <a className="skip" href="#main">
        Skip to the screen
      </a>
      <Navigation openPalette={() => setPalette(true)} openHelp={() => setHelp(true)} />
      <main id="main" tabIndex={-1}>
        <Boundary key={path}>
          <Suspense fallback={<Loading />}>
            <Screens />
          </Suspense>
        </Boundary>
      </main>
      <Notices />
      <AskPerson />
      <KeyHelp isOpen={isHelp} close={() => setHelp(false)} />
      {isPalette && (
        <Suspense fallback={null}>
          <CommandPalette close={() => setPalette(false)} />
        </Suspense>
      )}
    </>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/documents" replace />
      </Route>
      <Route path="/documents" component={Documents} />
      <Route path="/documents/:id/versions">{({ id }) => <Versions id={id} />}</Route>
      <Route path="/documents/:id">{({ id }) => <Reader id={id} key={id} />}</Route>
      <Route path="/statements" component={Statements} />
      <Route path="/claims" component={Claims} />
      <Route path="/claims/:id">{({ id }) => <ClaimPage id={id} />}</Route>
      <Route path="/contested" component={Contested} />
      <Route path="/review" component={Review} />
      <Route path="/add" component={Add} />
      <Route path="/custody" component={Custody} />
      <Route path="/sources" component={Sources} />
      <Route path="/sources/:key">{({ key }) => <SourcePage id={decodeURIComponent(key)} />}</Route>
      <Route path="/map" component={Places} />
      <Route path="/network" component={Network} />
      <Route path="/timeline" component={Timeline} />
      <Route path="/brief" component={Brief} />
      <Route>
        <Nothing title="No screen has this address" isScreen>
          Press g d for the documents, or Ctrl/⌘ K to find something.
        </Nothing>
      </Route>
    </Switch>
  );
}

function everywhere(navigate: (to: string) => void, openPalette: () => void, openHelp: () => void): Binding[] {
  return [
    { keys: '$mod+k', does: 'find or go to', run: openPalette },
    { keys: '[Shift]+?', does: 'these keys', run: openHelp },
    { keys: '/', does: 'search', run: () => focusSearch(navigate) },
    { keys: 'u', does: 'undo the last decision', run: () => void undoLast() },
    ...ALL_SCREENS.map(({ go, name, path }) => ({
      keys: `g ${go}`,
      does: name.toLowerCase(),
      run: () => navigate(path),
    })),
  ];
}

function focusSearch(navigate: (to: string) => void): void {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  if (field) field.focus();
  else navigate('/statements?focus=search');
}

/** The screens gone to most are there before they are asked for. */
function whenIdle(loads: readonly (() => Promise<unknown>)[]): () => void {
  const timer = setTimeout(() => {
    for (const load of loads) void load().catch(() => null); // asked for again when it is needed
  }, IDLE);
  return () => clearTimeout(timer);
}

/** In milliseconds after the first screen: it has painted by then. */
const IDLE = 1500;

function useTitle(path: string): void {
  useEffect(() => {
    const screen = screenAt(path);
    document.title = screen ? `${screen.name} – Hearsay` : 'Hearsay';
  }, [path]);
}
