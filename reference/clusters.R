# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Makes the reference cases of clusters and of the local statistics beside local Moran, with R and spdep, without any code of ours.
# Run from the root of the repository: Rscript reference/clusters.R ../shared
suppressPackageStartupMessages({library(spdep); library(jsonlite); library(spData)})
shared <- commandArgs(trailingOnly = TRUE)[1]
r <- paste0("R ", getRversion()); program <- paste0(r, ", spdep ", packageVersion("spdep"))
save <- function(folder, name, title, source, program, input, expected, tolerance = 1e-6, licence = "CC0-1.0") {
  dir.create(file.path("reference", folder), showWarnings = FALSE)
  write_json(list(title = title, source = source, licence = licence, program = program, tolerance = tolerance, input = input, expected = expected),
    file.path("reference", folder, paste0(name, ".json")), auto_unbox = TRUE, digits = NA, pretty = FALSE, null = "null", na = "null")
}
zero <- function(nb) lapply(nb, function(k) I(if (k[1] == 0) integer(0) else as.integer(k) - 1L))

data(columbus, package = "spData")
nb <- col.gal.nb; attr(nb, "region.id") <- NULL
lists <- list(W = nb2listw(nb, style = "W"), B = nb2listw(nb, style = "B"))
title <- "Columbus, Ohio, 49 neighbourhoods in 1980"; source <- "Anselin (1988), Spatial Econometrics; distributed as columbus in R spData"
values <- list(CRIME = columbus$CRIME, INC = columbus$INC, HOVAL = columbus$HOVAL)

# General G
general <- function(x, lw) { t <- suppressWarnings(globalG.test(x, lw)); list(G = t$estimate[[1]], expected = t$estimate[[2]], variance = t$estimate[[3]], z = t$statistic[[1]]) }
save("global-getis-ord", "columbus", title, source, program, list(neighbours = zero(nb), values = values),
  lapply(values, function(x) lapply(lists, function(lw) general(x, lw))))

# Local Geary (spdep divides by n - 1)
save("local-geary", "columbus", title, source, program, list(neighbours = zero(nb), values = values),
  lapply(values, function(x) lapply(lists, function(lw) list(statisticLessOne = as.vector(localC(x, lw))))))

# Bivariate local Moran (spdep divides by n - 1)
save("bivariate-local-moran", "columbus", title, source, program, list(neighbours = zero(nb), own = columbus$INC, around = columbus$CRIME),
  lapply(lists, function(lw) list(statisticLessOne = as.vector(localmoran_bv(columbus$INC, columbus$CRIME, lw, nsim = 9)[, 1]))))

# Local join counts: counts by spdep, exact chance by phyper
hot <- columbus$CRIME > 45
bb <- local_joincount_uni(factor(hot), "TRUE", lists$B, nsim = 9)$BB
n <- length(hot); P <- sum(hot); k <- card(nb)
save("local-join-count", "columbus", title, paste0(source, "; black where CRIME > 45"), program, list(neighbours = zero(nb), values = as.integer(hot)),
  list(count = bb, p = ifelse(hot, phyper(bb - 1, P - 1, n - P, k, lower.tail = FALSE), NA)))

# Groningen 2017, from the peer results that came with the project
folder <- file.path(shared, "reference/groningen_2017")
if (dir.exists(folder)) {
  input <- read.csv(file.path(folder, "input.csv")); loc <- read.csv(file.path(folder, "local.csv"))
  glob <- fromJSON(file.path(folder, "global.json"), simplifyVector = FALSE); cont <- fromJSON(file.path(folder, "contiguity.json"))
  used <- input[input$used == 1, ]; stopifnot(all(used$code == loc$code))
  near <- unname(lapply(cont$queen[used$code], function(j) I(sort(na.omit(match(j, used$code))) - 1L)))
  gv <- list(x = used$x, x2 = used$x2, p = 100 * used$y / used$n)
  t2 <- "Groningen, buurten of 2017"; s2 <- "CBS wijk- en buurtkaart 2017; figures by R spdep 1.2.7 (peer results of the project)"; l2 <- "CC-BY-4.0, CBS / Kadaster"
  styles <- c(W = "W", B = "B")
  save("global-getis-ord", "groningen-2017", t2, s2, program, list(neighbours = near, values = gv), lapply(glob$variables, function(v) lapply(v[styles], function(s)
    list(G = s$globalG$stat, expected = s$globalG$E, variance = s$globalG$Var, z = unlist(s$globalG$z)))), licence = l2)
  save("local-geary", "groningen-2017", t2, s2, program, list(neighbours = near, values = gv), lapply(c(x = "x", x2 = "x2", p = "p"), function(v) lapply(styles, function(s)
    list(statisticLessOne = loc[[paste(v, s, "localC", sep = "_")]]))), licence = l2)
}

# Scan: all circles one by one
llr <- function(o, e, C) ifelse(o > e, o * log(o / e) + ifelse(C > o, (C - o) * log((C - o) / (C - e)), 0), 0)
scan <- function(x, y, o, e, share) {
  e <- e * sum(o) / sum(e); C <- sum(o); all <- list()
  for (i in seq_along(x)) {
    d <- sqrt((x - x[i])^2 + (y - y[i])^2)
    best <- list(llr = 0)
    for (radius in sort(unique(round(d, 6)))) {
      inside <- which(d <= radius + 1e-6)
      if (sum(e[inside]) > share * C * (1 + 1e-9)) break
      v <- llr(sum(o[inside]), sum(e[inside]), C)
      if (v > best$llr) best <- list(llr = v, areas = inside, cases = sum(o[inside]), expected = sum(e[inside]))
    }
    if (best$llr > 0) all[[length(all) + 1]] <- best
  }
  all <- all[order(-sapply(all, function(b) b$llr))]; kept <- list(); taken <- integer(0)
  for (b in all) if (!any(b$areas %in% taken)) { taken <- c(taken, b$areas); kept[[length(kept) + 1]] <- list(areas = I(b$areas - 1L), cases = b$cases, expected = b$expected, llr = b$llr) }
  kept
}
# The largest ratio of maps that chance makes: all circles as rows of a matrix, all maps as columns of another.
chance <- function(x, y, n, C, share, replicates) {
  e <- n * C / sum(n); rows <- list()
  for (i in seq_along(x)) { d <- round(sqrt((x - x[i])^2 + (y - y[i])^2), 6)
    for (radius in sort(unique(d))) { inside <- d <= radius; if (sum(e[inside]) > share * C * (1 + 1e-9)) break; rows[[length(rows) + 1]] <- as.numeric(inside) } }
  M <- do.call(rbind, rows); E <- as.vector(M %*% e); O <- M %*% rmultinom(replicates, C, e)
  v <- ifelse(O > E, O * log(pmax(O, 1) / E) + ifelse(C > O, (C - O) * log(pmax(C - O, 1) / (C - E)), 0), 0)
  top <- apply(v, 2, max); list(replicates = replicates, mean = mean(top), sd = sd(top), above = sapply(c(3, 4, 5, 6), function(q) mean(top >= q)))
}
y <- c(3, 12, 14, 9, 4, 3, 5); e <- c(6, 7, 8, 7, 6, 8, 8)
save("scan", "line", "Seven places on a line", "methods.md E-3, computed again with all circles one by one", r,
  list(x = 0:6, y = rep(0, 7), cases = y, expected = e, share = .5), list(clusters = scan(0:6, rep(0, 7), y, e, .5)))
set.seed(7); people <- round(runif(49, 500, 5000)); o <- rpois(49, people * .01 * ifelse(columbus$X > 38 & columbus$Y > 32, 1.8, 1))
save("scan", "columbus", "Cases made up on the middles of Columbus", "Places from columbus in R spData; cases by chance with one corner at 1.8 times the rate; all circles one by one", r,
  list(x = columbus$X, y = columbus$Y, cases = o, population = people, share = .2), list(clusters = scan(columbus$X, columbus$Y, o, people, .2), chance = chance(columbus$X, columbus$Y, people, sum(o), .2, 20000)))
mu <- function(m, s) m - .57721566490153286 * s * sqrt(6) / pi
gumbel <- function(m, s, x) -expm1(-exp(-(x - mu(m, s)) / (s * sqrt(6) / pi)))
g <- list(mean = c(4.2, 4.2, 4.2, 3), sd = c(1.3, 1.3, 1.3, .5), x = c(8, 4, 30, 25))
save("scan", "gumbel", "The tail of Gumbel's distribution", "methods.md E-4, and others", r, g, list(p = gumbel(g$mean, g$sd, g$x)))

# Border contrast
contrast <- function(x, edges, zone) { d <- abs(x[edges[, 1]] - x[edges[, 2]]); a <- zone[edges[, 1]] != zone[edges[, 2]]
  list(across = mean(d[a]), within = mean(d[!a]), contrast = mean(d[a]) / mean(d[!a]), pairsAcross = sum(a), pairsWithin = sum(!a)) }
edges <- rbind(c(1, 2), c(2, 3), c(4, 5), c(5, 6), c(1, 4), c(2, 5), c(3, 6)); zone <- c(1, 1, 2, 1, 1, 2)
v7 <- list(c(.10, .09, .04, .11, .08, .05), c(.10, .04, .09, .05, .11, .06))
save("border-contrast", "E-7", "Six areas in two zones", "methods.md E-7, computed again", r, list(rows = 2, columns = 3, zones = zone, values = v7),
  list(contrasts = lapply(v7, contrast, edges, zone)), 1e-9)
ce <- do.call(rbind, lapply(seq_along(nb), function(i) { j <- nb[[i]][nb[[i]] > i]; if (length(j)) cbind(i, j) }))
cz <- as.integer(columbus$DISCBD > 2) + 2L * columbus$EW
save("border-contrast", "columbus", title, paste0(source, "; zones by distance to the centre and side"), r,
  list(neighbours = zero(nb), zones = cz, values = list(columbus$CRIME)), list(contrasts = list(contrast(columbus$CRIME, ce, cz))))
