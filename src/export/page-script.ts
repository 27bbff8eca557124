// Runs in the page. The page is whole without it; it adds lighting, keys, filters and switches.
// Delegated listeners only: a page may hold tens of thousands of marks.
export const SCRIPT = `'use strict';
const root = document.documentElement;
const $ = (query, from = document) => [...from.querySelectorAll(query)];
const idOf = (node) => (node && node.closest ? node.closest('[data-s]') : null)?.dataset.s ?? null;
const parts = (id) => (id === null ? [] : $('[data-s="' + CSS.escape(id) + '"]'));
const numberOf = (id) => parts(id).find((part) => part.matches('.ref')) ?? null;
const cardOf = (id) => document.getElementById('c-' + id);
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const keep = (key, value) => { try { localStorage.setItem('hearsay.' + key, value); } catch {} };
const kept = (key) => { try { return localStorage.getItem('hearsay.' + key); } catch { return null; } };

let current = null;
let lit = null;
const paint = (id, name, isOn) => { for (const part of parts(id)) part.classList.toggle(name, isOn); };
const light = (id) => { if (id === lit) return; paint(lit, 'lit', false); paint((lit = id), 'lit', true); };
const choose = (id) => {
  if (id !== current) { paint(current, 'current', false); paint((current = id), 'current', true); }
  light(id);
  if (id !== null) try { history.replaceState(null, '', '#s-' + id); } catch {}
};
const show = (node, block) => node?.scrollIntoView({ block, behavior: calm.matches ? 'auto' : 'smooth' });
const isSeen = (node) => node.getClientRects().length > 0;

const go = (id) => {
  choose(id);
  const target = numberOf(id);
  const focus = target && isSeen(target) ? target : cardOf(id);
  focus?.focus({ preventScroll: true });
  show(focus, 'center');
};
const step = (by) => {
  const cards = $('.card').filter(isSeen);
  if (!cards.length) return;
  const at = cards.findIndex((card) => card.dataset.s === current);
  const below = cards.findIndex((card) => card.getBoundingClientRect().bottom > 80);
  const next = at >= 0 ? at + by : by > 0 ? Math.max(below, 0) : below - 1;
  go(cards[Math.min(Math.max(next, 0), cards.length - 1)].dataset.s);
};
const stepReport = (by) => {
  const reports = $('article');
  const above = reports.findLastIndex((report) => report.getBoundingClientRect().top < 120);
  const next = reports[Math.min(Math.max(above + by, 0), reports.length - 1)];
  show(next, 'start');
};
const across = (from) => {
  const id = idOf(from);
  if (id === null) return;
  choose(id);
  const isCard = from.closest('.card') !== null;
  const to = isCard ? numberOf(id) : cardOf(id);
  if (!to || !isSeen(to)) return;
  to.focus({ preventScroll: true });
  show(to, isCard ? 'center' : 'nearest');
};

const filter = (name) => {
  root.dataset.filter = name;
  for (const button of $('[data-filter]', document.body)) button.setAttribute('aria-pressed', String(button.dataset.filter === name));
  const shown = $('.card').filter(isSeen).length;
  document.querySelector('.heard').textContent = shown + ' shown';
};
const turn = (name, isOn) => {
  root.dataset[name] = isOn ? 'on' : 'off';
  document.querySelector('[data-switch="' + name + '"]').setAttribute('aria-pressed', String(isOn));
  keep(name, isOn ? 'on' : 'off');
};
const toggle = (name) => turn(name, root.dataset[name] !== 'on');
const help = document.getElementById('help');
const land = () => {
  const m = /^#[sc]-(.+)$/.exec(location.hash);
  if (!m) return;
  const id = decodeURIComponent(m[1]);
  if (parts(id).length) { choose(id); show(numberOf(id) ?? cardOf(id), 'center'); }
};

root.classList.add('js');
document.querySelector('.tools').hidden = false;
root.dataset.filter = 'all';
turn('marks', kept('marks') !== 'off');
turn('voice', kept('voice') === 'on');
land();

addEventListener('hashchange', land);
let mouse = '';
document.addEventListener('mouseover', (event) => {
  const at = event.screenX + ' ' + event.screenY;
  if (at === mouse) return; // the page moved, not the hand
  mouse = at;
  light(idOf(event.target) ?? current);
});
document.addEventListener('mouseleave', () => light(current));
document.addEventListener('focusin', (event) => { const id = idOf(event.target); if (id !== null) light(id); });
document.addEventListener('focusout', () => light(current));
document.addEventListener('click', (event) => {
  const at = event.target;
  const button = at.closest('button');
  if (button?.dataset.filter) return filter(button.dataset.filter);
  if (button?.dataset.switch) return toggle(button.dataset.switch);
  if (button?.matches('.ask')) return help.showModal();
  if (button?.matches('.shut')) return help.close();
  const number = at.closest('.ref, .num');
  if (number) { event.preventDefault(); return across(number); }
  if (at.closest('a') || !getSelection().isCollapsed) return;
  const id = idOf(at);
  if (id === null) return choose(null);
  choose(id);
  show(at.closest('.card') ? numberOf(id) : cardOf(id), 'nearest');
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  const { key } = event;
  if (key === 'j') step(1);
  else if (key === 'k') step(-1);
  else if (key === 'n') stepReport(1);
  else if (key === 'p') stepReport(-1);
  else if (key === 'h') toggle('marks');
  else if (key === 'v') toggle('voice');
  else if (key === '?') help.showModal();
  else if (key === 'Escape') choose(null);
  else if (key === 'Enter' && event.target.matches('.card')) across(event.target);
  else return;
  event.preventDefault();
});
`;
