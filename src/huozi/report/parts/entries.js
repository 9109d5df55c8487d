// Findings and changes: which are shown, and from the page to them and back.

const entries = all('.entry');
const TABS = ['pages', 'findings', 'changes', 'about'];
const KINDS = { f: { mark: 'm', said: 'at-finding', tab: 'findings' }, c: { mark: 'b', said: 'at-change', tab: 'changes' } };
let chosen = null;

// ------------------------------------------------------------ tabs

const tabsShown = () => TABS.filter((name) => byId(`tab-${name}`).offsetParent !== null);

function openTab(name) {
  document.body.dataset.tab = name;
  for (const each of TABS) {
    const tab = byId(`tab-${each}`);
    tab.setAttribute('aria-selected', String(each === name));
    tab.tabIndex = each === name ? 0 : -1;
  }
  if (name === 'pages') resize();
}

function nextTab(direction = 1) {
  const shown = tabsShown();
  const at = shown.indexOf(document.body.dataset.tab);
  const name = shown[(at + direction + shown.length) % shown.length];
  openTab(name);
  return byId(`tab-${name}`);
}

for (const pane of all('.pane')) pane.setAttribute('role', 'tabpanel');
for (const name of TABS) {
  const tab = byId(`tab-${name}`);
  tab.addEventListener('click', () => openTab(name));
  tab.addEventListener('keydown', (event) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (direction) nextTab(direction).focus();
  });
}
narrow.addEventListener('change', () => {
  if (!tabsShown().includes(document.body.dataset.tab)) openTab('findings');
  resize();
});

// ------------------------------------------------------------ to and fro

const parts = (id) => ({ kind: KINDS[id[0]], number: id.slice(1) });
const markOf = (id) => byId(parts(id).kind.mark + parts(id).number);

function choose(id) {
  for (const element of all('.entry.current, .mark.current, .bar.current')) element.classList.remove('current');
  chosen = id;
  byId(id)?.classList.add('current');
  markOf(id)?.classList.add('current');
  const { kind, number } = parts(id);
  say(kind.said, { number });
}

// The place of an entry on its page; its page, where it has no mark there.
function showMark(id, { focus = false } = {}) {
  const entry = byId(id);
  const mark = markOf(id);
  const leaf = (mark ?? byId(`p${entry.dataset.page}`))?.closest('.leaf');
  choose(id);
  if (!leaf) return;
  if (leaf.closest('[hidden]')) clearFilters();
  if (narrow.matches) openTab('pages');
  (mark ?? leaf).scrollIntoView({ block: mark ? 'center' : 'start', inline: 'nearest' });
  look(leaf);
  if (focus) (mark ?? leaf).focus({ preventScroll: true });
}

function showEntry(id, { focus = false } = {}) {
  const entry = byId(id);
  if (!entry) return;
  openTab(parts(id).kind.tab);
  if (entry.hidden) clearFilters();
  const folded = entry.closest('details');
  if (folded) folded.open = true;
  choose(id);
  entry.scrollIntoView({ block: 'nearest' });
  if (focus) entry.focus({ preventScroll: true });
}

// The next or the last entry of the list that is open; on a narrow screen the list stays as it was, and the page moves.
function step(direction) {
  const tab = document.body.dataset.tab === 'changes' || (narrow.matches && chosen?.[0] === 'c') ? 'changes' : 'findings';
  const list = entries.filter((entry) => entry.closest('.pane').id === tab && !entry.hidden);
  const at = list.findIndex((entry) => entry.id === chosen);
  const next = list[at < 0 ? (direction > 0 ? 0 : list.length - 1) : at + direction];
  if (!next) return say('no-more');
  if (narrow.matches && document.body.dataset.tab === 'pages') return showMark(next.id);
  showEntry(next.id, { focus: true });
  if (!narrow.matches) showMark(next.id);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const entry = event.target.closest('.entry');
  if (link && !link.classList.contains('skip')) {
    event.preventDefault();
    const id = link.getAttribute('href').slice(1);
    const leaf = /^p\d+$/.test(id) && !entry ? byId(id) : null;
    if (link.matches('.mark, .bar')) showEntry(id, { focus: true });
    else if (leaf) turnTo(leaf);
    else if (entry) showMark(entry.id, { focus: true });
  } else if (entry && String(window.getSelection()) === '') {
    showMark(entry.id);
  }
});

// ------------------------------------------------------------ filters

const filters = {
  search: byId('search'), rule: byId('rule'), article: byId('article'), accepted: byId('accepted'), fresh: byId('new'), changed: byId('changed'),
};
const grades = all('[data-grade]').filter((element) => element.matches('input'));
const findings = entries.filter((entry) => entry.classList.contains('finding'));
const texts = new Map(findings.map((entry) => [entry, entry.textContent.toLowerCase()]));

function isWanted(entry) {
  const wanted = filters.search.value.trim().toLowerCase();
  const leaf = byId(`p${entry.dataset.page}`);
  return grades.some((tick) => tick.checked && tick.dataset.grade === entry.dataset.grade)
    && (!filters.rule.value || filters.rule.value === entry.dataset.rule)
    && (!filters.article.value || filters.article.value === entry.dataset.article)
    && (filters.accepted.checked || !('accepted' in entry.dataset))
    && (!filters.fresh.checked || 'new' in entry.dataset)
    && (!filters.changed.checked || (leaf !== null && 'changed' in leaf.dataset))
    && texts.get(entry).includes(wanted);
}

function isFiltered() {
  return filters.search.value.trim() !== '' || filters.rule.value !== '' || filters.article.value !== ''
    || filters.fresh.checked || filters.changed.checked || grades.some((tick) => !tick.checked);
}

function filter({ aloud = true } = {}) {
  for (const entry of findings) {
    entry.hidden = !isWanted(entry);
    markOf(entry.id)?.toggleAttribute('hidden', entry.hidden);
  }
  for (const leaf of leaves) {
    leaf.hidden = filters.changed.checked && !('changed' in leaf.dataset);
    thumbs.get(leaf.dataset.page).hidden = leaf.hidden;
  }
  for (const opening of all('.opening')) opening.hidden = [...opening.children].every((leaf) => leaf.hidden);
  const shown = findings.filter((entry) => !entry.hidden).length;
  byId('count').textContent = String(shown);
  byId('none-left').hidden = shown > 0 || findings.length === 0;
  all('[data-do="reset"]')[0].hidden = !isFiltered();
  if (aloud) say('shown', { shown, all: findings.length });
}

function clearFilters() {
  filters.search.value = filters.rule.value = filters.article.value = '';
  filters.fresh.checked = filters.changed.checked = false;
  filters.accepted.checked = byId(chosen ?? '')?.classList.contains('accepted') || filters.accepted.checked;
  for (const tick of grades) tick.checked = true;
  filter();
}

byId('findings').addEventListener('input', () => filter());
