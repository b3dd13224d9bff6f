// Keys of the review page: a key presses what bears it. The page works without.
document.addEventListener("keydown", (e) => {
  const at = e.target;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) {
    if (e.key === "Escape") at.blur();
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
  const to = document.querySelector(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
  if (!to) return;
  e.preventDefault();
  if (to.tagName === "DETAILS") {
    to.open = true;
    to.querySelector("select,input").focus();
    return;
  }
  to.click();
});
