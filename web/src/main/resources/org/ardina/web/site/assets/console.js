"use strict";

// Sends an export with its progress; without this script the browser would show the API's answer.
for (const form of document.querySelectorAll("form.upload")) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    const bar = form.querySelector("progress");
    const told = form.querySelector(".problem");
    const button = form.querySelector("button");
    const request = new XMLHttpRequest();
    const fail = text => {
      told.textContent = text || told.dataset.otherwise;
      told.hidden = false;
      bar.hidden = true;
      button.disabled = false;
    };
    request.upload.addEventListener("progress", sent => { bar.value = sent.loaded / sent.total; });
    request.addEventListener("error", () => fail());
    request.addEventListener("load", () => {
      const answer = request.response || {};
      if (request.status === 202) location.assign(form.dataset.next + encodeURIComponent(answer.id));
      else fail(answer.detail);
    });
    told.hidden = true;
    bar.hidden = false;
    button.disabled = true;
    request.open("POST", form.action);
    request.responseType = "json";
    request.send(new FormData(form));
  });
}

// The writing page: the rich text editor writes into the field of the form, which also stands alone as HTML.
const article = document.getElementById("article");
if (article) {
  const field = document.getElementById("body");
  const area = document.getElementById("rich-text");
  const source = document.getElementById("source");
  const count = document.getElementById("count");
  const cutOff = document.getElementById("cut-off");
  const KEPT_AFTER = 2000;
  const OPEN_EVERY = 40000;
  // What the editor would lose.
  const RICHER = /<(table|figure|iframe|pre|hr|div|dl|img|video|audio|h[1456])\b/i;
  let quill = null;
  let asked = null;
  let unsaved = false;
  let keeping = false;

  const words = () => {
    const text = new DOMParser().parseFromString(field.value.replace(/</g, " <"), "text/html").body.textContent;
    const number = (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) || []).length;
    const minutes = Math.max(1, Math.round(number / 230));
    count.textContent = (number === 1 ? count.dataset.one : count.dataset.other).replace("{0}", number) + " · "
      + count.dataset.minutes.replace("{0}", minutes);
  };

  const changed = () => {
    words();
    unsaved = true;
    clearTimeout(asked);
    asked = setTimeout(keep, KEPT_AFTER);
  };

  const keep = () => {
    if (keeping) {
      clearTimeout(asked);
      asked = setTimeout(keep, KEPT_AFTER);
      return;
    }
    keeping = true;
    keepDraft();
  };

  // After another login the form needs its token; the page at the same address has it.
  const renewToken = () => fetch(location.href, {redirect: "manual"})
    .then(answer => answer.ok ? answer.text() : Promise.reject(answer.status))
    .then(html => {
      const token = new DOMParser().parseFromString(html, "text/html").querySelector("#article [name='form-token']");
      for (const input of document.querySelectorAll("[name='form-token']")) input.value = token.value;
    });

  jQuery(document).on("pfAjaxSuccess", () => { keeping = false; unsaved = false; cutOff.hidden = true; });
  jQuery(document).on("pfAjaxError", () => {
    keeping = false;
    cutOff.hidden = false;
    clearTimeout(asked);
    renewToken().catch(() => {}).finally(() => { asked = setTimeout(keep, KEPT_AFTER); });
  });

  const toField = () => {
    if (area.hidden) return;
    const html = quill.getText().trim() === "" ? "" : quill.getSemanticHTML().replace(/&nbsp;/g, " ");
    if (html !== field.value) {
      field.value = html;
      changed();
    }
  };

  const show = rich => {
    area.hidden = !rich;
    field.hidden = rich;
    source.setAttribute("aria-pressed", String(!rich));
    document.getElementById("source-hint").hidden = rich || !RICHER.test(field.value);
  };

  const begin = () => {
    const widget = window.PF && PF("rich");
    if (!widget || !widget.editor) {
      setTimeout(begin, 50);
      return;
    }
    quill = widget.editor;
    const box = quill.root;
    box.setAttribute("role", "textbox");
    box.setAttribute("aria-multiline", "true");
    box.setAttribute("aria-labelledby", "body-label");
    // The component says this of what is around the box, its tools included.
    document.getElementById("rich").removeAttribute("role");
    show(!RICHER.test(field.value));
    quill.on("text-change", (now, before, by) => { if (by === "user") toField(); });
    source.addEventListener("click", () => {
      if (area.hidden) {
        quill.setContents(quill.clipboard.convert({html: field.value}), "silent");
        show(true);
      } else {
        show(false);
        field.focus();
      }
    });
    words();
    document.documentElement.dataset.ready = "true";
  };
  begin();

  article.addEventListener("input", event => { if (!event.target.closest("#rich-text")) changed(); });
  article.addEventListener("submit", () => { unsaved = false; clearTimeout(asked); });
  addEventListener("beforeunload", event => { if (unsaved) event.preventDefault(); });
  // Says again that the article is open.
  if (article.elements.id) setInterval(() => { if (!document.hidden) keepOpen(); }, OPEN_EVERY);
}

// The review desk: notes about what is selected in the article.
const passages = document.getElementById("passages");
if (passages) {
  const manuscript = document.querySelector(".manuscript");
  document.getElementById("add-passage").addEventListener("click", () => {
    const selection = getSelection();
    const quote = selection.rangeCount && manuscript.contains(selection.anchorNode)
      ? selection.toString().replace(/\s+/g, " ").trim().slice(0, 500) : "";
    if (!quote) {
      manuscript.tabIndex = -1;
      manuscript.focus();
      return;
    }
    const field = document.createElement("div");
    field.className = "field passage";
    const shown = document.createElement("q");
    shown.textContent = quote;
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = "quote";
    hidden.value = quote;
    const text = document.createElement("textarea");
    text.name = "passage-note";
    text.rows = 2;
    text.setAttribute("aria-label", passages.dataset.label);
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "small";
    remove.textContent = passages.dataset.remove;
    remove.addEventListener("click", () => field.remove());
    field.append(shown, hidden, text, remove);
    passages.append(field);
    text.focus();
  });
}

// The desk with comments: one key for each thing to do, numbers that stay right, and comments that nobody else is shown.
const cases = document.getElementById("cases");
if (cases) {
  const KEPT_EVERY = 15000;
  const form = document.getElementById("desk");
  const cards = [...cases.querySelectorAll(".case")];
  let current = 0;

  const go = to => {
    if (!cards.length) return;
    current = Math.max(0, Math.min(cards.length - 1, to));
    cards[current].focus({preventScroll: true});
    cards[current].scrollIntoView({block: "nearest"});
  };
  const press = selector => cards.length && cards[current].querySelector(selector).click();

  const KEYS = {
    j: () => go(current + 1),
    k: () => go(current - 1),
    a: () => press("[name='approve']"),
    x: () => press("[name='chosen']"),
    o: () => press(".context"),
    u: () => { const undo = document.getElementById("undo"); if (undo) undo.click(); }
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey
      || event.target.closest("input:not([type='checkbox']), textarea, select")) return;
    const key = event.key.toLowerCase();
    if (KEYS[key]) {
      event.preventDefault();
      KEYS[key]();
    } else if (/^[0-9]$/.test(key) && cards.length) {
      event.preventDefault();
      document.getElementById("reason").selectedIndex = key === "0" ? 10 : Number(key);
      press("[name='reject']");
    }
  });
  cards.forEach((card, place) => card.addEventListener("focusin", () => { current = place; }));
  // A second click while the first is on its way would decide about nothing.
  form.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  });

  setInterval(() => {
    if (document.hidden) return;
    fetch(cases.dataset.claims, {
      method: "PUT",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify({comments: cards.map(card => card.dataset.id)})
    }).then(answer => answer.ok ? answer.json() : {}).then(counts => {
      for (const [kind, count] of Object.entries(counts)) {
        document.querySelector("[data-count='" + kind + "']").textContent = count;
      }
    }).catch(() => {});
  }, KEPT_EVERY);
  if (!document.querySelector("main > .problem, main > span > .problem")) go(0);
}

// What was wrong is read and seen first.
const problem = document.querySelector("main > .problem, main > span > .problem");
if (problem) problem.focus();
