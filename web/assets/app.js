// SPDX-License-Identifier: GPL-2.0-or-later
// What the page gains with JavaScript: suggestions, filters without reload, copying a citation.
// Everything works without it.
(() => {
  "use strict";
  const french = new Intl.NumberFormat("fr-FR");

  // Suggestions: the combobox of the ARIA Authoring Practices, list autocomplete.
  function combobox(input) {
    const list = document.createElement("ul");
    list.className = "options";
    list.id = input.id + "-liste";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Propositions");
    list.hidden = true;
    (input.closest(".field") || input.parentElement).append(list);
    const said = document.createElement("span");
    said.className = "visually-hidden";
    said.setAttribute("role", "status");
    list.after(said);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }))
      input.setAttribute(name, value);

    let current = -1, timer = 0, pending = null;
    const options = () => [...list.children];
    function close() {
      list.hidden = true;
      current = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function select(index) {
      const all = options();
      if (!all.length) return;
      current = (index + all.length) % all.length;
      all.forEach((option, i) => option.setAttribute("aria-selected", String(i === current)));
      input.setAttribute("aria-activedescendant", all[current].id);
      all[current].scrollIntoView({ block: "nearest" });
    }
    function take(option) {
      input.value = option.dataset.text;
      close();
      input.form.requestSubmit();
    }
    function show(suggestions) {
      list.replaceChildren(...suggestions.map((suggestion, i) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${i}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.text = suggestion.text;
        option.textContent = suggestion.text;
        if (suggestion.count) {
          const count = document.createElement("small");
          count.textContent = french.format(suggestion.count);
          option.append(" ", count);
        }
        return option;
      }));
      current = -1;
      list.hidden = !suggestions.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      said.textContent = suggestions.length ? `${suggestions.length} proposition${suggestions.length > 1 ? "s" : ""}` : "";
    }
    async function ask() {
      const text = input.value.trim();
      if (text.length < 2) return close();
      pending?.abort();
      pending = new AbortController();
      try {
        const answer = await fetch("/api/v1/suggest?q=" + encodeURIComponent(text), { signal: pending.signal });
        const body = await answer.json();
        if (document.activeElement === input) show(body.suggestions || []);
      } catch { /* a suggestion that does not come is no loss */ }
    }
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
      else if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); select(current + 1); }
      else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); select(current < 0 ? -1 : current - 1); }
      else if (event.key === "ArrowDown") ask();
      else if (event.key === "Enter" && current >= 0) { event.preventDefault(); take(options()[current]); }
    });
    input.addEventListener("blur", () => setTimeout(close, 150));
    input.form.addEventListener("submit", close);
    list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("li");
      if (option) { event.preventDefault(); take(option); }
    });
  }

  // Filters, sorting and pages replace the results in place; the address follows.
  const here = document.getElementById("resultats");
  async function go(url, push) {
    const old = document.getElementById("resultats");
    old.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("resultats");
      if (!answer.ok || !fresh) throw new Error();
      const focused = document.activeElement?.name ? { name: document.activeElement.name, value: document.activeElement.value } : null;
      const open = !!old.querySelector("details.filters[open]");
      const status = fresh.querySelector(".count")?.textContent;
      old.replaceWith(fresh);
      if (open) fresh.querySelector("details.filters")?.setAttribute("open", "");
      document.title = page.title;
      if (push) history.pushState({}, "", url);
      const box = document.querySelector(".box #q");
      if (box) box.form.querySelectorAll("input[type=hidden]").forEach((input) => input.remove());
      page.querySelectorAll(".box input[type=hidden]").forEach((input) => box?.form.append(input));
      announce(status);
      enhance(fresh);
      if (focused) [...fresh.querySelectorAll("input[type=checkbox]")].find((input) => input.name === focused.name && input.value === focused.value)?.focus();
      return fresh;
    } catch {
      location.assign(url);
    }
  }
  const live = document.createElement("p");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  document.body.append(live);
  function announce(text) { live.textContent = ""; setTimeout(() => { live.textContent = text || ""; }, 60); }

  function address(form) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
    return form.getAttribute("action") + (query.size ? "?" + query : "");
  }
  function enhance(root) {
    const form = root.querySelector("#filtres");
    form?.addEventListener("submit", (event) => { event.preventDefault(); go(address(form), true); });
    for (const button of root.querySelectorAll("button.copy")) {
      button.hidden = !navigator.clipboard;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        button.textContent = "Copié";
        announce("Citation copiée");
      });
    }
  }
  if (here) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("#resultats .sort a, #resultats .pages a, #resultats a.chip, #resultats thead a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      go(link.getAttribute("href"), true).then((fresh) => {
        if (link.closest(".pages")) fresh?.querySelector(".found")?.scrollIntoView();
      });
    });
    addEventListener("popstate", () => go(location.pathname + location.search, false));
  }
  // Short pages of a wide screen show the outline open; a phone keeps it folded.
  enhance(document);
  document.querySelectorAll("input[type=search][name=q]:not(#dedans)").forEach(combobox);
})();
