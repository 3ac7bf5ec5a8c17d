// The board of an analysis. Without this file everything can be read and done with plain forms.

import "./board/answers.js";
import "./board/cards.js";
import "./board/drafts.js";
import "./board/drag.js";
import "./board/picture.js";
import "./board/queue.js";
import "./board/window.js";
import "./board/writer.js";

document.documentElement.classList.add("bd-live");
