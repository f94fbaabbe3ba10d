// A choice of the reader is a step that Back takes back; a correction of the address by the page is none. Streamlit does it the other
// way round. A reader's choice is known by its whole address, a correction by a path that stays as it is. Once a link to another page
// was followed, Streamlit may yet clear the address of the page left behind: Back leads to it, and must find what was chosen there.
(() => {
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  const target = (url) => new URL(url ?? location.href, location.href);
  const isSamePage = (url) => target(url).pathname === location.pathname;
  const isChoice = (url) => String(url).startsWith(location.origin) && isSamePage(url) && target(url).search !== location.search;
  const isPlain = (click) => !(click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey);
  const leads = (link) => link && !link.target && link.origin === location.origin && !isSamePage(link.href);
  let isLeaving = false;

  addEventListener('click', (click) => { isLeaving = isPlain(click) && Boolean(leads(click.target.closest?.('a[href]'))); }, true);
  addEventListener('popstate', () => { isLeaving = false; }, true);
  history.replaceState = (state, title, url) => (isChoice(url) ? push : replace)(state, title, url);
  history.pushState = (state, title, url) => {
    if (isSamePage(url)) return isLeaving ? undefined : replace(state, title, url);
    isLeaving = false;
    return push(state, title, url);
  };
})();
