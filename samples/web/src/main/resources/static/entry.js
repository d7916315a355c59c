// Digits choose a level and go on to the next learner; without this the arrow keys and Tab do the same.
(function () {
  const table = document.querySelector('[data-entry]');
  if (!table) return;
  const rows = Array.from(table.querySelectorAll('tbody tr'));
  const go = function (row) {
    const to = row && (row.querySelector('input:checked') || row.querySelector('input'));
    if (to) to.focus();
    return Boolean(to);
  };
  table.addEventListener('keydown', function (event) {
    const row = event.target.closest('tr');
    const at = rows.indexOf(row);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^[0-9]$/.test(event.key)) {
      const wanted = row.querySelector('input[data-key="' + event.key + '"]');
      if (!wanted) return;
      wanted.checked = true;
      if (!go(rows[at + 1])) table.closest('form').querySelector('button[type=submit]').focus();
      event.preventDefault();
    }
  });
  go(rows[0]);
})();
