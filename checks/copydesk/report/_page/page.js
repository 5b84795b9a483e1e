"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const one = (what, within = document) => within.querySelector(what);
  const make = (name, more = {}, ...inside) => {
    const made = Object.assign(document.createElement(name), more);
    made.append(...inside);
    return made;
  };
  const drawn = (name, more) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(more)) made.setAttribute(key, value);
    return made;
  };

  const OUTCOMES = ["error", "warning", "unsure", "note", "waived", "pass", "skip"];
  const SAID = { pass: "passed", skip: "nothing to check", unsure: "unsure", waived: "waived" };
  // What is not shown until somebody asks.
  const QUIET = ["skip", "waived"];
  const said = (outcome, count) => `${count} ${SAID[outcome] || (count === 1 ? outcome : `${outcome}s`)}`;
  const LANE = { first: 10, apart: 7, most: 6 };
  const narrow = matchMedia("(max-width: 62rem)");
  const findings = all(".finding");
  const asked = { hidden: new Set(QUIET), rule: "" };
  let held = null;

  // ---- what belongs together: a finding, and the marks of its places in the story
  const proof = (node) => node.closest(".proof");
  const places = (finding) => all(`.place[data-n~="${finding.dataset.n}"]`, proof(finding));
  const finding_of = (place, number) => one(`.finding[data-n="${number}"]`, proof(place));
  const seen = () => findings.filter((finding) => !finding.hidden);

  // ---- filters
  const filter = () => {
    const shown = (node) => !asked.hidden.has(node.dataset.outcome) && (!asked.rule || node.dataset.rule === asked.rule);
    for (const node of all("[data-outcome]")) if (node.tagName === "LI") node.hidden = !shown(node);
    for (const place of all(".place")) {
      const on = place.dataset.n.split(" ").map((number) => finding_of(place, number)).filter((finding) => !finding.hidden);
      const worst = OUTCOMES.find((outcome) => on.some((finding) => finding.dataset.outcome === outcome));
      place.className = worst ? `place ${worst}` : "place off";
    }
    for (const ref of all(".refs a")) ref.hidden = one(ref.getAttribute("href")).hidden;
    for (const list of all(".quiet")) list.hidden = !all("li", list).some((node) => !node.hidden);
    if (held && held.hidden) hold(null);
    place_all();
  };

  const offer_filters = () => {
    const counted = (outcome) => all(`li[data-outcome="${outcome}"]`).reduce((sum, item) => sum + Number(item.dataset.times || 1), 0);
    for (const outcome of OUTCOMES.filter(counted)) {
      const button = make("button", { type: "button", className: outcome }, said(outcome, counted(outcome)));
      button.setAttribute("aria-pressed", String(!asked.hidden.has(outcome)));
      button.addEventListener("click", () => {
        const on = button.getAttribute("aria-pressed") === "true";
        button.setAttribute("aria-pressed", String(!on));
        asked.hidden[on ? "add" : "delete"](outcome);
        if (!on) for (const item of all(`.quiet li.${outcome}`)) item.closest("details").open = true;
        filter();
      });
      one(".outcomes").append(button);
    }
    const rules = [...new Set(findings.map((finding) => finding.dataset.rule))].sort();
    const select = one(".rules select");
    for (const rule of rules) select.append(make("option", { value: rule }, rule));
    select.addEventListener("change", () => { asked.rule = select.value; filter(); });
    one(".rules").hidden = rules.length < 2;
    one(".filters").hidden = one(".keys").hidden = false;
    one(".filters").addEventListener("submit", (event) => event.preventDefault());
    one(".theme").addEventListener("click", () => {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    });
  };

  const list_articles = () => {
    const proofs = all(".proof");
    if (proofs.length < 2) return;
    for (const article of proofs) {
      const verdict = one(".verdict", article);
      const counts = (one(".counts:not(:empty)", verdict) || one("strong", verdict)).textContent;
      const link = make("a", { href: `#${article.id}` }, one("h2", article).textContent);
      one(".articles ol").append(make("li", { className: verdict.className.replace("verdict", "") }, link, make("span", {}, counts)));
    }
    one(".articles").hidden = false;
  };

  // ---- findings stand beside the first of their places, as far as there is room
  const place_all = () => {
    // What is gone to must not hide behind the head of the page, which the list of articles makes higher.
    document.documentElement.style.setProperty("--head", `${one(".desk").offsetHeight}px`);
    for (const article of all(".proof")) { align(article); tie(article); }
  };
  const align = (article) => {
    const notes = one(".notes", article);
    if (!notes) return;
    const beside = !narrow.matches;
    notes.classList.toggle("aligned", beside);
    notes.style.paddingTop = "";
    if (!beside) return;
    const top = notes.getBoundingClientRect().top;
    const list = all(".finding", notes).filter((finding) => !finding.hidden);
    const wanted = list.map((finding) => { const mark = places(finding)[0]; return mark ? mark.getBoundingClientRect().top - top - 4 : 0; });
    let bottom = 0;
    list.forEach((finding, i) => {
      const at = Math.max(bottom, wanted[i]);
      finding.style.top = `${at}px`;
      bottom = at + finding.offsetHeight + 14;
    });
    notes.style.paddingTop = `${bottom}px`;
  };

  // ---- clashing statements are tied by a bracket in the left margin
  const tie = (article) => {
    const story = one(".story", article);
    if (!story) return;
    one(".ties", story)?.remove();
    const box = story.getBoundingClientRect();
    const gutter = parseFloat(getComputedStyle(story).paddingLeft) - 4;
    const svg = drawn("svg", { class: held && proof(held) === article ? "ties held" : "ties", "aria-hidden": "true" });
    const taken = [];
    for (const finding of all(".finding", article)) {
      if (finding.hidden) continue;
      const rows = spots(finding, box);
      const group = drawn("g", { class: `${finding.dataset.outcome}${finding === held ? " lit" : ""}`, "data-n": finding.dataset.n });
      group.append(...thread(finding, rows, box));
      svg.append(group);
      if (rows.length < 2) continue;
      const [first, last] = [Math.min(...rows.map((row) => row.y)), Math.max(...rows.map((row) => row.y))];
      let lane = taken.findIndex((ends) => ends.every(([from, to]) => last + 6 < from || first - 6 > to));
      if (lane < 0) lane = taken.push([]) - 1;
      taken[lane].push([first, last]);
      const apart = Math.min(LANE.apart, (gutter - LANE.first) / LANE.most);
      const x = gutter - LANE.first - (lane % LANE.most) * apart;
      group.append(drawn("path", { d: `M${gutter} ${first}H${x + 3}Q${x} ${first} ${x} ${Math.min(first + 3, last)}V${Math.max(last - 3, first)}Q${x} ${last} ${x + 3} ${last}H${gutter}` }));
      for (const row of rows) {
        group.append(drawn("path", { d: `M${x} ${row.y}H${gutter}` }), drawn("circle", { cx: gutter, cy: row.y, r: 2.6 }));
        group.append(drawn("path", { class: "leader", d: `M${gutter + 4} ${row.foot}H${Math.max(row.left - 2, gutter + 4)}` }));
      }
    }
    story.append(svg);
  };
  // From the right edge of the story, at the line of a finding's first words, to the finding.
  const thread = (finding, rows, box) => {
    if (narrow.matches || !rows.length) return [];
    const margin = finding.closest(".notes").getBoundingClientRect();
    const [x, y] = [box.width - 2, rows[0].y];
    const [to, down] = [margin.left - box.left - 1, margin.top - box.top + parseFloat(finding.style.top) + 19];
    const bend = (to - x) / 2;
    return [drawn("circle", { cx: x, cy: y, r: 2.4 }), drawn("path", { class: "thread", d: `M${x} ${y}C${x + bend} ${y} ${to - bend} ${down} ${to} ${down}` })];
  };
  // Where the places of a finding are, one for each line that begins one.
  const spots = (finding, box) => {
    const rows = new Map();
    for (const mark of places(finding)) {
      const at = mark.getClientRects()[0];
      if (!at) continue;
      const y = Math.round(at.top - box.top + at.height / 2);
      if (!rows.has(y)) rows.set(y, { y, foot: at.bottom - box.top - 1, left: at.left - box.left });
    }
    return [...rows.values()];
  };

  // ---- one finding may be held: its places and its tie are lit
  const hold = (finding) => {
    held = finding;
    for (const node of all(".up")) node.classList.remove("up");
    for (const node of all(".lit")) node.classList.remove("lit");
    if (finding) for (const node of [finding, ...places(finding)]) node.classList.add("lit");
    place_all();
  };
  // On a narrow screen the finding comes up to the words.
  const bring = (finding) => {
    hold(finding);
    if (!narrow.matches) { finding.scrollIntoView({ block: "nearest" }); return; }
    finding.classList.add("up");
    const list = seen();
    one("span", turns).textContent = `${list.indexOf(finding) + 1} of ${list.length}`;
    finding.prepend(turns);
    finding.scrollTop = 0;
  };
  const turned = (step) => {
    const list = seen();
    const next = list[(list.indexOf(held) + step + list.length) % list.length];
    bring(next);
    places(next)[0]?.scrollIntoView({ block: "start" });
  };
  const button = (words, label, press) => {
    const made = make("button", { type: "button" }, words);
    made.setAttribute("aria-label", label);
    made.addEventListener("click", (event) => { event.stopPropagation(); press(); });
    return made;
  };
  const turns = make("div", { className: "turn" }, make("span"), button("‹", "the finding before", () => turned(-1)),
    button("›", "the next finding", () => turned(1)), button("×", "close", () => hold(null)));
  const glance = (finding, on) => {
    if (held) return;
    for (const mark of places(finding)) mark.classList.toggle("lit", on);
    const group = one(`.ties g[data-n="${finding.dataset.n}"]`, proof(finding));
    if (group) { group.classList.toggle("lit", on); group.parentNode.classList.toggle("held", on); }
  };
  let turn = 0;
  const go_to_words = (finding) => {
    const marks = places(finding);
    if (marks.length) marks[turn++ % marks.length].scrollIntoView({ block: "center" });
  };
  for (const finding of findings) {
    finding.addEventListener("mouseenter", () => glance(finding, true));
    finding.addEventListener("mouseleave", () => glance(finding, false));
    finding.addEventListener("click", (event) => { if (!event.target.closest("a") && !finding.classList.contains("up")) hold(held === finding ? null : finding); });
    finding.addEventListener("focusin", () => { if (held !== finding) { turn = 0; hold(finding); } });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input")) return;
    const list = seen();
    if (event.key === "j" || event.key === "k") {
      const step = event.key === "j" ? 1 : -1;
      const at = list.indexOf(held);
      const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1)];
      if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "center" }); }
    } else if (event.key === "Enter" && event.target.classList.contains("finding")) {
      go_to_words(event.target);
    } else if (event.key === "Escape") {
      hide_tip();
      document.activeElement?.blur();
      hold(null);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".refs a, .finding a");
    if (!link) return;
    const target = one(link.getAttribute("href"));
    if (!target?.classList.contains("finding")) return;
    event.preventDefault();
    if (narrow.matches) bring(target); else target.focus();
  });

  // ---- what was understood of a fact, from its row in the table
  const tip = one("#tip");
  const LABELS = ["role", "said by", "stands in"];
  const show_tip = (mark) => {
    const row = one(mark.getAttribute("href"));
    if (!row) return;
    const [, , kind, value, unit, of, ...rest] = [...row.cells].map((cell) => cell.textContent);
    const counted = of && !unit ? of : unit;
    const list = make("dl");
    rest.forEach((cell, i) => { if (cell && cell !== "text") list.append(make("dt", {}, LABELS[i]), make("dd", {}, cell)); });
    if (row.dataset.said && row.dataset.said !== value) list.append(make("dt", {}, "TIMEX3"), make("dd", {}, value));
    tip.replaceChildren(make("strong", {}, row.dataset.said || [value, counted].filter(Boolean).join(" ")), kind, list);
    tip.hidden = false;
    mark.setAttribute("aria-describedby", "tip");
    const at = mark.getClientRects()[0];
    const left = Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
    const above = at.top - tip.offsetHeight - 8;
    tip.style.left = `${Math.max(8, left) + scrollX}px`;
    tip.style.top = `${(above > 60 ? above : at.bottom + 8) + scrollY}px`;
  };
  const hide_tip = () => {
    tip.hidden = true;
    for (const mark of all("[aria-describedby=tip]")) mark.removeAttribute("aria-describedby");
  };
  for (const mark of all(".fact")) {
    mark.addEventListener("mouseenter", () => show_tip(mark));
    mark.addEventListener("focus", () => show_tip(mark));
    mark.addEventListener("mouseleave", hide_tip);
    mark.addEventListener("blur", hide_tip);
    mark.addEventListener("click", (event) => {
      const place = event.target.closest(".place:not(.off)");
      const finding = place && place.dataset.n.split(" ").map((number) => finding_of(place, number)).find((found) => !found.hidden);
      if (finding) { event.preventDefault(); bring(finding); }
    });
  }

  offer_filters();
  list_articles();
  filter();
  addEventListener("resize", place_all);
  for (const details of all("details")) details.addEventListener("toggle", place_all);
  document.fonts?.ready.then(place_all);
})();
