import { type Attribution, CERTAINTIES, POLARITIES } from '../../attributions/attribution.ts';
import type { Span } from '../../text/span.ts';
import { CERTAINTY } from '../wording.ts';
import { Choice } from './choice.tsx';
import { ClaimChoice } from './claim-choice.tsx';
import { type Edited, ROLE, ROLES, type Role } from './edits.ts';

interface Field extends Edited {
  readonly names: readonly string[];
  /** id of the claim it is part of already */
  readonly claim: string | null;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** The field of an edit: a name, a choice, the selected words, a claim; none for a rejection. */
export function EditField({ edit, attribution, text, selected, names, claim, value, set }: Field) {
  switch (edit) {
    case 'speaker':
      return <Speaker value={value} set={set} text={text} selected={selected} names={names} />;
    case 'firmness':
      return <Choice name="firmness" choices={CERTAINTIES} labels={CERTAINTY} value={value} set={set} />;
    case 'denial':
      return <Choice name="polarity" choices={POLARITIES} value={value} set={set} />;
    case 'link':
      return <ClaimChoice set={set} own={claim} />;
    case 'words':
      return (
        <>
          <Choice name="the selected words are" choices={ROLES} labels={ROLE} value={value} set={set} />
          <SelectedWords text={text} selected={selected} attribution={attribution} role={value as Role} />
        </>
      );
    case 'reject':
      return null;
  }
}

function Speaker({
  value,
  set,
  text,
  selected,
  names,
}: {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly text: string;
  readonly selected: Span | null;
  readonly names: readonly string[];
}) {
  const words = selected ? text.slice(...selected) : null;
  return (
    <>
      <label>
        Speaker{' '}
        <input
          type="text"
          list="names"
          value={value}
          data-first
          onFocus={(event) => event.target.select()}
          onChange={(event) => set(event.target.value)}
        />
      </label>
      <datalist id="names">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="edit-hint">
        {words ? <>Selected in the text: “{words}”</> : 'Or select the name in the text first, then press s.'}
      </p>
    </>
  );
}

function SelectedWords({
  text,
  selected,
  attribution,
  role,
}: {
  readonly text: string;
  readonly selected: Span | null;
  readonly attribution: Attribution;
  readonly role: Role;
}) {
  const before = attribution[role].map((span) => text.slice(...span)).join(' … ');
  return (
    <p className="edit-hint">
      {role === 'hedges' ? before : <s>{before}</s>}
      <br />
      {selected ? <b>{text.slice(...selected)}</b> : 'Select the words in the text, then press e.'}
    </p>
  );
}
