// The talk works by forms alone. Where scripts run, an answer swaps in what is
// new, and the page says before the talk ends.
(() => {
  "use strict";
  const talk = document.getElementById("gespraech");
  // A page that the browser kept is not shown again: the talk may be over.
  addEventListener("pageshow", (e) => { if (e.persisted) location.reload(); });
  if (!talk) return;
  const log = document.getElementById("verlauf");
  const question = document.getElementById("frage");
  const warning = document.getElementById("warnung");
  let busy = false, hearing = false, heard = Promise.resolve(), left = false, since = Date.now();

  const prepare = () => {
    for (const b of talk.querySelectorAll(".print")) {
      b.hidden = false;
      b.onclick = () => print();
    }
  };

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const follow = () => {
    const heading = document.getElementById("offen");
    if (!heading) return;
    const field = document.querySelector("#antwort[aria-invalid]");
    (field || heading).focus({ preventScroll: true });
    const news = log.lastElementChild || heading;
    news.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  };

  const swap = (text, quietly) => {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("neu");
    if (!fresh) return false;
    if ("reset" in fresh.dataset) log.replaceChildren();
    log.append(...fresh.querySelectorAll(":scope > ol > li"));
    if (fresh.dataset.stale) {
      const li = document.createElement("li");
      li.className = "said failed";
      li.textContent = fresh.dataset.stale;
      log.append(li);
    }
    question.replaceChildren(...fresh.lastElementChild.childNodes);
    document.title = fresh.dataset.title;
    prepare();
    if (!quietly) follow();
    return true;
  };

  // By hand, as without a script: whatever is wrong, the answer is a page.
  const plainly = (form, button) => {
    if (button && button.name) {
      const hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = button.name;
      hidden.value = button.value;
      form.append(hidden);
    }
    form.submit();
  };

  const send = async (form, button) => {
    const body = new URLSearchParams(new FormData(form, button));
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Talk": "swap" }, credentials: "same-origin" });
    const elsewhere = answer.headers.get("X-Talk");
    if (elsewhere) return location.assign(elsewhere);
    if (!(answer.ok || answer.status === 409) || !swap(await answer.text())) plainly(form, button);
  };

  // What was pressed, as it stands once what staff said meanwhile is drawn.
  const current = (form, button) => {
    if (form.isConnected) return [form, button];
    const same = [...question.querySelectorAll("button")].find((b) => button && b.name === button.name && b.value === button.value);
    return same ? [same.form, same] : [form, button];
  };

  addEventListener("submit", async (e) => {
    if (!("turn" in e.target.dataset)) return;
    e.preventDefault();
    if (busy) return;
    busy = true;
    talk.setAttribute("aria-busy", "true");
    await heard; // an answer of staff's that is on its way is told once
    const [form, button] = current(e.target, e.submitter);
    try {
      await send(form, button);
      since = Date.now();
      warning.hidden = true;
    } catch {
      plainly(form, button);
    } finally {
      busy = false;
      talk.removeAttribute("aria-busy");
    }
  });

  const warn = () => {
    if (!warning.hidden) return;
    const button = document.createElement("button");
    button.textContent = warning.dataset.stay;
    button.onclick = async () => {
      const answer = await fetch(talk.dataset.base + "/weiter", { method: "POST", headers: { "X-Talk": "stay" }, credentials: "same-origin" });
      const elsewhere = answer.headers.get("X-Talk");
      if (elsewhere) return location.assign(elsewhere);
      since = Date.now();
      warning.hidden = true;
      document.getElementById("offen").focus();
    };
    const words = document.createElement("p");
    words.textContent = warning.dataset.text;
    warning.hidden = false;
    warning.replaceChildren(words, button);
  };

  const look = () => {
    const idle = (Date.now() - since) / 1000;
    if (left) return;
    if (idle >= talk.dataset.end) {
      left = true;
      location.replace(talk.dataset.base);
    } else if (idle >= talk.dataset.warn) warn();
  };
  setInterval(look, 5000);
  addEventListener("visibilitychange", look);

  // While staff hold the talk, their answers come by themselves. What is being
  // typed stays.
  const listen = async () => {
    const since = question.querySelector("[data-handed] input[name=since]");
    if (!since || busy || left || document.hidden) return;
    hearing = true;
    try {
      const answer = await fetch(talk.dataset.base + "/neu?since=" + since.value, { headers: { "X-Talk": "swap" }, credentials: "same-origin", signal: AbortSignal.timeout(5000) });
      const elsewhere = answer.headers.get("X-Talk");
      if (elsewhere) return location.assign(elsewhere);
      if (answer.status !== 200) return;
      const field = document.getElementById("antwort");
      const typed = field ? field.value : "", focused = field && document.activeElement === field;
      if (!swap(await answer.text(), true)) return;
      const again = document.getElementById("antwort");
      if (again && typed) again.value = typed;
      if (again && focused) again.focus({ preventScroll: true });
    } catch {
      // It is asked again.
    } finally {
      hearing = false;
    }
  };
  setInterval(() => { if (!hearing) heard = listen(); }, 1000);

  prepare();
  if (location.hash === "#offen") follow();
})();
