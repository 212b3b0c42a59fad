// A link of ours inside a block of HTML, followed without loading the app anew: the visit goes on, what was chosen
// stays chosen. Streamlit follows the browser's history; so the address goes there, and the browser says it moved.
if (!document.wgeFollows) {
  document.wgeFollows = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".stHtml a[href]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented || link.origin !== location.origin || link.hash) return;
    event.preventDefault();
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    const main = document.querySelector("[data-testid=stMain]");
    main?.scrollTo(0, 0);
    main?.focus({ preventScroll: true });
  });
}
