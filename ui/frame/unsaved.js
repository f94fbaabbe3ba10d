// What was dropped in and not confirmed lives in this window alone: before the window is loaded anew or closed the browser asks.
(() => {
  addEventListener('beforeunload', (leaving) => { if (document.querySelector('.st-key-unsaved')) leaving.preventDefault(); });
})();
