// The page asks every second what the clock shows, whether mail came and how
// the day stands.
(() => {
  "use strict";
  const clock = document.getElementById("uhr");
  const day = document.getElementById("tag");
  const badge = document.getElementById("zahl");
  const post = document.getElementById("post");
  let mails = -1, shown = "";

  const look = async () => {
    try {
      const answer = await fetch("/demo/stand");
      const now = await answer.json();
      clock.textContent = now.time;
      if (now.day !== shown) {
        shown = now.day;
        day.innerHTML = now.day; // written by the program's own template
      }
      if (now.mails !== mails) {
        badge.hidden = now.mails === 0;
        badge.textContent = now.mails;
        if (mails >= 0 && post.contentWindow.location.pathname === "/demo/post") post.contentWindow.location.reload();
        mails = now.mails;
      }
    } catch { /* the program is not there just now */ }
  };
  document.getElementById("vor").addEventListener("submit", async (e) => {
    e.preventDefault();
    await fetch(e.target.action, { method: "POST", body: new URLSearchParams(new FormData(e.target, e.submitter)), redirect: "manual" });
    look();
  });
  setInterval(look, 1000);
  look();
})();
