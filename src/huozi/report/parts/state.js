// What all parts share: the page's pieces, its words, what is said aloud, language, light, size.

const root = document.documentElement;
const main = document.getElementById('pages');
const panel = document.getElementById('panel');
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId('data').textContent);
const leaves = all('.leaf');
const narrow = window.matchMedia('(max-width: 820px)');

root.classList.add('scripted');

// ------------------------------------------------------------ said aloud

const statusLine = byId('status');
let fading = 0;

function said(name, fields = {}) {
  return data.said[name][root.dataset.language].replace(/\{(\w+)\}/g, (_, key) => String(fields[key] ?? ''));
}

function say(name, fields) {
  statusLine.textContent = said(name, fields);
  statusLine.classList.add('seen');
  clearTimeout(fading);
  fading = setTimeout(() => statusLine.classList.remove('seen'), 1600);
}

// ------------------------------------------------------------ language and light

const TAGS = { zh: 'zh-Hans', en: 'en' };

function speak(language) {
  root.dataset.language = language;
  root.lang = TAGS[language];
  for (const name of ['alt', 'placeholder']) {
    for (const element of all(`[data-${name}-${language}]`)) {
      element.setAttribute(name, element.getAttribute(`data-${name}-${language}`));
    }
  }
  for (const option of all(`[data-text-${language}]`)) option.textContent = option.getAttribute(`data-text-${language}`);
}

function changeLanguage() {
  speak(root.dataset.language === 'zh' ? 'en' : 'zh');
  say('language-is');
}

function changeTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  say(dark ? 'theme-light' : 'theme-dark');
}

// ------------------------------------------------------------ size

const STEPS = [25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400];
const PIXELS_A_POINT = 96 / 72;
const GENEROUS = 1.15; // a page that fits is no larger than this, however wide the window
const GAP = 10; // between two pictures beside each other
let zoom = 0; // in hundredths; 0: as wide as there is room

const areSpreads = () => root.classList.contains('spreads');

function room() {
  const style = getComputedStyle(main);
  return main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}

function widthOf(leaf) {
  const natural = Number(leaf.dataset.width) * PIXELS_A_POINT;
  if (zoom) return natural * zoom / 100;
  let free = room();
  if (areSpreads()) free /= 2;
  if (root.dataset.compare === 'beside' && leaf.classList.contains('compared')) free = (free - GAP) / 2;
  return Math.max(Math.min(free, natural * GENEROUS), 60);
}

function resize() {
  if (!main.clientWidth) return zoom || 100; // another tab is open
  for (const leaf of leaves) leaf.style.setProperty('--width', `${widthOf(leaf).toFixed(2)}px`);
  for (const leaf of leaves) {
    const lone = areSpreads() && leaf.parentElement.children.length === 1;
    leaf.style.setProperty('--lone', lone ? `${leaf.offsetWidth}px` : '0px');
  }
  const first = leaves[0];
  const shown = first ? Math.round(widthOf(first) / (Number(first.dataset.width) * PIXELS_A_POINT) * 100) : 100;
  byId('zoom').textContent = `${zoom || shown}%`;
  press('[data-do="fit"]', zoom === 0);
  press('[data-do="actual"]', zoom === 100);
  return shown;
}

// Change the size and keep the place that is looked at; what is chosen on that page is brought to the middle.
function zoomTo(hundredths) {
  const kept = current;
  const before = kept ? kept.getBoundingClientRect() : null;
  const top = main.getBoundingClientRect().top;
  zoom = hundredths;
  resize();
  if (kept) {
    const after = kept.getBoundingClientRect();
    const part = (top - before.top) / before.height;
    main.scrollTop += after.top + part * after.height - top;
    kept.querySelector('.mark.current, .bar.current')?.scrollIntoView({ block: 'center', inline: 'center' });
  }
  if (zoom) say('zoomed', { zoom: `${zoom}%` });
  else say('fitted');
}

function zoomBy(direction) {
  const now = zoom || resize();
  const next = direction > 0 ? STEPS.find((step) => step > now) : STEPS.filter((step) => step < now).pop();
  if (next) zoomTo(next);
}

function press(selector, isPressed) {
  for (const button of all(selector)) button.setAttribute('aria-pressed', String(isPressed));
}
