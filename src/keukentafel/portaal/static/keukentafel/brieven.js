// The print button needs a script, so it only shows where one runs.
for (const knop of document.querySelectorAll(".br-afdrukken")) {
  knop.hidden = false;
  knop.addEventListener("click", () => window.print());
}
// After "Bekijk de brief" the reading starts at the letter; after a mistake at the list of mistakes.
(document.getElementById("fouten") || document.getElementById("voorbeeld"))?.focus();
