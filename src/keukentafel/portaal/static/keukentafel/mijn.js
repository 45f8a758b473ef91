// What is typed in a form with data-bewaar is kept a moment later; without a script there is the button.
const formulier = document.querySelector("form[data-bewaar]");
const melding = formulier.querySelector("[data-bewaard]");
let wachter, vorige;
async function bewaar() {
  const inhoud = new FormData(formulier);
  const stand = new URLSearchParams(inhoud).toString();
  if (stand === vorige) return;
  try {
    const antwoord = await fetch(location.href, { method: "POST", body: inhoud, headers: { "X-Bewaren": "1" }, keepalive: true });
    if (antwoord.status !== 204) throw new Error(antwoord.status);
    vorige = stand;
    melding.textContent = `${melding.dataset.woord} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`;
  } catch {
    melding.textContent = melding.dataset.mislukt;
  }
}
vorige = new URLSearchParams(new FormData(formulier)).toString();
formulier.addEventListener("input", () => { clearTimeout(wachter); wachter = setTimeout(bewaar, 800); });
formulier.addEventListener("submit", () => clearTimeout(wachter));
addEventListener("pagehide", () => { clearTimeout(wachter); bewaar(); });
document.getElementById("fouten")?.focus();
