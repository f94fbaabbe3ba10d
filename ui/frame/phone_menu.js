// On a phone the menu lies over the page. Streamlit closes it after a choice only where the browser names itself a phone, and keeps
// an open menu for the next visit. Here the width of the screen decides, by the same limit as Streamlit's own layout.
(() => {
  const phone = window.matchMedia("(max-width: 767.98px)");
  const isOpen = () => document.querySelector('[data-testid="stSidebar"]')?.dataset.collapsed === "false";
  const close = () => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();

  const forgetOpenMenu = () => Object.keys(localStorage)
    .filter((key) => key.startsWith("stSidebarCollapsed"))
    .forEach((key) => localStorage.removeItem(key));

  document.addEventListener("click", (event) => {
    if (!phone.matches || !event.target.closest('[data-testid="stSidebar"] a')) return;
    setTimeout(() => isOpen() && close()); // after Streamlit's own answer to the click, which would otherwise open it again
  });
  if (phone.matches) forgetOpenMenu();
})();
