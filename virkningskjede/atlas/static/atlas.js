// What the pages do better with script than without: zoom in pictures, facts beside them, filters, a choice of two, and the search.
"use strict";

(() => {
  const words = JSON.parse(document.body.dataset.words);

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // Pictures: zoom, move, and a panel with the text about what is pointed at.
  const plate = (figure) => {
    const view = figure.querySelector(".view");
    const svg = view.querySelector("svg");
    const box = svg.viewBox.baseVal;
    const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
    let moved = 0;

    const look = (x, y, width) => {
      const wide = Math.min(whole.width, Math.max(whole.width / 12, width));
      const high = (wide * whole.height) / whole.width;
      box.x = Math.min(whole.x + whole.width - wide, Math.max(whole.x, x));
      box.y = Math.min(whole.y + whole.height - high, Math.max(whole.y, y));
      box.width = wide;
      box.height = high;
      figure.classList.toggle("zoomed", wide < whole.width);
    };
    const zoom = (factor, atX = 0.5, atY = 0.5) => {
      const wide = Math.min(whole.width, Math.max(whole.width / 12, box.width * factor));
      const share = wide / box.width;
      look(box.x + box.width * (1 - share) * atX, box.y + box.height * (1 - share) * atY, wide);
    };

    const button = (text, label, act) => {
      const made = make("button", { type: "button", "aria-label": label }, text);
      made.addEventListener("click", act);
      return made;
    };
    const tools = make(
      "div",
      { class: "tools" },
      button("+", words["zoom.in"], () => zoom(0.7)),
      button("−", words["zoom.out"], () => zoom(1 / 0.7)),
      button(words["zoom.reset"], words["zoom.reset"], () => look(whole.x, whole.y, whole.width)),
      make("span", {}, words["zoom.how"])
    );
    figure.prepend(tools);
    figure.classList.add("live");

    view.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const place = svg.getBoundingClientRect();
        zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, (event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height);
      },
      { passive: false }
    );
    let grip = null;
    view.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      moved = 0;
      grip = { x: event.clientX, y: event.clientY, left: box.x, top: box.y, scrolled: view.scrollLeft };
    });
    view.addEventListener("pointermove", (event) => {
      if (!grip) return;
      const scale = box.width / svg.getBoundingClientRect().width;
      moved = Math.max(moved, Math.abs(event.clientX - grip.x) + Math.abs(event.clientY - grip.y));
      if (moved < 5) return;
      view.classList.add("moving");
      // On a narrow screen the picture is wider than its frame: the frame scrolls first, and what is left moves the picture.
      const wanted = grip.scrolled - (event.clientX - grip.x);
      view.scrollLeft = wanted;
      look(grip.left + (wanted - view.scrollLeft) * scale, grip.top - (event.clientY - grip.y) * scale, box.width);
    });
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
      view.addEventListener(name, () => {
        grip = null;
        view.classList.remove("moving");
      });
    }
    view.addEventListener("dragstart", (event) => event.preventDefault());
    view.addEventListener(
      "click",
      (event) => {
        if (moved < 5) return;
        event.preventDefault();
        event.stopPropagation();
      },
      true
    );

    const links = [...svg.querySelectorAll("a[data-about]")];
    if (!links.some((link) => document.getElementById(link.dataset.about))) return;
    const panel = make("aside", { class: "panel", "aria-live": "polite", hidden: "" });
    figure.append(panel);
    const ends = (link) => {
      const group = link.querySelector("g");
      return group.classList.contains("arrow") ? [group.dataset.from, group.dataset.to] : [group.dataset.id];
    };
    const light = (link) => {
      const mine = ends(link);
      for (const other of links) {
        const theirs = ends(other);
        const near = mine.length === 2 ? theirs.length === 1 && mine.includes(theirs[0]) : theirs.length === 2 && theirs.includes(mine[0]);
        other.classList.toggle("lit", other === link || near);
      }
      if (mine.length === 1) {
        const around = new Set(links.filter((each) => each.classList.contains("lit")).flatMap(ends));
        for (const other of links) if (ends(other).length === 1 && around.has(ends(other)[0])) other.classList.add("lit");
      }
      svg.classList.add("faint");
    };
    const hide = () => {
      svg.classList.remove("faint");
      panel.hidden = true;
    };
    const show = (link) => {
      const told = document.getElementById(link.dataset.about);
      if (!told) return;
      const copy = told.cloneNode(true);
      copy.removeAttribute("id");
      for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
      for (const each of copy.querySelectorAll(".arrows, .leads")) each.remove();
      const children = [...copy.childNodes];
      if (!copy.querySelector(".label")) children.unshift(make("p", { class: "label" }, link.getAttribute("aria-label")));
      const close = make("button", { type: "button" }, words.close);
      close.addEventListener("click", hide);
      panel.replaceChildren(close, ...children);
      panel.hidden = false;
      light(link);
    };
    for (const link of links) {
      for (const title of link.querySelectorAll("title")) title.remove(); // the panel says it
      link.addEventListener("mouseenter", () => grip || show(link));
      link.addEventListener("focus", () => show(link));
      link.addEventListener("mouseleave", () => svg.classList.remove("faint"));
      link.addEventListener("blur", () => svg.classList.remove("faint"));
    }
    figure.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  };

  // Filters: only the children of a list that have a word.
  const filter = (list) => {
    const field = make("input", { type: "search", autocomplete: "off", placeholder: words.filter });
    const told = make("output", {});
    list.before(make("div", { class: "filter" }, make("label", {}, list.dataset.filterable, field), told));
    const children = [...list.children].map((child) => [child, child.textContent.toLowerCase()]);
    field.addEventListener("input", () => {
      const wanted = field.value.trim().toLowerCase();
      let count = 0;
      for (const [child, text] of children) {
        child.hidden = !text.includes(wanted);
        child.style.display = child.hidden ? "none" : "";
        count += child.hidden ? 0 : 1;
      }
      told.textContent = wanted ? `${count} ${words.shown} ${children.length}` : "";
    });
  };

  // Any two models.
  const choose = (place) => {
    const names = [...place.querySelectorAll("[data-id]")].map((each) => [each.dataset.id, each.textContent]);
    const select = (chosen) => make("select", {}, ...names.map(([id, name], at) => make("option", at === chosen ? { value: id, selected: "" } : { value: id }, name)));
    const [first, second] = [select(0), select(1)];
    const go = make("button", { type: "submit" }, words["choose.go"]);
    const form = make("form", { class: "choose" }, make("label", {}, words["choose.first"], first), make("label", {}, words["choose.second"], second), go);
    const check = () => (go.disabled = first.value === second.value);
    for (const each of [first, second]) each.addEventListener("change", check);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const order = names.map(([id]) => id);
      const [a, b] = [first.value, second.value].sort((one, other) => order.indexOf(one) - order.indexOf(other));
      window.location.href = `compare-${a}.${b}.html`;
    });
    place.replaceChildren(form);
  };

  // The search.
  const search = (place) => {
    const field = document.getElementById("search_field");
    const entries = (window.atlasIndex || []).map((entry) => [entry, `${entry[1]} ${entry[0]} ${entry[2]}`.toLowerCase(), entry[1].toLowerCase()]);
    const run = () => {
      const wanted = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      if (!wanted.length) {
        place.replaceChildren(make("p", { class: "note" }, place.dataset.hint));
        return;
      }
      const found = entries.filter(([, text]) => wanted.every((word) => text.includes(word)));
      const rank = ([, , title]) => (title.startsWith(wanted[0]) ? 0 : title.includes(wanted[0]) ? 1 : 2);
      found.sort((one, other) => rank(one) - rank(other));
      const list = make("ul", { class: "results" });
      for (const [[kind, title, , href]] of found.slice(0, 200)) {
        list.append(make("li", {}, make("a", { href }, title), make("span", { class: "at" }, kind)));
      }
      const said = found.length ? `${found.length} ${place.dataset.count}` : place.dataset.none;
      place.replaceChildren(make("p", { class: "note" }, said), list);
    };
    field.value = new URLSearchParams(window.location.search).get("q") || "";
    field.addEventListener("input", run);
    field.form.addEventListener("submit", (event) => event.preventDefault());
    run();
  };

  // A link into what is folded away unfolds it.
  const unfold = () => {
    const target = document.querySelector(":target"); // the browser reads the address, also one that is not well made
    const folded = target && target.closest("details");
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
  };

  // A frame that need not scroll lets go of its table: the header then follows the page down, and the keyboard passes by.
  const frames = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      const fits = target.scrollWidth <= target.clientWidth;
      target.classList.toggle("fits", fits);
      if (fits) target.removeAttribute("tabindex");
      else target.setAttribute("tabindex", "0");
    }
  });

  document.querySelectorAll(".scroll").forEach((frame) => frames.observe(frame));
  document.querySelectorAll("[data-zoom]").forEach(plate);
  document.querySelectorAll("[data-filterable]").forEach(filter);
  document.querySelectorAll("[data-choose]").forEach(choose);
  const results = document.getElementById("search_results");
  if (results) search(results);
  unfold();
  window.addEventListener("hashchange", unfold);
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));
})();
