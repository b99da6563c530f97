# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Counts and optima of small maps by looking at every division, with base R only. Shares nothing with the product.
# Run: Rscript check.R

bits <- function(mask, n) which(bitwAnd(mask, bitwShiftL(1L, 0:(n - 1))) > 0)

connected <- function(members, touching) {
  reached <- members[1]
  repeat {
    more <- setdiff(intersect(members, unlist(touching[reached])), reached)
    if (length(more) == 0) return(length(reached) == length(members))
    reached <- c(reached, more)
  }
}

divide <- function(n, edges, pop, dw, value, P = 10000, D = 4000) {
  touching <- lapply(1:n, function(i) c(edges[edges[, 1] == i, 2], edges[edges[, 2] == i, 1]))
  sets <- list()
  for (mask in 1:(2^n - 1)) {
    m <- bits(mask, n)
    if (sum(pop[m]) <= P && sum(dw[m]) <= D && connected(m, touching))
      sets[[length(sets) + 1]] <- list(mask = mask, low = m[1], m = m,
        ss = sum(pop[m] * (value[m] - sum(pop[m] * value[m]) / sum(pop[m]))^2))
  }
  bylow <- lapply(1:n, function(i) Filter(function(s) s$low == i, sets))
  memo <- new.env()
  solve <- function(rest) {                      # list(k, number of ways, least ss with k, its areas)
    if (rest == 0) return(list(k = 0, ways = 1, ss = 0, areas = list()))
    key <- as.character(rest)
    if (!is.null(memo[[key]])) return(memo[[key]])
    best <- list(k = Inf, ways = 0, ss = Inf)
    for (s in bylow[[bits(rest, n)[1]]]) {
      if (bitwAnd(s$mask, rest) != s$mask) next
      r <- solve(rest - s$mask)
      if (r$k + 1 < best$k) best <- list(k = r$k + 1, ways = 0, ss = Inf)
      if (r$k + 1 == best$k) {
        best$ways <- best$ways + r$ways
        if (r$ss + s$ss < best$ss) { best$ss <- r$ss + s$ss; best$areas <- c(list(s$m - 1), r$areas) }
      }
    }
    memo[[key]] <- best
    best
  }
  solve(2^n - 1)
}

show <- function(name, r) {
  cat(name, ": areas", r$k, "ways", r$ways, "least SS", format(r$ss, digits = 15), "\n  ")
  cat(paste(sapply(r$areas, function(a) paste0("{", paste(a, collapse = ","), "}")), collapse = ""), "\n")
}

pop <- c(3200, 2800, 4100, 2500, 3900, 2600, 3300, 1900, 2200, 3600, 2900, 4000)
dw <- c(1500, 1200, 1900, 1000, 1700, 1250, 1400, 900, 950, 1650, 1300, 1800)
value <- c(10, 12, 30, 9, 11, 28, 12, 26, 31, 14, 25, 27)
grid <- NULL
for (i in 1:12) { if (i %% 4 != 0) grid <- rbind(grid, c(i, i + 1)); if (i <= 8) grid <- rbind(grid, c(i, i + 4)) }
canal <- grid[, 2] == grid[, 1] + 1 & grid[, 1] %% 4 == 2
cat("total SS", format(sum(pop * (value - sum(pop * value) / sum(pop))^2), digits = 15), "\n")
show("G-1 open", divide(12, grid, pop, dw, value))
show("G-1 bridge", divide(12, grid[!canal | grid[, 1] == 6, ], pop, dw, value))
show("G-1 no bridge", divide(12, grid[!canal, ], pop, dw, value))
show("G-2", divide(6, cbind(1:5, 2:6), c(4000, 5000, 3000, 6000, 2000, 7000), c(1600, 1900, 1300, 2500, 900, 2600), rep(0, 6)))

# G-3: all 2^7 ways to cut the tree.
parent <- c(NA, 0, 0, 1, 1, 2, 2, 4) + 1; weight <- c(4, 3, 2, 5, 4, 6, 1, 3); fewest <- Inf
for (mask in 0:127) {
  cut <- c(TRUE, bitwAnd(mask, bitwShiftL(1L, 0:6)) > 0)
  root <- integer(8); for (i in 1:8) root[i] <- if (cut[i]) i else root[parent[i]]
  if (all(tapply(weight, root, sum) <= 10)) fewest <- min(fewest, sum(cut))
}
cat("G-3 parts", fewest, "\n")

# G-5
vi <- function(a, b, w) { h <- function(x) { p <- tapply(w, x, sum) / sum(w); -sum(p * log(p)) }; 2 * h(paste(a, b)) - h(a) - h(b) }
a <- c(1, 1, 1, 2, 2, 2); b <- c(1, 1, 2, 2, 3, 3); w <- c(1000, 2000, 1000, 1500, 1500, 3000)
pairs <- combn(6, 2)
cat("G-5 VI", format(vi(a, b, w), digits = 10), format(vi(a, b, rep(1, 6)), digits = 10),
    "Rand", format(mean((a[pairs[1, ]] == a[pairs[2, ]]) == (b[pairs[1, ]] == b[pairs[2, ]])), digits = 10), "\n")

# The generator of grids: 64-bit whole numbers fit in doubles here, for 1103515245 * 2^31 < 2^62 does not, so the product is split.
draw <- function(x) { high <- floor(x / 65536); low <- x %% 65536
  ((((1103515245 * high) %% 32768) * 65536) + 1103515245 * low + 12345) %% 2^31 }
for (n in c(60 * 55, 12 * 10)) {
  x <- 42; p <- d <- numeric(n)
  for (i in 1:n) { x <- draw(x); p[i] <- 200 + floor(x / 65536) %% 2001; x <- draw(x); d[i] <- floor(p[i] * (38 + floor(x / 65536) %% 15) / 100) }
  cat("grid of", n, ":", p[1:4], "/", d[1:4], "sums", sum(p), sum(d), "bound", max(ceiling(sum(p) / 10000), ceiling(sum(d) / 4000)), "\n")
}
