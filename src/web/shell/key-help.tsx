import { useEffect, useRef } from 'react';
import { keyLabel, useKeyGroups } from './keys.ts';
import { Legend } from './legend.tsx';

/** All keys that do something here. */
export function KeyHelp({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const groups = useKeyGroups();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="key-help" aria-labelledby="key-help-title" onClose={close}>
      <header>
        <h2 id="key-help-title">Keys</h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </header>
      <div className="key-groups">
        {groups.map(({ name, bindings }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {bindings.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keyLabel(keys)}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {isOpen && <Legend />}
    </dialog>
  );
}
