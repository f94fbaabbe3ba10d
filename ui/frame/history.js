// A choice of the reader is a step that Back takes back; a correction of the address by the page is none. Streamlit does it the other
// way round. A reader's choice is known by its whole address, a correction by a path that stays as it is.
(() => {
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  const target = (url) => new URL(url ?? location.href, location.href);
  const isSamePage = (url) => target(url).pathname === location.pathname;
  const isChoice = (url) => String(url).startsWith(location.origin) && isSamePage(url) && target(url).search !== location.search;

  history.replaceState = (state, title, url) => (isChoice(url) ? push : replace)(state, title, url);
  history.pushState = (state, title, url) => (isSamePage(url) ? replace : push)(state, title, url);
})();
