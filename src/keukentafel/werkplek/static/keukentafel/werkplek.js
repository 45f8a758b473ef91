// What is typed in a form with data-bewaar is kept a moment later, for this worker alone; without a script there is the
// button. A form that has left the page keeps nothing any more: a draft must not come back after it was recorded.
{
  const formulier = document.querySelector("form[data-bewaar]");
  const melding = formulier.querySelector("[data-bewaard]");
  const stand = () => new URLSearchParams(new FormData(formulier)).toString();
  let vorige = stand();
  let wachter;
  const bewaar = async () => {
    clearTimeout(wachter);
    const nu = stand();
    if (!formulier.isConnected || nu === vorige) return;
    const eerder = vorige;
    vorige = nu;
    try {
      const antwoord = await fetch(location.href, { method: "POST", body: new FormData(formulier), headers: { "X-Bewaren": "1" }, keepalive: true });
      if (antwoord.status !== 204) throw new Error(antwoord.status);
      melding.textContent = `${melding.dataset.woord} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })}`;
    } catch {
      vorige = eerder;
      melding.textContent = melding.dataset.mislukt;
    }
  };
  formulier.addEventListener("input", () => {
    clearTimeout(wachter);
    wachter = setTimeout(bewaar, 2500);
  });
  formulier.addEventListener("submit", () => {
    clearTimeout(wachter);
    vorige = stand();
  });
  addEventListener("pagehide", bewaar);
}
