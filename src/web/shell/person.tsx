import { recall, remember, useRemembered } from './remembered.ts';

/** Under whose name decisions go into the log. On loopback nobody signs in: the name is what its user types. */
export const usePerson = () => useRemembered('person', '');

export const personNow = (): string => recall('person', '');

export const setPerson = (name: string): void => remember('person', name.trim());

export function PersonName() {
  const [name, setName] = usePerson();
  return (
    <label className="person">
      <span>Deciding as</span>
      <input
        value={name}
        placeholder="your name"
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
    </label>
  );
}
