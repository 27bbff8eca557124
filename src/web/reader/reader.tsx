import { useMemo } from 'react';
import type { DocumentAnswer } from '../../api/client.ts';
import { asCorrected } from '../../ledger/corrected-attribution.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { Shown } from '../shell/problem-note.tsx';
import { Desk } from './desk.tsx';
import { markedOf } from './marks.ts';

/** One report: its text at left, a card for every statement at right. */
export default function Reader({ id }: { readonly id: string }) {
  const answer = useAnswer(['document', id], (init) => api.document(id, init));
  return (
    <Shown answer={answer} lines={14}>
      {(data) => <Read answer={data} />}
    </Shown>
  );
}

function Read({ answer }: { readonly answer: DocumentAnswer }) {
  const { reading, standings } = answer;
  const attributions = useMemo(
    () => reading.attributions.map((one) => asCorrected(one, standings[one.id])),
    [reading, standings],
  );
  const marked = useMemo(() => markedOf(reading, attributions), [reading, attributions]);
  return <Desk answer={answer} attributions={attributions} marked={marked} />;
}
