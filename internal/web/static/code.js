// Words that are selected in the text are written into the form, with where they stand.
// The page works without: there the words are typed, and their sentence is chosen.
const form = document.getElementById("form");
const points = (s) => Array.from(s).length;
const sentenceOf = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(".sentence");

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
  const range = chosen.getRangeAt(0);
  const from = sentenceOf(range.startContainer);
  if (!from || from !== sentenceOf(range.endContainer)) return;
  const before = document.createRange();
  before.setStart(from, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const lead = words.length - words.trimStart().length;
  form.words.value = words.trim();
  form.at.value = Number(from.dataset.at) + points(before.toString()) + lead;
  form.sentence.value = from.dataset.number;
  for (const s of document.querySelectorAll(".sentence.chosen")) s.classList.remove("chosen");
  from.classList.add("chosen");
});
// What is typed stands where the sentence says.
for (const name of ["words", "sentence"]) form[name].addEventListener("input", () => { form.at.value = ""; });
