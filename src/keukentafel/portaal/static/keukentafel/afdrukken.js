// A button that prints the page; without a script there is the menu of the browser.
for (const knop of document.querySelectorAll("[data-druk-af]")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}
