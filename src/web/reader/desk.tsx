import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import { isStatement } from '../../export/notes.ts';
import type { Span } from '../../text/span.ts';
import { decide, undoLast } from '../parts/decide.ts';
import { announce } from '../shell/announce.tsx';
import { Actions } from './actions.tsx';
import { CapturedPage } from './captured-page.tsx';
import { Card } from './card.tsx';
import { type Edit, EditPanel } from './edit-panel.tsx';
import { Layers, useHighlights, useLayers } from './layers.tsx';
import { LAYERS, layerOf, layerOfNote, type Marked } from './marks.ts';
import { Masthead, Provenance } from './masthead.tsx';
import { bringIntoView, light, useCurrent } from './reader-state.ts';
import { selectedSpan } from './selected-span.ts';
import { TextColumn } from './text-column.tsx';
import { useCardPlaces } from './use-card-places.ts';
import { useReaderKeys } from './use-reader-keys.ts';

interface Desk {
  readonly answer: DocumentAnswer;
  /** as people corrected them */
  readonly attributions: readonly Attribution[];
  readonly marked: Marked;
}

/** Text and cards beside one another, and what can be done with the current statement. */
export function Desk({ answer, attributions, marked }: Desk) {
  const { reading, standings, claims, seen } = answer;
  const [current, setCurrent] = useCurrent();
  const [layers, setLayers] = useLayers();
  const [isLit] = useHighlights();
  const [isCaptured, setCaptured] = useState(false);
  const [editing, setEditing] = useState<{ readonly edit: Edit; readonly selected: Span | null } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const cards = useRef<HTMLOListElement>(null);
  const pointed = useRef<string | null>(null);

  const shown = useMemo(
    () => marked.notes.filter((note) => layers[layerOfNote(note)] || note.anchor === current),
    [marked, layers, current],
  );
  useCardPlaces(text, cards, current, shown);

  const hover = useCallback(
    (id: string | null) => {
      pointed.current = id;
      light(root.current, id ?? current);
    },
    [current],
  );
  useEffect(() => light(root.current, pointed.current ?? current));
  useEffect(() => {
    if (current === null || isCaptured) return;
    bringIntoView(document.getElementById(`s-${current}`));
  }, [current, isCaptured]);

  const select = useCallback(
    (id: string | null) => {
      setEditing(null);
      setCurrent(id);
    },
    [setCurrent],
  );
  const byId = useMemo(() => new Map(attributions.map((one) => [one.id, one])), [attributions]);
  const depths = useMemo(() => depthsOf(byId), [byId]);
  const attribution = current === null ? null : (byId.get(current) ?? null);

  const edit = (next: Edit) => {
    if (!attribution) return announce('Choose a statement first: j, or a click on its words');
    setEditing({ edit: next, selected: text.current ? selectedSpan(text.current, reading.text) : null });
  };
  const confirm = async () => {
    if (!attribution) return announce('Choose a statement first: j, or a click on its words');
    await told(() =>
      decide({ verb: 'confirm', on: { kind: 'statement', id: attribution.id }, ...seenBy(attribution.id) }),
    );
  };
  const seenBy = (id: string) => (seen[id] === undefined ? {} : { seen: seen[id] });
  const anchors = shown.map(({ anchor }) => anchor);
  useReaderKeys(reading.id, {
    step: (by) => {
      const to = anchors[next(anchors.indexOf(current ?? ''), by, anchors.length)];
      if (to === undefined) return;
      select(to);
      cards.current?.querySelector<HTMLElement>(`#c-${CSS.escape(to)} .card-number`)?.focus({ preventScroll: true });
    },
    letGo: () => (editing ? setEditing(null) : select(null)),
    confirm: () => void confirm(),
    edit,
    undo: () => void undoLast(),
    capture: () => setCaptured((now) => !now),
  });

  const hasHeadline = reading.blocks[0]?.kind === 'headline';
  const names = reading.entities.map(({ name }) => name);
  return (
    <div className={isLit ? 'reader' : 'reader unlit'} ref={root}>
      <div className="reader-bar">
        <Layers counts={countsOf(marked)} shown={layers} set={setLayers} />
        <button type="button" className="toggle" aria-pressed={isCaptured} onClick={() => setCaptured(!isCaptured)}>
          As captured <kbd>o</kbd>
        </button>
      </div>
      {isCaptured ? (
        <CapturedPage id={reading.id} close={() => setCaptured(false)} />
      ) : (
        <article className="spread" aria-label={reading.title ?? 'Report'}>
          <div className="left">
            <Masthead answer={answer} hasHeadline={hasHeadline} />
            <TextColumn row={reading} marks={marked.marks} shown={layers} column={text} hover={hover} select={select} />
            <Provenance answer={answer} />
          </div>
          <ol
            className="cards"
            ref={cards}
            aria-label="Statements, in the order of the text"
            onMouseLeave={() => hover(null)}
          >
            {shown.map((note) => {
              const id = isStatement(note.about) ? note.about.id : null;
              const isCurrent = note.anchor === current;
              return (
                <Card
                  key={note.anchor}
                  note={note}
                  depth={(id && depths.get(id)) || 0}
                  standing={id ? standings[id] : undefined}
                  claim={id ? claims[id] : undefined}
                  row={reading}
                  isCurrent={isCurrent}
                  select={select}
                  hover={hover}
                >
                  {isCurrent &&
                    attribution &&
                    (editing ? (
                      <EditPanel
                        key={editing.edit + String(editing.selected)}
                        edit={editing.edit}
                        selected={editing.selected}
                        attribution={attribution}
                        text={reading.text}
                        seen={seen[attribution.id]}
                        names={names}
                        save={decide}
                        close={() => setEditing(null)}
                      />
                    ) : (
                      <Actions
                        id={attribution.id}
                        standing={standings[attribution.id]}
                        confirm={() => void confirm()}
                        edit={edit}
                      />
                    ))}
                </Card>
              );
            })}
          </ol>
        </article>
      )}
    </div>
  );
}

/** What a decision came to: refused ones are told, and nothing was written. */
async function told(deciding: () => Promise<unknown>): Promise<void> {
  try {
    await deciding();
  } catch (error) {
    announce((error as Error).message);
  }
}

/** next(0, 1, 3) → 1; from none the first or the last; never past an end */
export const next = (at: number, by: number, length: number): number =>
  at < 0 ? (by > 0 ? 0 : length - 1) : Math.min(Math.max(at + by, 0), length - 1);

/** How many statements each stands in. */
function depthsOf(byId: ReadonlyMap<string, Attribution>): Map<string, number> {
  const depth = (one: Attribution, seen = 0): number => {
    const outer = one.within === null ? undefined : byId.get(one.within);
    return outer && seen < byId.size ? 1 + depth(outer, seen + 1) : 0;
  };
  return new Map([...byId].map(([id, one]) => [id, depth(one)]));
}

function countsOf({ notes, marks }: Marked) {
  const counts = Object.fromEntries(LAYERS.map((layer) => [layer, 0])) as Record<(typeof LAYERS)[number], number>;
  for (const note of notes) counts[layerOfNote(note)]++;
  for (const mark of marks) if (mark.note === null) counts[layerOf(mark)]++;
  return counts;
}
