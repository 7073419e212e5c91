// Put before a page's own scripts: tells when something is on the screen, and how long a key or a tap takes to get there.
//
// "On the screen" is the first message after an animation frame. The frame's callback comes before style, layout and
// paint, and the message's task only after them; a second animation frame instead would wait for the display's next turn
// and add up to 17 ms of nothing. Event Timing entries would include the compositor, but are rounded to 8 ms and leave
// out everything below 16 ms, which is where a key belongs.
(targets) => {
  const painted = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
  const shown = (element) => !element.disabled && element.getClientRects().length > 0;
  const matching = ({ selector, text }) => [...document.querySelectorAll(selector)].filter((one) => !text || one.textContent.trim() === text);

  const waiting = new Map(Object.entries(targets));
  const seen = Object.fromEntries(Object.keys(targets).map((name) => {
    let resolve;
    const promise = new Promise((done) => { resolve = done; });
    return [name, { promise, resolve }];
  }));
  const look = () => {
    for (const [name, target] of waiting) {
      if (matching(target).length === 0) continue;
      waiting.delete(name);
      painted((at) => {
        if (matching(target).some(shown)) return seen[name].resolve(at);
        waiting.set(name, target);
        requestAnimationFrame(look);
      });
    }
    if (waiting.size === 0) observer.disconnect();
    else observer.observe(document, { childList: true, subtree: true, attributes: true });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true });

  const bench = { keys: [], taps: [], ups: [] };
  // The event's own time is when the browser got it: time spent waiting for a busy page counts.
  addEventListener("keydown", (event) => painted((at) => bench.keys.push(at - event.timeStamp)), true);
  addEventListener("pointerup", (event) => bench.ups.push(event.timeStamp), true);
  addEventListener("change", ({ target }) => {
    if (target.type !== "radio" && target.type !== "checkbox") return;
    const start = bench.ups.at(-1);
    const card = target.closest(".choice");
    const drawn = (at) => (card && !card.classList.contains("is-chosen") ? painted(drawn) : bench.taps.push(at - start));
    painted(drawn);
  }, true);

  bench.seen = (name, seconds) => Promise.race([
    seen[name].promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error(`${name} did not appear within ${seconds} s: ${document.body?.innerText}`)), seconds * 1000)),
  ]);
  globalThis.bench = bench;
}
