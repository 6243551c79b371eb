// A page that people only look at is kept up to date. A lost connection is said,
// and ends by itself.
(() => {
  "use strict";
  const live = document.getElementById("stand");
  const lost = document.getElementById("verbindung");
  if (!live || !lost) return;
  const every = 3000, patience = 8000;
  const address = new URL(location.href);
  address.searchParams.set("teil", "1");

  const look = async () => {
    try {
      const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(patience) });
      if (!answer.ok) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["aufrufe", "warten", "uhr"]) {
        const now = document.getElementById(id), next = fresh.getElementById(id);
        // What is the same stays, or it would be read aloud again.
        if (now && next && now.innerHTML !== next.innerHTML) now.replaceChildren(...next.childNodes);
      }
      lost.hidden = true;
    } catch {
      lost.textContent = lost.dataset.text;
      lost.hidden = false;
    }
    setTimeout(look, every);
  };
  setTimeout(look, every);
})();
