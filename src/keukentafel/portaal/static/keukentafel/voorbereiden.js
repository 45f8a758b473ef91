// The preparation on the visitor's own device. Ticks and the days of the week stay (localStorage); what is typed stays
// as long as the tab is open (sessionStorage), or longer when the visitor asks for that. Nothing is sent: with this script the parts are
// reached by plain links, without it the form carries everything along.
(() => {
  "use strict";

  const formulier = document.getElementById("voorbereiding");
  if (!formulier) return;

  const SLEUTEL = "keukentafel.voorbereiding";
  const drager = formulier.elements.namedItem("voorbereiding");
  const leeg = () => ({ formaat: "keukentafel-voorbereiding", versie: 1, velden: {} });
  // The forms for language and reading choice ask for this page again: they carry what is filled in by then.
  const dragers = document.querySelectorAll('input[type="hidden"][name="voorbereiding"]');
  for (const oud of document.querySelectorAll('form:not(#voorbereiding) input[name="van"]')) oud.remove();
  const BLIJVEND = new Set(formulier.dataset.blijvend.split(" "));

  // --- the device -----------------------------------------------------------------------------------------------

  let opslag = (() => {
    try {
      const proef = `${SLEUTEL}.proef`;
      localStorage.setItem(proef, "1");
      localStorage.removeItem(proef);
      sessionStorage.setItem(proef, "1");
      sessionStorage.removeItem(proef);
      return true;
    } catch {
      return false;
    }
  })();

  const lees = (kast) => {
    try {
      const velden = JSON.parse(kast.getItem(SLEUTEL) || "{}");
      return velden && typeof velden === "object" ? velden : {};
    } catch {
      return {};
    }
  };

  const leg = (kast, inhoud) => {
    if (Object.keys(inhoud).length) kast.setItem(SLEUTEL, JSON.stringify(inhoud));
    else kast.removeItem(SLEUTEL);
  };

  const onthoudtTeksten = () => opslag && localStorage.getItem(`${SLEUTEL}.teksten`) === "ja";

  const bewaar = (velden) => {
    if (!opslag) return false;
    const blijft = {};
    const tijdelijk = {};
    for (const [naam, waarde] of Object.entries(velden)) {
      (BLIJVEND.has(naam) || onthoudtTeksten() ? blijft : tijdelijk)[naam] = waarde;
    }
    try {
      leg(localStorage, blijft);
      leg(sessionStorage, tijdelijk);
      return true;
    } catch {
      return false;
    }
  };

  // --- the page -------------------------------------------------------------------------------------------------

  const velden = () => [...formulier.querySelectorAll("[data-veld]")];
  const waarde = (veld) => {
    if (veld.type === "checkbox" || veld.type === "radio") return veld.checked ? veld.value : "";
    return veld.value.trim();
  };

  // Another tab may have changed another part in the meantime, so what is kept is read anew each time.
  const bewaard = () => ({ ...lees(localStorage), ...lees(sessionStorage) });

  const vul = (gegevens) => {
    for (const veld of velden()) {
      const nieuw = gegevens[veld.name] || "";
      if (veld.type === "checkbox" || veld.type === "radio") veld.checked = nieuw === veld.value;
      else veld.value = nieuw;
    }
  };

  let toestand = leeg();
  try {
    if (drager.value) toestand = JSON.parse(drager.value);
  } catch {
    toestand = leeg();
  }

  // Only what was touched on this page is written: another tab may have filled in the rest.
  const geraakt = new Set();
  let gewist = false;

  const neemOver = () => {
    // Elsewhere in the memory of this document (bladeren.js) another page is shown: this one keeps still.
    if (gewist || !formulier.isConnected) return false;
    if (opslag) toestand.velden = bewaard();
    for (const veld of velden()) {
      if (!geraakt.has(veld.name) || (veld.type === "radio" && !veld.checked)) continue;
      const nieuw = waarde(veld);
      if (nieuw) toestand.velden[veld.name] = nieuw;
      else delete toestand.velden[veld.name];
    }
    opslag = bewaar(toestand.velden);
    for (const veld of dragers) veld.value = JSON.stringify(toestand);
    return opslag;
  };

  // --- what can be seen at once ---------------------------------------------------------------------------------

  const vervang = (patroon, ...delen) => delen.reduce((tekst, deel, i) => tekst.replace(`{${i}}`, deel), patroon);

  const teken = () => {
    const beeld = document.getElementById("weekbeeld");
    const rijen = document.querySelectorAll("[data-weekrij]");
    if (!beeld || !rijen.length) return;
    const punten = [];
    const zinnen = [];
    let aaneen = false; // a day that is not filled in breaks the line
    for (const rij of rijen) {
      const dag = rij.dataset.weekrij;
      const gekozen = formulier.querySelector(`[name="${dag}"][data-woord]:checked`);
      for (const merk of beeld.querySelectorAll(`[data-dag="${dag}"]`)) {
        const aan = Boolean(gekozen) && merk.dataset.hoe === gekozen.value;
        merk.setAttribute("visibility", aan ? "visible" : "hidden");
        if (aan) punten.push(`${aaneen ? "L" : "M"}${merk.dataset.punt}`);
      }
      aaneen = Boolean(gekozen);
      const woord = gekozen ? gekozen.dataset.woord : beeld.dataset.leeg;
      rij.querySelector("[data-hoe]").textContent = woord;
      rij.querySelector("[data-notitie]").textContent =
        formulier.elements.namedItem(dag.replace(/-hoe$/, "-wat")).value;
      zinnen.push(`${rij.querySelector("th").textContent.trim()}: ${woord.toLowerCase()}.`);
    }
    beeld.querySelector("[data-lijn]").setAttribute("d", punten.join(" "));
    beeld.querySelector("desc").textContent = zinnen.join(" ");
  };

  const tel = () => {
    const totaal = document.getElementById("urentotaal");
    if (!totaal) return;
    let som = 0;
    for (const veld of formulier.querySelectorAll("[data-uren]")) {
      const uren = Number(veld.value.trim().replace(",", "."));
      if (uren > 0 && uren <= 168) som += uren;
    }
    totaal.textContent = som.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 });
  };

  const stand = () => {
    for (const regel of document.querySelectorAll("[data-telt]")) {
      const punten = regel.dataset.telt.split(" ");
      const vol = punten.filter((punt) => punt.split("+").some((naam) => toestand.velden[naam]));
      regel.textContent = vervang(regel.dataset.patroon, vol.length, punten.length);
    }
  };

  const werkBij = () => {
    const gelukt = neemOver();
    teken();
    tel();
    stand();
    return gelukt;
  };

  // --- start ----------------------------------------------------------------------------------------------------

  if (opslag) {
    if (drager.value) bewaar(toestand.velden);
    else vul(bewaard());
  }

  const vak = document.getElementById("op-dit-apparaat");
  if (opslag && vak) {
    vak.hidden = false;
    const keuze = document.getElementById("onthoud-teksten");
    keuze.checked = onthoudtTeksten();
    keuze.addEventListener("change", () => {
      if (keuze.checked) localStorage.setItem(`${SLEUTEL}.teksten`, "ja");
      else localStorage.removeItem(`${SLEUTEL}.teksten`);
      werkBij();
    });
    document.getElementById("wis").addEventListener("click", (gebeurtenis) => {
      if (!window.confirm(gebeurtenis.currentTarget.dataset.vraag)) return;
      gewist = true;
      for (const sleutel of [SLEUTEL, `${SLEUTEL}.teksten`]) {
        localStorage.removeItem(sleutel);
        sessionStorage.removeItem(sleutel);
      }
      window.location.assign(window.location.pathname);
    });
  }
  werkBij();

  let straks = 0;
  formulier.addEventListener("input", (gebeurtenis) => {
    geraakt.add(gebeurtenis.target.name);
    window.clearTimeout(straks);
    straks = window.setTimeout(werkBij, 150);
  });
  formulier.addEventListener("change", (gebeurtenis) => {
    geraakt.add(gebeurtenis.target.name);
    werkBij();
  });
  const kijkOpnieuw = () => {
    if (!opslag || !formulier.isConnected) return;
    vul(bewaard());
    werkBij();
  };
  window.addEventListener("pagehide", neemOver);
  document.addEventListener("kt:weg", neemOver);
  window.addEventListener("pageshow", (gebeurtenis) => gebeurtenis.persisted && kijkOpnieuw());
  document.addEventListener("kt:terug", kijkOpnieuw);

  // The way between the parts needs no server once the device holds everything.
  formulier.addEventListener("submit", (gebeurtenis) => {
    const knop = gebeurtenis.submitter;
    const gelukt = werkBij();
    if (!gelukt || !knop || !knop.hasAttribute("data-blijf")) return;
    gebeurtenis.preventDefault();
    if (knop.formAction === window.location.href) return;
    // As a link, so that a page that is in memory stays there.
    const weg = document.body.appendChild(Object.assign(document.createElement("a"), { href: knop.formAction, hidden: true }));
    weg.click();
    weg.remove();
  });
})();
