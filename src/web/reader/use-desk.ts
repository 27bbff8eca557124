import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import type { Span } from '../../text/span.ts';
import { decide, undoLast } from '../parts/decide.ts';
import { announce } from '../shell/announce.tsx';
import { next } from '../shell/use-row-keys.ts';
import { wordsOf } from '../shell/way-out.ts';
import type { Edit } from './edits.ts';
import { useLayers } from './layers.tsx';
import { layerOfNote, type Marked } from './marks.ts';
import { bringIntoView, light, useCurrent } from './reader-state.ts';
import { selectedSpan } from './selected-span.ts';
import { useCardPlaces } from './use-card-places.ts';
import { useReaderKeys } from './use-reader-keys.ts';

/** What is being corrected of the current statement. */
export interface Editing {
  readonly edit: Edit;
  /** words that were selected in the text when it began */
  readonly selected: Span | null;
}

/** A statement that was missed is being added. */
export interface Adding {
  /** words that were selected in the text when it began */
  readonly selected: Span | null;
  /** hash of that text: a newer reading can have another */
  readonly sha256: string;
}

/** What the reader remembers while a report is open, and what its keys do. */
export function useDesk({ reading, seen }: DocumentAnswer, attributions: readonly Attribution[], marked: Marked) {
  const [current, setCurrent] = useCurrent();
  const [layers, setLayers] = useLayers();
  const [isCaptured, setCaptured] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [isTelling, setTelling] = useState(false);
  const [root, text, cards] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLOListElement>(null),
  ];
  // the button that begins to add, and what was added last, until its card has the focus
  const [adder, arrived] = [useRef<HTMLButtonElement>(null), useRef<string | null>(null)];
  const teller = useRef<HTMLButtonElement>(null);
  const shown = useMemo(
    () => marked.notes.filter((note) => layers[layerOfNote(note)] || note.anchor === current),
    [marked, layers, current],
  );
  const hover = useLight(root, current);
  useCardPlaces(text, cards, current, shown);
  useEffect(() => {
    if (current !== null && !isCaptured) bringIntoView(document.getElementById(`s-${current}`));
  }, [current, isCaptured]);
  const select = useCallback(
    (id: string | null) => {
      setEditing(null);
      setCurrent(id);
    },
    [setCurrent],
  );
  const attribution = attributions.find(({ id }) => id === current) ?? null;
  const cardNumber = (id: string) => cards.current?.querySelector<HTMLElement>(`#c-${CSS.escape(id)} .card-number`);
  // its card stands there only once the report came anew
  useEffect(() => {
    const card = arrived.current === null ? null : cardNumber(arrived.current);
    if (!card) return;
    arrived.current = null;
    card.focus({ preventScroll: true });
  });

  const edit = (next: Edit) => {
    if (adding || isTelling) return announce(FINISH);
    if (!attribution) return announce(current === null ? CHOOSE : UNKNOWN);
    setEditing({ edit: next, selected: text.current && selectedSpan(text.current, reading.text) });
  };
  const confirm = () => {
    if (!attribution) return announce(current === null ? CHOOSE : UNKNOWN);
    const { id } = attribution;
    const told = { verb: 'confirm', on: { kind: 'statement', id } } as const;
    decide(seen[id] === undefined ? told : { ...told, seen: seen[id] }).catch((error: unknown) =>
      announce(wordsOf(error)),
    );
  };
  const add = () => {
    const selected = text.current && selectedSpan(text.current, reading.text);
    if (isCaptured) return announce(TO_TEXT);
    if (isTelling) return announce(FINISH);
    select(null);
    if (!adding) setAdding({ selected, sha256: reading.sha256 });
  };
  const added = (id: string) => {
    setAdding(null);
    select(id);
    arrived.current = id;
  };
  const stopAdding = () => {
    setAdding(null);
    adder.current?.focus({ preventScroll: true });
  };
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ anchor }) => anchor === current);
    const to = shown[next(at, by, shown.length)]?.anchor;
    if (to === undefined) return;
    select(to);
    cardNumber(to)?.focus({ preventScroll: true });
  };
  const capture = () => (adding || isTelling ? announce(FINISH) : setCaptured((now) => !now));
  const tell = () => {
    if (isCaptured) return announce(TO_TEXT);
    if (adding || editing) return announce(FINISH);
    if (isTelling) teller.current?.focus({ preventScroll: true });
    setTelling(!isTelling);
  };
  const letGo = () => (isTelling ? tell() : adding ? stopAdding() : editing ? setEditing(null) : select(null));
  // while a form is open only the form decides: words may be selected for it, and the keys go to the page
  const unlessEditing = (act: () => void) => () => {
    if (!editing && !adding && !isTelling) act();
  };
  const undo = () => void undoLast();
  useReaderKeys(reading.id, {
    ...{ step, letGo, edit, capture, add, tell },
    ...{ confirm: unlessEditing(confirm), undo: unlessEditing(undo) },
  });

  return {
    ...{ root, text, cards, current, attribution, shown, layers, setLayers, hover, select },
    ...{ isCaptured, capture, editing, edit, confirm, step, close: () => setEditing(null) },
    ...{ adding, adder, add, added, stopAdding, isTelling, tell, teller },
  };
}

const CHOOSE = 'Choose a statement first: j, or a click on its words';
const TO_TEXT = 'Go back to the text first, with o';
const FINISH = 'Finish the form that is open first, or let it go: Esc';
const UNKNOWN = 'This is said not to be known, and nobody’s statement: j goes on to the next';

/** Lights what is pointed at, else the current statement. */
function useLight(root: React.RefObject<HTMLElement | null>, current: string | null): (id: string | null) => void {
  const pointed = useRef<string | null>(null);
  useEffect(() => light(root.current, pointed.current ?? current));
  return useCallback(
    (id) => {
      pointed.current = id;
      light(root.current, id ?? current);
    },
    [root, current],
  );
}
