import { toggleChosen, useChosen } from './chosen.ts';

export function AddToBrief({ id }: { readonly id: string }) {
  const [chosen] = useChosen();
  const isIn = chosen.includes(id);
  return (
    <button type="button" aria-pressed={isIn} onClick={() => toggleChosen(id)}>
      {isIn ? 'In the brief' : 'To the brief'}
    </button>
  );
}
