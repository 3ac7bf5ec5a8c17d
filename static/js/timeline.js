// The drawn timeline opens at now, which is where people want to be; everything works without this too.

const scroll = document.querySelector(".tl-scroll");
if (scroll) scroll.scrollLeft = scroll.scrollWidth;
