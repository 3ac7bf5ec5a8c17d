// The board of an analysis. Without this file everything can be read and done with plain forms.

import "./board/answers.js";
import "./board/calm.js";
import "./board/cards.js";
import "./board/clash.js";
import "./board/column.js";
import "./board/drafts.js";
import "./board/drag.js";
import "./board/inplace.js";
import "./board/live.js";
import "./board/people.js";
import "./board/picture.js";
import "./board/queue.js";
import "./board/status.js";
import "./board/steps.js";
import "./board/stream.js";
import "./board/window.js";
import { begin } from "./board/outbox.js";

begin();
document.documentElement.classList.add("bd-live");
