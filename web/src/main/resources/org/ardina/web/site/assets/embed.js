"use strict";

// What plays elsewhere is a link; a click puts its player in the place, and only then is anything loaded from there.
for (const link of document.querySelectorAll(".embed > a[data-player]")) {
  link.addEventListener("click", event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = link.dataset.player;
    player.title = link.querySelector("b").textContent;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    link.replaceWith(player);
    player.focus();
  });
}
