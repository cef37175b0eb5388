// Small comforts; every page works without them.
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

  if (!navigator.clipboard) return;
  const words = document.body.dataset;
  const said = document.createElement("p");
  said.className = "copied";
  said.setAttribute("role", "status");
  document.body.append(said);
  let gone;
  const copy = (text, near) =>
    navigator.clipboard.writeText(text).then(
      () => {
        said.textContent = words.copiedWord;
        const place = near.getBoundingClientRect();
        said.style.setProperty("inset-block-start", `${place.bottom + scrollY + 4}px`);
        said.style.setProperty("left", `${Math.min(place.left + scrollX, innerWidth - 120)}px`);
        clearTimeout(gone);
        gone = setTimeout(() => (said.textContent = ""), 1600);
      },
      () => {},
    );

  // A citation is copied with a button of its own.
  for (const text of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copyWord;
    const name = text.previousElementSibling ?? text.closest("details")?.firstElementChild;
    if (name) button.setAttribute("aria-label", `${words.copyWord}: ${name.textContent}`);
    button.addEventListener("click", () => copy(text.textContent.trim(), button));
    if (name?.localName === "dt") name.append(button);
    else text.after(button);
  }

  // A paragraph's number leads to the paragraph; a click copies its address, too.
  for (const number of document.querySelectorAll(".text .block-number")) number.title = words.linkWord;
  addEventListener("click", (event) => {
    const number = event.target.closest?.(".text .block-number");
    if (number) copy(number.href, number);
  });
})();
