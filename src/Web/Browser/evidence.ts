// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

import "./asking.js";
import "./copy-text.js";
import "./printing.js";
import "./evidence-view.js";
