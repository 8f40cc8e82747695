"use strict";
{
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // What the reader chose holds for all pages; some browsers keep nothing for files.
  const memory = {
    read() {
      try { return JSON.parse(localStorage.getItem("sanyu")) || {}; } catch { return {}; }
    },
    keep(name, value) {
      try { localStorage.setItem("sanyu", JSON.stringify({ ...memory.read(), [name]: value })); } catch { /* forgotten */ }
    },
  };

  /* Columns */

  const switches = all("[data-column]");
  const codes = switches.map((button) => button.dataset.column);
  let columns = codes;

  function showColumns(wanted) {
    columns = codes.filter((code) => wanted.includes(code));
    if (!columns.length) columns = codes;
    root.dataset.columns = columns.join(" ");
    root.dataset.shown = columns.length;
    root.toggleAttribute("data-both", columns.includes("en") && columns.includes("vi"));
    for (const button of switches) button.setAttribute("aria-pressed", columns.includes(button.dataset.column));
    // One column's terms are the stops of the Tab key: the first that is shown.
    const stops = columns[0];
    if (stops !== showColumns.stops) {
      for (const term of all(`.row > .${showColumns.stops} .term`)) term.removeAttribute("tabindex");
      for (const term of all(`.row > .${stops} .term`)) term.tabIndex = 0;
      showColumns.stops = stops;
    }
  }
  showColumns.stops = "zh";

  for (const button of switches) {
    button.addEventListener("click", () => {
      const code = button.dataset.column;
      showColumns(columns.includes(code) ? columns.filter((other) => other !== code) : [...columns, code]);
      memory.keep("hidden", ["zh", "en", "vi"].filter((other) => codes.includes(other) && !columns.includes(other)));
      search.again();
    });
  }

  /* Script: both are of the same length, so the text changes and the elements stay. */

  const scripts = all("button[data-script]");

  function texts(cell) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".flag") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  function showScript(script) {
    root.dataset.script = script;
    for (const button of scripts) button.setAttribute("aria-pressed", button.dataset.script === script);
    for (const cell of all(".row > .zh")) {
      cell.lang = `zh-${script}`;
      const { hans, hant } = cell.dataset;
      if (hans === undefined && hant === undefined) continue;
      cell.original ??= cell.textContent;
      const characters = [...(cell.dataset[script.toLowerCase()] ?? cell.original)];
      for (const node of texts(cell)) {
        node.nodeValue = characters.splice(0, [...node.nodeValue].length).join("");
      }
    }
  }

  for (const button of scripts) {
    button.setAttribute("aria-pressed", button.dataset.script === root.dataset.script);
    button.addEventListener("click", () => {
      showScript(button.dataset.script);
      memory.keep("script", button.dataset.script);
      search.again();
    });
  }

  /* Light and dark */

  const dark = matchMedia("(prefers-color-scheme: dark)");
  one("#light").addEventListener("click", () => {
    const isDark = root.dataset.light ? root.dataset.light === "off" : dark.matches;
    root.dataset.light = isDark ? "on" : "off";
    memory.keep("light", root.dataset.light);
  });

  /* Cards: by hover, by focus, by tap; Escape puts one away, and one may be hovered itself. */

  const tip = one("#tip");
  let shownFor = null;
  let later = 0;

  function show(term) {
    clearTimeout(later);
    if (shownFor === term) return;
    const card = document.getElementById(term.getAttribute("aria-describedby"));
    if (!card) return;
    shownFor = term;
    tip.replaceChildren(...[...card.childNodes].map((node) => node.cloneNode(true)));
    tip.hidden = false;
    place();
  }

  function place() {
    const rect = shownFor.getClientRects()[0];
    if (!rect) return hide();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const edge = 12;
    const below = rect.bottom + 6;
    const top = below + height + edge <= innerHeight || rect.top < height + edge ? below : rect.top - height - 6;
    // Within its column, so that what stands beside it can still be read.
    const column = shownFor.closest(".row > *").getBoundingClientRect();
    const left = Math.min(rect.left, Math.max(column.left, column.right - width), root.clientWidth - width - edge);
    tip.style.left = `${Math.max(edge, left)}px`;
    tip.style.top = `${top}px`;
  }

  function hide() {
    clearTimeout(later);
    tip.hidden = true;
    shownFor = null;
  }

  const termAt = (event) => event.target instanceof Element ? event.target.closest(".term") : null;

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const term = termAt(event);
    clearTimeout(later);
    if (term) later = setTimeout(show, shownFor ? 0 : 120, term);
    else if (shownFor && !tip.contains(event.target) && shownFor !== document.activeElement) later = setTimeout(hide, 200);
  });
  document.addEventListener("focusin", (event) => { const term = termAt(event); if (term) show(term); });
  document.addEventListener("focusout", (event) => { if (termAt(event)) hide(); });
  document.addEventListener("click", (event) => {
    const term = termAt(event);
    if (term) show(term);
    else if (!tip.contains(event.target)) hide();
  });
  addEventListener("scroll", () => { if (shownFor) place(); }, { passive: true });
  addEventListener("resize", hide);

  /* Words that stand for each other light up together. */

  const painted = globalThis.CSS?.highlights && globalThis.Highlight;
  const linked = painted ? new Highlight() : null;
  if (painted) CSS.highlights.set("linked", linked);

  function range(cell, start, end) {
    const made = document.createRange();
    let offset = 0;
    let open = false;
    for (const node of texts(cell)) {
      const next = offset + node.length;
      if (!open && start < next) { made.setStart(node, start - offset); open = true; }
      if (open && end <= next) { made.setEnd(node, end - offset); return made; }
      offset = next;
    }
    return null;
  }

  function links(cell) {
    cell.links ??= (cell.dataset.links || "").split(" ").filter(Boolean).map((link) => link.split(",").map(Number));
    return cell.links;
  }

  function offsetAt(cell, x, y) {
    let node, within;
    if (document.caretPositionFromPoint) {
      const place = document.caretPositionFromPoint(x, y);
      [node, within] = [place?.offsetNode, place?.offset];
    } else {
      const place = document.caretRangeFromPoint?.(x, y);
      [node, within] = [place?.startContainer, place?.startOffset];
    }
    let offset = 0;
    for (const text of texts(cell)) {
      if (text === node) {
        // The caret stands at the nearer edge of a character; which side is meant, the point tells.
        const before = document.createRange();
        before.setStart(text, Math.max(0, within - 1));
        before.setEnd(text, within);
        const { right } = before.getBoundingClientRect();
        return offset + within - (within > 0 && x < right ? 1 : 0);
      }
      offset += text.length;
    }
    return -1;
  }

  function light(event) {
    linked.clear();
    const cell = event.target instanceof Element && event.target.closest(".row > .zh, .row > .en, .row > .vi");
    if (!cell || event.target.closest(".flag, .heads")) return;
    const at = offsetAt(cell, event.clientX, event.clientY);
    if (at < 0) return;
    const cells = [...cell.parentElement.children];
    const source = cell.classList.contains("zh");
    const meant = (source ? cells.flatMap(links).map(([start, end]) => [start, end]) : links(cell).map((link) => [link[2], link[3], link]))
      .filter(([start, end]) => start <= at && at < end)
      .sort((one, other) => (one[1] - one[0]) - (other[1] - other[0]))[0];
    if (!meant) return;
    const sources = source ? [meant] : links(cell).filter((link) => link[2] < meant[1] && meant[0] < link[3]);
    const ranges = sources.map(([start, end]) => range(cells[0], start, end));
    for (const other of cells.slice(1)) {
      for (const [from, to, start, end] of links(other)) {
        if (sources.some((span) => from < span[1] && span[0] < to)) ranges.push(range(other, start, end));
      }
    }
    for (const found of ranges) if (found) linked.add(found);
  }

  if (painted) {
    let waiting = null;
    document.addEventListener("pointermove", (event) => {
      if (!waiting) requestAnimationFrame(() => { const last = waiting; waiting = null; light(last); });
      waiting = event;
    }, { passive: true });
  }

  /* Search: in what is shown, without regard to case and diacritics, in either script. */

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

  function foldWithOrigins(text) {
    let folded = "";
    const origins = [];
    let at = 0;
    for (const character of text) {
      const piece = fold(character);
      for (let unit = 0; unit < piece.length; unit++) origins.push(at);
      folded += piece;
      at += character.length;
    }
    origins.push(at);
    return [folded, origins];
  }

  const search = {
    field: one("#search"),
    output: one("#found"),
    found: [],
    now: -1,
    marks: painted ? [new Highlight(), new Highlight()] : null,

    cells() {
      this.known ??= all(".row:not(.heads) > :is(.zh, .en, .vi)").map((cell) => {
        const text = texts(cell).map((node) => node.nodeValue).join("");
        const { hans, hant } = cell.dataset;
        return { cell, code: cell.classList[0], forms: [...new Set([text, hans, hant].filter((form) => form !== undefined).map((form) => form.normalize()))].map((form) => ({ form, folded: fold(form) })) };
      });
      return this.known;
    },

    again() { this.seek(this.field.value); },

    seek(typed) {
      const query = fold(typed.trim().normalize());
      this.found = [];
      this.now = -1;
      this.marks?.forEach((mark) => mark.clear());
      if (query) {
        for (const { cell, code, forms } of this.cells()) {
          if (!columns.includes(code)) continue;
          const spans = new Map();
          for (const { form, folded } of forms) {
            if (!folded.includes(query)) continue;
            const [whole, origins] = foldWithOrigins(form);
            for (let at = whole.indexOf(query); at >= 0; at = whole.indexOf(query, at + query.length)) {
              spans.set(origins[at], origins[at + query.length]);
            }
          }
          for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) this.found.push({ cell, start, end });
        }
        // Ranges of tens of thousands of matches would slow down every stroke; the first say enough.
        if (this.marks) for (const match of this.found.slice(0, 2000)) { const made = range(match.cell, match.start, match.end); if (made) this.marks[0].add(made); }
      }
      this.tell();
    },

    step(by) {
      if (!this.found.length) return;
      const count = this.found.length;
      this.now = this.now < 0 ? (by > 0 ? 0 : count - 1) : (this.now + by + count) % count;
      const { cell, start, end } = this.found[this.now];
      goTo(cell);
      this.marks?.[1].clear();
      const made = range(cell, start, end);
      if (made) this.marks?.[1].add(made);
      this.tell();
    },

    tell() {
      const count = this.found.length.toLocaleString("en");
      this.output.value = !this.field.value.trim() ? "" : this.now < 0 ? (this.found.length ? count : "none") : `${this.now + 1} / ${count}`;
      if (this.now < 0) mark(null);
    },
  };

  if (search.marks) {
    search.marks[1].priority = 1;
    CSS.highlights.set("found", search.marks[0]);
    CSS.highlights.set("found-now", search.marks[1]);
  }

  function mark(row) {
    for (const marked of all(".row.now")) marked.classList.remove("now");
    row?.classList.add("now");
  }

  function goTo(cell) {
    const folded = cell.closest("details:not([open])");
    if (folded) folded.open = true;
    mark(cell.parentElement);
    cell.scrollIntoView({ block: "center" });
  }

  let typing = 0;
  search.field.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => search.again(), 80); });
  one("[role=search]").addEventListener("submit", (event) => { event.preventDefault(); search.step(1); });
  one("#back").addEventListener("click", () => search.step(-1));
  search.field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); clearTimeout(typing); if (search.now < 0) search.again(); search.step(event.shiftKey ? -1 : 1); }
  });

  /* Flags */

  const flagged = all(".row > :has(> .flag)");
  let flag = -1;
  one("#flags")?.addEventListener("click", () => {
    const rows = [...new Set(flagged.map((cell) => cell.parentElement))];
    flag = (flag + 1) % rows.length;
    goTo(rows[flag].firstElementChild);
  });

  /* The list of terms, folded: what is hidden can still describe a term. */

  const list = one("#terms");
  if (list) {
    const head = list.previousElementSibling;
    const fold = document.createElement("button");
    fold.type = "button";
    fold.append(...head.childNodes);
    fold.setAttribute("aria-controls", list.id);
    head.append(fold);
    const turn = (open) => { list.hidden = !open; fold.setAttribute("aria-expanded", open); };
    fold.addEventListener("click", () => turn(list.hidden));
    turn(false);
  }

  /* Keys, printing */

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (shownFor) hide();
      else if (search.field.value) { search.field.value = ""; search.again(); }
      linked?.clear();
    } else if (event.key === "/" && !event.ctrlKey && !event.metaKey && event.target !== search.field) {
      event.preventDefault();
      search.field.select();
    }
  });

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all("details:not([open])");
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of unfolded) details.open = false; });

  /* As it was left */

  const left = memory.read();
  if (left.light === "on" || left.light === "off") root.dataset.light = left.light;
  showColumns(codes.filter((code) => !(left.hidden || []).includes(code)));
  if ((left.script === "Hans" || left.script === "Hant") && left.script !== root.dataset.script) showScript(left.script);
  one(".bar").hidden = false;
}
