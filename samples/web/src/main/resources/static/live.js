// Loads the page again when something happened that concerns its reader, unless they are typing: then it only says so.
(function () {
  const told = document.querySelector('[data-live]');
  if (!told || !window.EventSource) return;
  let typing = false;
  document.addEventListener('input', function () { typing = true; });
  const stream = new EventSource(told.dataset.live);
  stream.addEventListener('moved', function () {
    if (typing || document.activeElement && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      told.hidden = false;
      told.setAttribute('role', 'status');
    } else {
      stream.close();
      location.reload();
    }
  });
  window.addEventListener('pagehide', function () { stream.close(); });
})();
