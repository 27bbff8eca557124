import { useMemo } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import type { Attribution } from '../../attributions/attribution.ts';
import { isStatement } from '../../export/notes.ts';
import { decide } from '../parts/decide.ts';
import { Actions, Steps } from './actions.tsx';
import { Card } from './card.tsx';
import { EditPanel } from './edit-panel.tsx';
import type { useDesk } from './use-desk.ts';

interface List {
  readonly answer: DocumentAnswer;
  readonly attributions: readonly Attribution[];
  readonly desk: ReturnType<typeof useDesk>;
}

/** A card for everything shown, in the order of the text; the current one can be acted on. */
export function CardList({ answer, attributions, desk }: List) {
  const { reading, standings, claims, calledWrong } = answer;
  const { cards, shown, current, hover, select } = desk;
  const depths = useMemo(() => depthsOf(attributions), [attributions]);
  return (
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
            isCalledWrong={id !== null && calledWrong.includes(id)}
            row={reading}
            isCurrent={isCurrent}
            select={select}
            hover={hover}
          >
            {isCurrent && <Doing answer={answer} desk={desk} />}
          </Card>
        );
      })}
    </ol>
  );
}

/** What can be done with the current statement, or what is being done. */
function Doing({ answer, desk }: Omit<List, 'attributions'>) {
  const { reading, standings, seen } = answer;
  const { attribution, editing, confirm, edit, step, close } = desk;
  const names = useMemo(() => [...new Set(reading.entities.map(({ name }) => name))], [reading]);
  if (!attribution) return <Steps step={step} />;
  const { id } = attribution;
  if (!editing) return <Actions id={id} standing={standings[id]} confirm={confirm} edit={edit} step={step} />;
  return (
    <EditPanel
      key={editing.edit + String(editing.selected)}
      {...editing}
      attribution={attribution}
      text={reading.text}
      seen={seen[id]}
      names={names}
      claim={answer.claims[id]?.id ?? null}
      save={decide}
      close={close}
    />
  );
}

/** How many statements each stands in. */
function depthsOf(attributions: readonly Attribution[]): Map<string, number> {
  const byId = new Map(attributions.map((one) => [one.id, one]));
  const depth = (one: Attribution, steps = 0): number => {
    const outer = one.within === null ? undefined : byId.get(one.within);
    return outer && steps < byId.size ? 1 + depth(outer, steps + 1) : 0;
  };
  return new Map(attributions.map((one) => [one.id, depth(one)]));
}
