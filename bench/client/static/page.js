// All that a hand-written page does: follow-up questions come and go, sums are kept, answers survive a reload.
const form = document.forms[0];
const kept = `answers:${location.pathname}`;

function settle() {
  for (const part of form.querySelectorAll("[data-after]")) {
    const chosen = form.querySelector(`[name=${part.dataset.after}]:checked`);
    part.hidden = !chosen || !part.dataset.is.split(" ").includes(chosen.value);
  }
  for (const sum of form.querySelectorAll("[data-sum]")) {
    sum.value = sum.dataset.sum.split(" ").reduce((all, name) => all + Number(form.elements[name].value), 0);
  }
}

form.addEventListener("change", () => {
  settle();
  localStorage.setItem(kept, JSON.stringify([...new FormData(form)]));
});
settle();
document.documentElement.dataset.ready = "";
if (navigator.serviceWorker && location.hash === "#keep") {
  addEventListener("load", () => navigator.serviceWorker.register(trusted("/sw.js")));
}

function trusted(address) {
  return trustedTypes.createPolicy("bench", { createScriptURL: (url) => url }).createScriptURL(address);
}
