// The Back and Forward buttons of the browser, without loss. Many pages here answer a form and may not be stored, so a
// browser would ask to send the form again. With this script forms are sent by fetch, and the pages one came by wait in
// the memory of this document: nothing is stored, nothing comes into the address. What fails goes the ordinary way.
(() => {
  "use strict";
  const DELEN = [".utrecht-skip-link", ".kt-kop", "#inhoud", ".utrecht-page-footer"];
  const eigen = document.currentScript.getAttribute("src");
  const deze = performance.timeOrigin; // tells the entries of this document from those of an earlier one
  const html = document.documentElement;
  const vind = (kiezer) => document.querySelector(kiezer);
  const toonAfdrukken = () => document.querySelectorAll("[data-druk-af]").forEach((knop) => (knop.hidden = false));

  toonAfdrukken();
  document.addEventListener("click", (klik) => klik.target.closest?.("[data-druk-af]") && window.print());
  if (!HTMLFormElement.prototype.requestSubmit || !AbortSignal.timeout) return;

  const melding = document.body.appendChild(document.createElement("p"));
  melding.className = "kt-alleen-lezer";
  melding.setAttribute("aria-live", "polite");

  const bladen = new Map(); // number of the page → the page as it was left
  let nu = 0;
  let beurt = 0; // an answer that comes after a later click is not shown
  let gewoon = false; // let the next submit through as it is
  let weggaan = false; // the visitor leaves on purpose, or takes a file along
  let bewaard = "";

  const dossier = () => vind("#inhoud [name=dossier]")?.value || "";
  const hier = () => ({ delen: DELEN.map(vind), titel: document.title, taal: html.lang, hoogte: window.scrollY });
  const laatGaan = () => {
    weggaan = true;
    window.setTimeout(() => (weggaan = false), 3000);
  };

  // --- show a page ----------------------------------------------------------------------------------------------

  const leeswijze = () => {
    for (const knop of document.querySelectorAll("[name=kt_keuze]")) {
      knop.setAttribute("aria-pressed", String(html.classList.contains(`kt-${knop.value}`)));
    }
  };

  const toon = (blad) => {
    blad.delen.forEach((deel, nr) => vind(DELEN[nr]).replaceWith(deel));
    document.title = melding.textContent = blad.titel;
    html.lang = blad.taal;
    leeswijze();
    toonAfdrukken();
    window.scrollTo({ top: blad.hoogte, behavior: "instant" });
    const begin = vind("#inhoud [autofocus]") || vind("#inhoud h1") || vind("#inhoud");
    if (!begin.hasAttribute("tabindex")) begin.tabIndex = -1;
    begin.focus({ preventScroll: blad.hoogte > 0 });
  };

  const verlaat = () => {
    document.dispatchEvent(new Event("kt:weg"));
    bladen.set(nu, hier());
  };

  const voegToe = (dom, adres) => {
    verlaat();
    for (const nr of bladen.keys()) if (nr > nu) bladen.delete(nr);
    window.history.scrollRestoration = "manual";
    window.history.replaceState({ deze, blad: nu }, "");
    window.history.pushState({ deze, blad: ++nu }, "", adres);
    toon({ delen: DELEN.map((kiezer) => dom.querySelector(kiezer)), titel: dom.title, taal: dom.documentElement.lang, hoogte: 0 });
    for (const script of dom.querySelectorAll(`script[src]:not([src="${eigen}"])`)) {
      const nieuw = document.createElement("script");
      nieuw.src = script.getAttribute("src");
      document.body.append(nieuw);
    }
  };

  // --- fetch a page ---------------------------------------------------------------------------------------------

  const stijlen = (dom) => {
    const nog = [...dom.querySelectorAll("link[rel=stylesheet]")]
      .filter((link) => !vind(`link[rel=stylesheet][href="${link.getAttribute("href")}"]`))
      .map((link) => document.head.appendChild(document.importNode(link)));
    return Promise.all(nog.map((link) => new Promise((klaar) => (link.onload = link.onerror = klaar))));
  };

  const haal = async (adres, opties) => {
    const antwoord = await fetch(adres, { ...opties, signal: AbortSignal.timeout(20000) });
    if (!antwoord.headers.get("Content-Type")?.startsWith("text/html")) throw new Error("geen pagina");
    const dom = new DOMParser().parseFromString(await antwoord.text(), "text/html");
    const past = dom.querySelector(`script[src="${eigen}"]`) && DELEN.every((kiezer) => dom.querySelector(kiezer));
    if (!past) throw new Error("een ander soort pagina");
    await stijlen(dom);
    return [dom, antwoord.url];
  };

  const ga = async (adres, opties, anders) => {
    const deBeurt = ++beurt;
    const inhoud = vind("#inhoud");
    inhoud.setAttribute("aria-busy", "true");
    inhoud.inert = true; // what is pressed on a page that is leaving would be lost
    const [dom, uit] = await haal(adres, opties).catch(() => []);
    inhoud.removeAttribute("aria-busy");
    inhoud.inert = false;
    if (deBeurt !== beurt) return;
    if (dom) voegToe(dom, uit);
    else anders();
  };

  // Another way of reading leaves the page where it is, and lets an answer that is on its way come.
  const lees = (adres, opties, anders) =>
    haal(adres, opties).then(([dom]) => {
      html.className = dom.documentElement.className;
      leeswijze();
    }, anders);

  // --- what the visitor does ------------------------------------------------------------------------------------

  document.addEventListener("submit", (inzending) => {
    const { target: vorm, submitter: knop } = inzending;
    if (inzending.defaultPrevented) return;
    const adres = knop?.hasAttribute("formaction") ? knop.formAction : vorm.action;
    const meer = [vorm.enctype, knop?.formEnctype].includes("multipart/form-data");
    const eigenWeg = meer || vorm.method !== "post" || knop?.hasAttribute("data-gewoon");
    if (knop?.dataset.gewoon === "bewaard") bewaard = dossier();
    if (gewoon || eigenWeg) return laatGaan();
    inzending.preventDefault();
    const bron = (knop?.name === "kt_taal" && vind("#formulier")) || vorm; // with what was filled in but not sent yet
    const velden = new URLSearchParams([...new FormData(bron)].filter(([, waarde]) => typeof waarde === "string"));
    if (knop?.name) velden.append(knop.name, knop.value);
    (knop?.name === "kt_keuze" ? lees : ga)(adres, { method: "POST", body: velden }, () => {
      gewoon = true;
      vorm.requestSubmit(knop);
      gewoon = false;
    });
  });

  // Once a form was answered, plain links stay in this document too: the way back to the answers leads through it.
  document.addEventListener("click", (klik) => {
    const link = klik.target.closest?.("a[href]");
    if (!link || klik.defaultPrevented || klik.button || klik.metaKey || klik.ctrlKey || klik.shiftKey || klik.altKey) return;
    if (link.target || (link.hash && link.pathname === window.location.pathname)) return;
    if (link.origin !== window.location.origin || link.hash || !bladen.size) return laatGaan();
    klik.preventDefault();
    ga(link.href, {}, () => {
      laatGaan();
      window.location.assign(link.href);
    });
  });

  window.addEventListener("popstate", ({ state }) => {
    if (!state) return window.history.replaceState({ deze, blad: nu }, ""); // a place within the same page
    if (state.deze !== deze || !bladen.has(state.blad)) return state.blad !== nu && window.location.reload();
    if (state.blad === nu) return;
    beurt += 1;
    verlaat();
    nu = state.blad;
    toon(bladen.get(nu));
    document.dispatchEvent(new Event("kt:terug"));
  });

  // What is in memory is lost with a reload: ask first, unless it was taken along as a file.
  window.addEventListener("beforeunload", (vertrek) => {
    if (bladen.size && dossier() && dossier() !== bewaard && !weggaan) vertrek.preventDefault();
  });
})();
