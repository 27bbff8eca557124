import { type MouseEvent, type RefObject, useEffect } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import { titleOf } from '../wording.ts';
import { AddPanel } from './add-panel.tsx';
import { CapturedPage } from './captured-page.tsx';
import { CardList } from './card-list.tsx';
import { Layers, useHighlights } from './layers.tsx';
import { LAYERS, type Layer, layerOf, layerOfNote, type Marked } from './marks.ts';
import { Masthead, Provenance } from './masthead.tsx';
import { TextColumn } from './text-column.tsx';
import { useDesk } from './use-desk.ts';
import { useSelection } from './use-selection.ts';

interface Open {
  readonly answer: DocumentAnswer;
  /** as people corrected them */
  readonly attributions: readonly Attribution[];
  readonly marked: Marked;
}

/** Text and cards beside one another, and what can be done with the current statement. */
export function Desk({ answer, attributions, marked }: Open) {
  const { reading } = answer;
  const desk = useDesk(answer, attributions, marked);
  const { root, text, layers, setLayers, hover, select, isCaptured, capture } = desk;
  const { adding, adder, add, added, stopAdding, isTelling, tell, teller } = desk;
  const [isLit] = useHighlights();
  useEffect(() => {
    document.title = `${titleOf(reading)} – Hearsay`;
  }, [reading]);
  return (
    <div className={isLit ? 'reader' : 'reader unlit'} ref={root}>
      <div className="reader-bar">
        <Layers counts={countsOf(marked)} shown={layers} set={setLayers} />
        <button
          ref={adder}
          type="button"
          className="toggle"
          aria-pressed={adding !== null}
          onMouseDown={keepSelection}
          onClick={adding ? stopAdding : add}
        >
          Add a statement <kbd>i</kbd>
        </button>
        <button type="button" className="toggle" aria-pressed={isCaptured} onClick={capture}>
          As captured <kbd>o</kbd>
        </button>
      </div>
      {isCaptured ? (
        <CapturedPage id={reading.id} close={capture} />
      ) : (
        <article className="spread" aria-label={reading.title ?? 'Report'}>
          <div className="left">
            <Masthead
              answer={answer}
              hasHeadline={reading.blocks[0]?.kind === 'headline'}
              {...{ isTelling, tell, teller }}
            />
            <TextColumn row={reading} marks={marked.marks} shown={layers} column={text} hover={hover} select={select} />
            <Provenance answer={answer} />
          </div>
          <CardList answer={answer} attributions={attributions} desk={desk} />
          {adding ? (
            <AddPanel
              key={reading.sha256}
              {...{ answer, attributions, column: text, added }}
              selected={adding.sha256 === reading.sha256 ? adding.selected : null}
              close={stopAdding}
            />
          ) : (
            <AddSelected column={text} text={reading.text} add={add} />
          )}
        </article>
      )}
    </div>
  );
}

/** A button that is pressed takes the selection away. */
const keepSelection = (event: MouseEvent) => event.preventDefault();

/** Where there are no keys: the style shows it on small screens alone, as long as words are selected. */
function AddSelected({
  column,
  text,
  add,
}: {
  readonly column: RefObject<HTMLElement | null>;
  readonly text: string;
  readonly add: () => void;
}) {
  if (useSelection(column, text) === null) return null;
  return (
    <button type="button" className="add-selected primary" onMouseDown={keepSelection} onClick={add}>
      Add as a statement
    </button>
  );
}

function countsOf({ notes, marks }: Marked): Record<Layer, number> {
  const counts = Object.fromEntries(LAYERS.map((layer) => [layer, 0])) as Record<Layer, number>;
  for (const note of notes) counts[layerOfNote(note)]++;
  for (const mark of marks) if (mark.note === null) counts[layerOf(mark)]++;
  return counts;
}
