// Marks in the rail beside a long form the block that is being read or filled in.

const links = [...document.querySelectorAll(".et-rail a[href^='#']")];
const blocks = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);

function mark(block) {
  for (const link of links) {
    if (link.hash === `#${block.id}`) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
}

if (blocks.length) {
  const seen = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => mark(entry.target)),
    { rootMargin: "-30% 0px -60% 0px" },
  );
  for (const block of blocks) {
    seen.observe(block);
    block.addEventListener("focusin", () => mark(block));
  }
  mark(blocks[0]);
}
