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

// A block that the rich text editor holds as it is: a picture, a table, whatever it could not write itself.
const parsed = html => new DOMParser().parseFromString(html, "text/html").body;
const made = (name, text, className) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};
const isShown = address => /^(https?:\/\/|\/(media|assets)\/)/i.test(address);

const wordsOf = id => Object.fromEntries(
  [...document.querySelectorAll("#" + id + " [data-key]")].map(word => [word.dataset.key, word.textContent]));

if (document.getElementById("article") && window.Quill) {
  const BlockEmbed = Quill.import("blots/block/embed");
  const words = wordsOf("piece-words");

  // Rebuilt of text alone: what somebody else wrote into a block does nothing here.
  const drawn = html => {
    const block = parsed(html).firstElementChild;
    const shown = document.createDocumentFragment();
    if (!block) return shown;
    const image = block.matches("img") ? block : block.querySelector("figure > img");
    if (image) {
      const address = image.getAttribute("src") || "";
      const picture = made("img");
      picture.alt = image.alt;
      if (isShown(address)) picture.src = address;
      shown.append(picture);
      const caption = block.querySelector("figcaption");
      if (caption) shown.append(made("p", caption.textContent, "meta"));
      if (image.hasAttribute("alt")) shown.append(made("p", image.alt ? words.alternative + ": " + image.alt : words.decoration, "meta"));
      else shown.append(made("p", words.undescribed, "warn"));
    } else if (block.matches("table")) {
      const table = made("table");
      if (block.caption) table.append(made("caption", block.caption.textContent));
      for (const row of block.rows) {
        const line = table.insertRow();
        for (const cell of row.cells) {
          const copy = made(cell.localName, cell.textContent);
          copy.colSpan = cell.colSpan;
          copy.rowSpan = cell.rowSpan;
          line.append(copy);
        }
      }
      shown.append(table);
    } else {
      shown.append(made("code", "<" + block.localName + "> " + block.textContent.replace(/\s+/g, " ").trim().slice(0, 200)));
    }
    return shown;
  };

  const editor = html => {
    const block = parsed(html).firstElementChild;
    if (!block) return null;
    if (block.matches("img") || block.querySelector("figure > img")) return "picture";
    // What a list of rows and cells can say; anything richer is changed in HTML.
    return block.matches("table") && !block.querySelector("[colspan], [rowspan], :is(td, th) *") ? "table" : null;
  };

  class Piece extends BlockEmbed {
    static blotName = "piece";
    static tagName = "DIV";
    static className = "piece";

    static create(html) {
      const node = super.create();
      node.contentEditable = "false";
      node.dataset.html = html;
      const shown = made("div", "", "shown");
      shown.append(drawn(html));
      const acts = made("div", "", "acts");
      const kind = editor(html);
      if (kind) {
        const edit = made("button", words[kind], "small");
        edit.type = "button";
        edit.dataset.edit = kind;
        acts.append(edit);
      }
      const remove = made("button", words.remove, "small");
      remove.type = "button";
      remove.dataset.remove = "";
      acts.append(remove);
      node.append(shown, acts);
      // The editor shall not take the keys of the buttons for its own.
      node.addEventListener("keydown", event => event.stopPropagation());
      return node;
    }

    static value(node) {
      return node.dataset.html;
    }

    html() {
      return this.domNode.dataset.html.replace(/&nbsp;/g, "\u00a0");
    }
  }
  Quill.register("formats/piece", Piece);
}

// Sends a picture, with its progress in a line of that place; what is refused is told there.
const pictureWords = wordsOf("upload-words");
let sending = 0;
const sendPicture = (file, place) => new Promise(resolve => {
  const line = made("div", "", "sending");
  const name = made("span", file.name);
  const bar = made("progress");
  bar.setAttribute("aria-label", file.name);
  bar.value = 0;
  line.append(name, bar);
  place.append(line);
  const refuse = code => {
    line.className = "problem";
    line.setAttribute("role", "alert");
    const close = made("button", pictureWords.close, "small");
    close.type = "button";
    close.addEventListener("click", () => line.remove());
    line.replaceChildren(made("b", file.name), " ", pictureWords[code] || pictureWords.otherwise, " ", close);
    resolve(null);
  };
  if (file.size > Number(place.dataset.most)) {
    refuse("too-large");
    return;
  }
  const form = new FormData();
  form.append("file", file);
  const request = new XMLHttpRequest();
  const done = () => { sending--; };
  request.upload.addEventListener("progress", sent => { if (sent.lengthComputable) bar.value = sent.loaded / sent.total; });
  // All of it is there; the site reads it and makes its sizes.
  request.upload.addEventListener("load", () => bar.removeAttribute("value"));
  request.addEventListener("error", () => { done(); refuse("otherwise"); });
  request.addEventListener("load", () => {
    done();
    const answer = request.response || {};
    if (request.status === 201) {
      line.remove();
      resolve(answer);
    } else {
      refuse(request.status === 401 ? "unauthenticated" : answer.code);
    }
  });
  sending++;
  request.open("POST", "/api/v1/pictures");
  request.responseType = "json";
  request.send(form);
});

// The writing page: the rich text editor writes into the field of the form, which also stands alone as HTML.
const article = document.getElementById("article");
if (article) {
  const field = document.getElementById("body");
  const area = document.getElementById("rich-text");
  const source = document.getElementById("source");
  const count = document.getElementById("count");
  const cutOff = document.getElementById("cut-off");
  const uploads = document.getElementById("uploads");
  const KEPT_AFTER = 2000;
  const OPEN_EVERY = 40000;
  // What the editor holds in blocks.
  const BLOCKS = "figure, table, img, pre, hr, iframe, video, audio, dl, details, object, embed";
  const SAME = {b: "strong", i: "em"};
  const NEUTRAL = new Set(["p", "div", "span", "br", "section", "article"]);
  let quill = null;
  let asked = null;
  let unsaved = false;
  let keeping = false;

  const words = () => {
    const text = parsed(field.value.replace(/</g, " <")).textContent;
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

  const written = () => {
    const html = quill.getSemanticHTML().replace(/&nbsp;/g, " ").replace(/<p><\/p>/g, "");
    return html.trim() === "<p> </p>" ? "" : html;
  };

  const toField = () => {
    if (area.hidden) return;
    const html = written();
    if (html !== field.value) {
      field.value = html;
      changed();
    }
  };

  // What a text says and how much of each element it has, without how its paragraphs are cut.
  const inventory = html => {
    const body = parsed(html);
    const elements = {};
    for (const element of body.querySelectorAll("*")) {
      const name = SAME[element.localName] || element.localName;
      if (!NEUTRAL.has(name)) elements[name] = (elements[name] || 0) + 1;
    }
    const links = [...body.querySelectorAll("a")].map(link => link.getAttribute("href"));
    return JSON.stringify([body.textContent.replace(/[\s\u00a0]+/g, ""), Object.entries(elements).sort(), links]);
  };

  // Puts the text of the field into the editor, and tells whether that holds all of it.
  const toEditor = () => {
    quill.setContents(quill.clipboard.convert({html: field.value}), "silent");
    quill.history.clear();
    return inventory(written()) === inventory(field.value);
  };

  const show = (rich, whole) => {
    area.hidden = !rich;
    field.hidden = rich;
    source.setAttribute("aria-pressed", String(!rich));
    document.getElementById("source-hint").hidden = rich || whole;
  };

  const Delta = window.Quill && Quill.import("delta");

  const place = () => {
    const range = quill.getSelection();
    return range ? range.index + range.length : quill.getLength() - 1;
  };

  // Puts a block behind the line in which the place is, or before that line where it is empty.
  const insertPiece = (html, index) => {
    const [line, offset] = quill.getLine(index);
    const at = line && line.length() > 1 ? index - offset + line.length() : index;
    const behind = Math.min(at, quill.getLength());
    const atEnd = behind >= quill.getLength();
    const delta = atEnd
      ? new Delta().retain(quill.getLength() - 1).insert("\n").insert({piece: html})
      : new Delta().retain(behind).insert({piece: html});
    quill.updateContents(delta, "user");
    return quill.root.querySelectorAll(".piece").item(
      [...quill.root.querySelectorAll(".piece")].findIndex(node => node.dataset.html === html));
  };

  const replacePiece = (node, html) => {
    const index = quill.getIndex(Quill.find(node));
    const delta = new Delta().retain(index).delete(1);
    quill.updateContents(html === null ? delta : delta.insert({piece: html}), "user");
  };

  // Blocks are written in dialogs; a closed one has changed nothing.
  const ask = (name, fill, take) => {
    const dialog = document.getElementById(name + "-dialog");
    const form = dialog.querySelector("form");
    form.reset();
    fill(form.elements, dialog);
    form.onsubmit = event => {
      if (event.submitter && event.submitter.value === "cancel") return;
      if (take(form.elements, dialog) === false) event.preventDefault();
    };
    dialog.onclose = () => quill.focus();
    dialog.showModal();
  };

  const editPicture = node => {
    const body = parsed(node.dataset.html);
    const block = body.firstElementChild;
    const image = block.matches("img") ? block : block.querySelector("img");
    const caption = block.querySelector("figcaption");
    const credit = caption && caption.querySelector(":scope > small");
    // A caption with links and the like is changed in HTML.
    const plain = !caption || [...caption.querySelectorAll("*")].every(element => element === credit);
    ask("picture", (elements, dialog) => {
      dialog.querySelector("img").src = isShown(image.getAttribute("src")) ? image.getAttribute("src") : "";
      elements["picture-alternative"].value = image.alt;
      elements["picture-decorates"].checked = image.hasAttribute("alt") && !image.alt;
      elements["picture-caption"].value = caption ? [...caption.childNodes].filter(child => child !== credit)
        .map(child => child.textContent).join("").trim() : "";
      elements["picture-credit"].value = credit ? credit.textContent : "";
      elements["picture-caption"].disabled = elements["picture-credit"].disabled = !plain;
    }, elements => {
      const alternative = elements["picture-alternative"].value.trim();
      if (alternative || elements["picture-decorates"].checked) image.setAttribute("alt", alternative);
      else image.removeAttribute("alt");
      let figure = block;
      if (plain) {
        const texts = [elements["picture-caption"].value.trim(), elements["picture-credit"].value.trim()];
        if (caption) caption.remove();
        if (block === image && texts.some(Boolean)) {
          figure = made("figure");
          figure.append(image);
        }
        if (texts.some(Boolean)) {
          const line = made("figcaption", texts[0]);
          if (texts[1]) line.append(texts[0] ? " " : "", made("small", texts[1]));
          figure.append(line);
        }
      }
      replacePiece(node, figure.outerHTML);
    });
  };

  const SEPARATOR = /\t|\s*\|\s*/;
  const tableOf = (text, headed, title) => {
    const rows = text.split("\n").map(line => line.trim().replace(/^\||\|$/g, "").trim()).filter(Boolean)
      .map(line => line.split(SEPARATOR));
    const columns = Math.max(0, ...rows.map(row => row.length));
    if (!columns) return null;
    const table = made("table");
    if (title) table.append(made("caption", title));
    rows.forEach((row, number) => {
      const head = headed && number === 0;
      const part = head ? table.createTHead() : table.tBodies[0] || table.createTBody();
      const line = part.insertRow();
      for (let column = 0; column < columns; column++) {
        const cell = made(head ? "th" : "td", (row[column] || "").trim());
        if (head) cell.scope = "col";
        line.append(cell);
      }
    });
    return table.outerHTML;
  };

  const editTable = node => {
    const table = node && parsed(node.dataset.html).querySelector("table");
    // The place is lost as soon as the dialog has the keyboard.
    const index = place();
    ask("table", elements => {
      if (!table) return;
      elements["table-title"].value = table.caption ? table.caption.textContent.trim() : "";
      elements["table-cells"].value = [...table.rows].map(row =>
        [...row.cells].map(cell => cell.textContent.replace(/\s+/g, " ").trim()).join(" | ")).join("\n");
      elements["table-headed"].checked = Boolean(table.querySelector("th"));
    }, elements => {
      const html = tableOf(elements["table-cells"].value, elements["table-headed"].checked,
        elements["table-title"].value.trim());
      if (node) replacePiece(node, html);
      else if (html) insertPiece(html, index);
    });
  };

  const addEmbed = () => {
    const index = place();
    ask("embed", () => {}, (elements, dialog) => {
      const given = elements["embed-address"].value.trim();
      const frame = given.startsWith("<") ? parsed(given).querySelector("iframe") : null;
      const address = frame ? frame.getAttribute("src") || "" : given;
      if (!new RegExp("^(?:" + dialog.dataset.forms + ")$").test(address)) {
        dialog.querySelector(".problem").hidden = false;
        return false;
      }
      dialog.querySelector(".problem").hidden = true;
      const link = address.startsWith("//") ? "https:" + address : address;
      const title = elements["embed-title"].value.trim() || link;
      const [line, offset] = quill.getLine(index);
      const empty = !line || line.length() === 1;
      const end = empty ? index : index - offset + line.length() - 1;
      const delta = new Delta().retain(end);
      if (!empty) delta.insert("\n");
      quill.updateContents(delta.insert(title, {link}).insert("\n"), "user");
      return true;
    });
  };

  const addPictures = async (files, index) => {
    let at = index;
    for (const file of files) {
      const picture = await sendPicture(file, uploads);
      if (picture) {
        const figure = made("figure");
        const image = made("img");
        image.setAttribute("src", picture.source);
        figure.append(image);
        const node = insertPiece(figure.outerHTML, Math.min(at, quill.getLength() - 1));
        if (node) {
          at = quill.getIndex(Quill.find(node)) + 1;
          if (files.length === 1) editPicture(node);
        }
      }
    }
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
    // The key that leads on leads on: who writes with the keyboard alone gets out of the text.
    delete quill.keyboard.bindings.Tab;
    quill.clipboard.addMatcher(BLOCKS, node => new Delta().insert({piece: node.outerHTML}));
    quill.uploader.upload = (range, files) => { if (files.length) addPictures([...files], range.index); };
    box.addEventListener("click", event => {
      const piece = event.target.closest(".piece");
      if (!piece) return;
      if (event.target.dataset.edit === "picture") editPicture(piece);
      else if (event.target.dataset.edit === "table") editTable(piece);
      else if (event.target.dataset.remove !== undefined) replacePiece(piece, null);
    });
    const file = document.getElementById("text-file");
    let at = 0;
    document.getElementById("add-picture").addEventListener("click", () => {
      at = place();
      file.click();
    });
    file.addEventListener("change", () => {
      const files = [...file.files];
      file.value = "";
      addPictures(files, Math.max(at, 0));
    });
    document.getElementById("add-table").addEventListener("click", () => editTable(null));
    document.getElementById("add-embed").addEventListener("click", addEmbed);
    const whole = toEditor();
    show(whole, whole);
    quill.on("text-change", (now, before, by) => { if (by === "user") toField(); });
    source.addEventListener("click", () => {
      if (!area.hidden) {
        show(false, true);
        field.focus();
      } else {
        const holds = toEditor();
        show(holds, holds);
      }
    });
    words();
    document.documentElement.dataset.ready = "true";
  };
  begin();

  // The picture over the article.
  const lead = document.getElementById("lead");
  const address = document.getElementById("picture");
  const shown = document.getElementById("lead-shown");
  const leadFile = document.getElementById("lead-file");
  const showLead = () => {
    shown.hidden = !isShown(address.value.trim());
    if (!shown.hidden) shown.src = address.value.trim();
  };
  const sendLead = async file => {
    const picture = await sendPicture(file, document.getElementById("lead-uploads"));
    if (!picture) return;
    address.value = picture.source;
    showLead();
    changed();
    document.getElementById("alternative").focus();
  };
  document.getElementById("lead-choose").addEventListener("click", () => leadFile.click());
  leadFile.addEventListener("change", () => {
    const [file] = leadFile.files;
    leadFile.value = "";
    if (file) sendLead(file);
  });
  address.addEventListener("input", showLead);
  showLead();

  const isOfFiles = event => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  // A file that misses its place shall not take the place of the page.
  addEventListener("dragover", event => { if (isOfFiles(event)) event.preventDefault(); });
  addEventListener("drop", event => { if (isOfFiles(event)) event.preventDefault(); });
  for (const target of [lead, area]) {
    target.addEventListener("dragover", event => { if (isOfFiles(event)) target.classList.add("over"); });
    target.addEventListener("dragleave", event => { if (!target.contains(event.relatedTarget)) target.classList.remove("over"); });
    target.addEventListener("drop", () => target.classList.remove("over"));
  }
  lead.addEventListener("drop", event => {
    const [file] = event.dataTransfer ? event.dataTransfer.files : [];
    if (file) sendLead(file);
  });

  article.addEventListener("input", event => { if (!event.target.closest("#rich-text")) changed(); });
  article.addEventListener("submit", event => {
    if (sending) {
      event.preventDefault();
      uploads.querySelector(".waiting").hidden = false;
      return;
    }
    unsaved = false;
    clearTimeout(asked);
  });
  addEventListener("beforeunload", event => { if (unsaved || sending) event.preventDefault(); });
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
