// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

// All that the atlas page runs.
import "./asking.js";
import "./atlas-view.js";
import "./copy-text.js";
import "./place-map.js";
import "./printing.js";
import "./scale-ladder.js";
