// The pages: which one is looked at, small pictures of them, spreads, before and after.

let current = leaves[0] ?? null;
const thumbs = new Map(all('.thumbs li').map((row) => [row.dataset.page, row]));

function look(leaf) {
  if (!leaf) return;
  current?.classList.remove('current');
  thumbs.get(current?.dataset.page)?.firstElementChild.removeAttribute('aria-current');
  current = leaf;
  leaf.classList.add('current');
  const thumb = thumbs.get(leaf.dataset.page)?.firstElementChild;
  thumb?.setAttribute('aria-current', 'page');
  if (thumb?.offsetParent) keepInView(thumb, thumb.closest('.thumbs'));
}

// Scroll a box so far that something in it is seen, and nothing else.
function keepInView(element, box, margin = 40) {
  const inner = element.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (inner.top < outer.top + margin) box.scrollTop += inner.top - outer.top - margin;
  else if (inner.bottom > outer.bottom - margin) box.scrollTop += inner.bottom - outer.bottom + margin;
}

const seen = new Set();
const watcher = new IntersectionObserver(
  (changed) => {
    for (const { target, isIntersecting } of changed) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    if (!seen.has(current)) look(leaves.find((leaf) => seen.has(leaf)));
  },
  { root: main, rootMargin: '-25% 0px -60% 0px' },
);

function turnTo(leaf, { aloud = true } = {}) {
  if (!leaf) return say('no-more');
  if (narrow.matches) openTab('pages');
  leaf.scrollIntoView({ block: 'start', inline: 'nearest' });
  look(leaf);
  if (aloud) say('at-page', { label: data.labels[Number(leaf.dataset.page) - 1], count: leaves.length });
}

function turn(direction) {
  const shown = leaves.filter((leaf) => !leaf.closest('[hidden]'));
  let next = shown.indexOf(current) + direction;
  if (areSpreads() && shown[next]?.parentElement === current?.parentElement) next += direction;
  turnTo(shown[next]);
}

function setSpreads(on) {
  const kept = current;
  if (on && root.dataset.compare === 'beside') compare('now');
  root.classList.toggle('spreads', on);
  press('[data-do="single"]', !on);
  press('[data-do="spreads"]', on);
  resize();
  kept?.scrollIntoView({ block: 'start' });
  say(on ? 'spreads-on' : 'spreads-off');
}

// ------------------------------------------------------------ before and after

const COMPARED = ['now', 'before', 'beside', 'swipe', 'blink'];
const BLINK = 700; // milliseconds: slower than what may trouble anybody (WCAG 2.3.1)
let blinking = 0;

function compare(mode) {
  if (!root.classList.contains('with-before')) return;
  if (mode === 'beside' && areSpreads()) setSpreads(false); // four pages in a row would all be small
  root.dataset.compare = mode;
  for (const name of COMPARED) press(`button[data-compare="${name}"]`, name === mode);
  clearInterval(blinking);
  main.classList.remove('old');
  if (mode === 'blink') blinking = setInterval(() => main.classList.toggle('old'), BLINK);
  resize();
  if (mode !== 'now' && !current?.classList.contains('compared')) {
    turnTo(leaves.find((leaf) => leaf.classList.contains('compared') && !leaf.closest('[hidden]')), { aloud: false });
  }
  say(`compared-${mode}`);
}

function cut(sheet, share) {
  sheet.style.setProperty('--cut', `${Math.min(Math.max(share, 0), 100)}%`);
}

for (const sheet of all('.compared .sheet')) {
  const slider = sheet.querySelector('.swipe-at');
  slider.addEventListener('input', () => cut(sheet, Number(slider.value)));
  sheet.addEventListener('pointermove', (event) => {
    if (root.dataset.compare !== 'swipe' || event.target === slider || !(event.buttons & 1)) return;
    const box = sheet.getBoundingClientRect();
    slider.value = String((event.clientX - box.left) / box.width * 100);
    cut(sheet, Number(slider.value));
    event.preventDefault();
  });
}

// ------------------------------------------------------------ small pictures

const SMALL = 140; // pixels across: twice what a thumbnail takes, for fine screens

async function drawThumbs() {
  for (const leaf of leaves) {
    const picture = leaf.querySelector('.now');
    try {
      await picture.decode();
    } catch {
      continue; // a picture that cannot be shown has no small one
    }
    const canvas = document.createElement('canvas');
    canvas.width = SMALL;
    canvas.height = Math.round(SMALL * picture.naturalHeight / picture.naturalWidth);
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    thumbs.get(leaf.dataset.page)?.querySelector('.small').replaceChildren(canvas);
    await new Promise((done) => setTimeout(done));
  }
  root.dataset.thumbs = 'drawn';
}
