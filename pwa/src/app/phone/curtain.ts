// Draws a curtain before the app when it is put aside: the list of open apps must not show what somebody answered.

export function startCurtain(): void {
  const draw = () => document.documentElement.toggleAttribute("data-curtain", document.visibilityState === "hidden");
  document.addEventListener("visibilitychange", draw);
}
