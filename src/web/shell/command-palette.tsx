import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useLocation } from 'wouter';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { sourceAddress } from '../sources/source-address.ts';
import { keyLabel, useKeyGroups } from './keys.ts';
import { ALL_SCREENS } from './screens.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly run: () => void;
}

interface Section {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Ctrl/⌘ K: go to a screen, a report, a source; search all statements; do what a key of this screen does. */
export default function CommandPalette({ close }: { readonly close: () => void }) {
  const [typed, setTyped] = useState('');
  const sections = useSections(typed);
  const act = (id: string | number) => {
    const item = sections.flatMap(({ items }) => items).find((one) => one.id === id);
    close();
    item?.run();
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()} className="veil">
      <Modal className="palette">
        <Dialog aria-label="Find or go to">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label="Find or go to" autoFocus>
              <Input placeholder="Find or go to…" />
            </SearchField>
            <Menu
              className="palette-list"
              onAction={act}
              renderEmptyState={() => <p className="palette-none">Nothing by that name.</p>}
            >
              {sections.map(({ name, items }) => (
                <MenuSection key={name}>
                  <Header>{name}</Header>
                  {items.map((item) => (
                    <MenuItem key={item.id} id={item.id} textValue={`${item.name} ${item.note}`}>
                      <span>{item.name}</span>
                      <small>{item.note}</small>
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const MOST = 6;
const SHORTEST = 2;

function useSections(typed: string): readonly Section[] {
  const [, navigate] = useLocation();
  const groups = useKeyGroups();
  const sought = typed.trim().toLowerCase();
  const isSearch = sought.length >= SHORTEST;
  const documents = useAnswer(
    ['documents', sought],
    (init) => api.documents({ search: sought, limit: MOST }, init),
    isSearch,
  );
  const sources = useAnswer(['sources'], (init) => api.sources({ limit: 1000 }, init), isSearch);
  return useMemo(() => {
    const matches = (...words: string[]) => words.join(' ').toLowerCase().includes(sought);
    const screens = ALL_SCREENS.filter(({ name, does }) => matches(name, does)).map(({ name, path, does, go }) => ({
      id: path,
      name,
      note: `${does} · g ${go}`,
      run: () => navigate(path),
    }));
    const actions = groups
      .flatMap(({ bindings }) => bindings)
      .filter(({ keys, does }) => !keys.startsWith('g ') && !keys.startsWith('$mod') && matches(does))
      .map(({ keys, does, run }) => ({
        id: `key ${keys}`,
        name: does,
        note: keyLabel(keys),
        run: () => run(new KeyboardEvent('keydown')),
      }));
    const found: Item[] = isSearch
      ? [
          {
            id: 'search',
            name: `Statements with “${typed.trim()}”`,
            note: 'search all',
            run: () => navigate(`/statements?search=${encodeURIComponent(typed.trim())}`),
          },
        ]
      : [];
    const reports = (isSearch ? (documents.data?.rows ?? []) : []).map(({ id, title, outlet }) => ({
      id: `document ${id}`,
      name: title ?? id,
      note: outlet ?? '',
      run: () => navigate(`/documents/${id}`),
    }));
    const speakers = (isSearch ? (sources.data?.rows ?? []) : [])
      .filter(({ name }) => matches(name))
      .slice(0, MOST)
      .map(({ key, name, kind }) => ({
        id: `source ${key}`,
        name,
        note: kind ?? 'source',
        run: () => navigate(sourceAddress(key)),
      }));
    return [
      { name: 'Search', items: found },
      { name: 'Screens', items: screens },
      { name: 'Reports', items: reports },
      { name: 'Sources', items: speakers },
      { name: 'On this screen', items: actions },
    ].filter(({ items }) => items.length > 0);
  }, [sought, typed, isSearch, groups, documents.data, sources.data, navigate]);
}
