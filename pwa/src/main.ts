// The first script: begins to read what the phone keeps while the app itself is still coming over the network.
import { routeOf } from "./app/places/address";
import { staysAway } from "./app/sharedphone/away";
import { beginOpening } from "./storage";

if (!staysAway()) begin();

function begin(): void {
  const route = routeOf(location.hash);
  beginOpening(route.at === "answer" ? route.instanceId : null);
  // Side by side with the app, not after it.
  if (route.at === "join" || route.at === "round") import("./app/screens/arriving").catch(() => undefined);
  const place = document.getElementById("app");
  if (place) void import("./app").then(({ start }) => start(place));
}
