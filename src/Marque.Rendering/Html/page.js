(function () {
  'use strict';
  var bar = document.getElementById('filter'), find = document.getElementById('find'), shown = document.getElementById('shown');
  var choices = ['v', 't', 'p'].map(function (key) { return { key: key, box: document.getElementById('by-' + key) }; }).filter(function (c) { return c.box; });
  var entries = Array.from(document.querySelectorAll('[data-f]')), texts = null;
  var groups = Array.from(document.querySelectorAll('section, table')).filter(function (g) { return g.querySelector('[data-f]'); });

  // A row of an entry is found by the entry's heading too.
  function textOf(e) {
    var entry = e.localName === 'tr' ? e.closest('.entry') : null;
    return ((entry ? entry.firstElementChild.textContent + ' ' : '') + e.textContent).toLowerCase();
  }

  function holds(e, key, asked) {
    var own = e.dataset[key];
    return key === 'p' ? own === undefined || own.split('|').indexOf(asked) >= 0 : own === asked;
  }

  function apply() {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var asked = choices.filter(function (c) { return c.box.value; });
    if (words.length && !texts) texts = entries.map(textOf);
    var count = 0;
    // Rows come after the entry that holds them, so they are judged first.
    for (var i = entries.length - 1; i >= 0; i--) {
      var e = entries[i];
      var fits = asked.every(function (c) { return holds(e, c.key, c.box.value); }) && words.every(function (w) { return texts[i].indexOf(w) >= 0; });
      if (!fits && e.localName !== 'tr') fits = e.querySelector('[data-f]:not([hidden])') !== null;
      e.hidden = !fits;
      if (fits) count++;
    }
    groups.forEach(function (g) { g.hidden = !g.querySelector('[data-f]:not([hidden])'); });
    shown.textContent = asked.length || words.length ? bar.dataset.shown.replace('{count}', count).replace('{all}', entries.length) : '';
  }

  function clear() {
    find.value = '';
    choices.forEach(function (c) { c.box.value = ''; });
    apply();
  }

  // A link leads to its target, whether or not it is filtered away or folded.
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('[hidden]')) clear();
    for (var fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    target.scrollIntoView();
  }

  var waiting;
  find.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  choices.forEach(function (c) { c.box.addEventListener('change', apply); });
  document.getElementById('all').addEventListener('click', clear);
  window.addEventListener('hashchange', reveal);
  bar.hidden = false;
  reveal();
})();
