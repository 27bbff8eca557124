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
import type { DocumentRow, SourceCount } from '../../api/client.ts';
import { useAnswer } from '../answer.ts';
import { api } from '../api.ts';
import { sourceAddress } from '../sources/source-address.ts';
import { titleOf } from '../wording.ts';
import { type KeyGroup, keyLabel, useKeyGroups } from './keys.ts';
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
  const words = typed.trim();
  const sought = words.toLowerCase();
  const isSearch = sought.length >= SHORTEST;
  const documents = useAnswer(
    ['documents', sought],
    (init) => api.documents({ search: sought, limit: MOST }, init),
    isSearch,
  );
  const sources = useAnswer(['sources'], (init) => api.sources({ limit: 1000 }, init), isSearch);
  return useMemo(() => {
    const fits = ({ name, note }: Item) => `${name} ${note}`.toLowerCase().includes(sought);
    const search = { id: 'search', name: `Statements with “${words}”`, note: 'search all' };
    const to = (path: string) => () => navigate(path);
    return [
      {
        name: 'Search',
        items: isSearch ? [{ ...search, run: to(`/statements?search=${encodeURIComponent(words)}`) }] : [],
      },
      { name: 'Screens', items: screenItems(navigate).filter(fits) },
      { name: 'Reports', items: isSearch ? (documents.data?.rows ?? []).map((row) => reportItem(row, to)) : [] },
      {
        name: 'Sources',
        items: isSearch
          ? (sources.data?.rows ?? [])
              .map((row) => sourceItem(row, to))
              .filter(fits)
              .slice(0, MOST)
          : [],
      },
      { name: 'On this screen', items: keyItems(groups).filter(fits) },
    ].filter(({ items }) => items.length > 0);
  }, [sought, words, isSearch, groups, documents.data, sources.data, navigate]);
}

type To = (path: string) => () => void;

const screenItems = (navigate: (path: string) => void): Item[] =>
  ALL_SCREENS.map(({ name, path, does, go }) => {
    return { id: path, name, note: `${does} · g ${go}`, run: () => navigate(path) };
  });

const reportItem = (row: DocumentRow, to: To): Item => {
  return { id: `document ${row.id}`, name: titleOf(row), note: row.outlet ?? '', run: to(`/documents/${row.id}`) };
};

const sourceItem = ({ key, name, kind }: SourceCount, to: To): Item => {
  return { id: `source ${key}`, name, note: kind ?? 'source', run: to(sourceAddress(key)) };
};

/** What the keys of this screen do, but for those that go elsewhere. */
const keyItems = (groups: readonly KeyGroup[]): Item[] =>
  groups
    .flatMap(({ bindings }) => bindings)
    .filter(({ keys }) => !keys.startsWith('g ') && !keys.startsWith('$mod'))
    .map(({ keys, does, run }) => {
      return { id: `key ${keys}`, name: does, note: keyLabel(keys), run: () => run(new KeyboardEvent('keydown')) };
    });
