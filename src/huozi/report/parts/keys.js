// Buttons and keys, and the beginning.

const help = byId('help');

function findText() {
  openTab('findings');
  filters.search.focus();
  filters.search.select();
}

function nextComparison() {
  if (!root.classList.contains('with-before')) return;
  compare(root.dataset.compare === 'now' ? 'before' : 'now');
}

const DEEDS = {
  single: () => setSpreads(false),
  spreads: () => setSpreads(true),
  smaller: () => zoomBy(-1),
  larger: () => zoomBy(1),
  fit: () => zoomTo(0),
  actual: () => zoomTo(100),
  language: changeLanguage,
  theme: changeTheme,
  help: () => help.showModal(),
  reset: () => { clearFilters(); filters.search.focus(); },
};

const KEYS = new Map([
  ['ArrowRight', () => turn(1)],
  ['ArrowLeft', () => turn(-1)],
  ['j', () => step(1)],
  ['k', () => step(-1)],
  ['+', DEEDS.larger],
  ['=', DEEDS.larger],
  ['-', DEEDS.smaller],
  ['0', DEEDS.fit],
  ['1', DEEDS.actual],
  ['s', () => setSpreads(!areSpreads())],
  ['b', nextComparison],
  ['f', findText],
  ['/', findText],
  ['t', () => nextTab()],
  ['d', changeTheme],
  ['l', changeLanguage],
  ['?', DEEDS.help],
  ['？', DEEDS.help],
]);

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.do) DEEDS[button.dataset.do]();
  if (button?.dataset.compare) compare(button.dataset.compare);
});

document.addEventListener('keydown', (event) => {
  const field = event.target.closest?.('input:not([type="checkbox"]), select, textarea');
  if (event.key === 'Escape' && field) return field.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || field || help.open) return undefined;
  if (event.key.startsWith('Arrow') && event.target.closest?.('[role="tablist"]')) return undefined;
  const deed = KEYS.get(event.key);
  if (deed) {
    event.preventDefault();
    deed();
  }
  return undefined;
});

window.addEventListener('resize', resize);
new ResizeObserver(() => resize()).observe(main);
root.dataset.compare = 'now';
speak(root.dataset.language);
filter({ aloud: false });
if (!findings.length && root.classList.contains('with-comparison')) openTab('changes');
resize();
for (const leaf of leaves) watcher.observe(leaf);
look(current);
const asked = /^#([fc]\d+)$/.exec(location.hash)?.[1];
if (asked && byId(asked)) {
  showEntry(asked);
  if (!narrow.matches) showMark(asked);
}
drawThumbs();
