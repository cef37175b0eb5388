// Two small comforts; every page works without them.
(() => {
  // Opened from a disk there is no server to answer a folder with its index page.
  if (location.protocol === "file:") {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.defaultPrevented) return;
      const url = new URL(link.getAttribute("href"), location.href);
      if (url.protocol === "file:" && url.pathname.endsWith("/")) {
        url.pathname += "index.html";
        event.preventDefault();
        location.href = url.href;
      }
    });
    for (const form of document.querySelectorAll('form[action$="/"]')) form.action += "index.html";
  }
  // A click on a paragraph's number copies its address.
  addEventListener("click", (event) => {
    const number = event.target.closest?.(".text .block-number");
    if (number && navigator.clipboard) navigator.clipboard.writeText(number.href).catch(() => {});
  });
})();
