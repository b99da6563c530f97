# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Makes the reference cases of neighbours and autocorrelation with R spdep, without any code of ours.
# Run from the root of the repository: Rscript reference/autocorrelation.R ../shared
suppressPackageStartupMessages({library(spdep); library(jsonlite); library(spData)})
shared <- commandArgs(trailingOnly = TRUE)[1]
program <- paste0("R ", getRversion(), ", spdep ", packageVersion("spdep"))
about_names <- c("title", "source", "licence", "program", "tolerance")
input_names <- c("ids", "neighbours", "values", "rule", "x", "y", "k", "distance", "cases", "population")
save <- function(file, case) {
  out <- case[about_names]
  out$input <- case[intersect(names(case), input_names)]
  out$expected <- c(case$expected, case[setdiff(names(case), c(about_names, input_names, "expected"))])
  write_json(out, file, auto_unbox = TRUE, digits = NA, pretty = FALSE, null = "null")
}
zero <- function(nb) lapply(nb, function(k) I(if (k[1] == 0) integer(0) else as.integer(k) - 1L))
head_of <- function(title, source, licence) list(title = title, source = source, licence = licence, program = program, tolerance = 1e-6)

global <- function(x, lw) {
  n <- moran.test(x, lw, randomisation = FALSE); r <- moran.test(x, lw)
  list(I = n$estimate[[1]], expected = n$estimate[[2]], varianceNormality = n$estimate[[3]], varianceRandomisation = r$estimate[[3]],
       zNormality = n$statistic[[1]], zRandomisation = r$statistic[[1]])
}
contrast <- function(x, lw) {
  n <- geary.test(x, lw, randomisation = FALSE); r <- geary.test(x, lw)
  # spdep prints (E - C)/sd; ours is (C - E)/sd.
  list(C = n$estimate[[1]], expected = n$estimate[[2]], varianceNormality = n$estimate[[3]], varianceRandomisation = r$estimate[[3]],
       zNormality = -n$statistic[[1]], zRandomisation = -r$statistic[[1]])
}
joins <- function(b, lw) {
  t <- joincount.multi(factor(b, levels = c(0, 1)), lw)
  pick <- function(row) list(count = t[row, 1], expected = t[row, 2], variance = t[row, 3], z = t[row, 4])
  list(BB = pick("1:1"), WW = pick("0:0"), BW = pick("1:0"))
}
local <- function(x, lw) {
  t <- localmoran(x, lw, conditional = TRUE, mlvar = TRUE)
  m <- mean(x); z <- x - m
  # z of the lag instead of z of I: the sign is that of the surroundings.
  list(lag = lag.listw(lw, x), statistic = as.vector(t[, 1]), z = as.vector(t[, 4]) * sign(z))
}
getis <- function(x, lw, nb, style) list(
  g = as.vector(localG(x, lw)),
  gStar = as.vector(localG(x, nb2listw(include.self(nb), style = style, zero.policy = TRUE))))

# Columbus
data(columbus, package = "spData")
nb <- col.gal.nb; attr(nb, "region.id") <- NULL
W <- nb2listw(nb, style = "W"); B <- nb2listw(nb, style = "B")
about <- head_of("Columbus, Ohio, 49 neighbourhoods in 1980", "Anselin (1988), Spatial Econometrics; distributed as columbus in R spData", "CC0-1.0")
values <- list(CRIME = columbus$CRIME, INC = columbus$INC, HOVAL = columbus$HOVAL)
both <- function(f) lapply(values, function(x) list(W = f(x, W), B = f(x, B)))
base <- c(about, list(neighbours = zero(nb), values = values))
save("reference/moran/columbus.json", c(base, list(expected = both(global))))
save("reference/geary/columbus.json", c(base, list(expected = both(contrast))))
save("reference/local-moran/columbus.json", c(base, list(expected = both(local))))
save("reference/getis-ord/columbus.json", c(base, list(expected = lapply(values, function(x) list(W = getis(x, W, nb, "W"), B = getis(x, B, nb, "B"))))))
hot <- as.integer(columbus$CRIME > 35)
save("reference/join-count/columbus.json", c(about, list(rule = "1 where CRIME > 35", neighbours = zero(nb), values = hot,
  expected = list(W = joins(hot, W), B = joins(hot, B)))))
orders <- nblag(nb, 5)
save("reference/moran/columbus-correlogram.json", c(about, list(neighbours = zero(nb), values = columbus$CRIME,
  links = sapply(orders, function(o) sum(card(o))),
  expected = list(I = sapply(orders, function(o) moran(columbus$CRIME, nb2listw(o, style = "W", zero.policy = TRUE), 49, Szero(nb2listw(o, style = "W", zero.policy = TRUE)), zero.policy = TRUE)$I)))))
k4 <- knn2nb(knearneigh(cbind(columbus$X, columbus$Y), k = 4))
band <- dnearneigh(cbind(columbus$X, columbus$Y), 0, 4)
save("reference/contiguity/columbus-points.json", c(about, list(x = columbus$X, y = columbus$Y, k = 4, nearest = zero(k4), distance = 4, band = zero(band))))

# 3 x 3 grid
x <- c(9, 8, 2, 7, 6, 1, 3, 2, 1); nb <- cell2nb(3, 3); attr(nb, "region.id") <- NULL
W <- nb2listw(nb, style = "W"); B <- nb2listw(nb, style = "B")
about <- head_of("A rook grid of 3 x 3", "methods.md E-2, computed again", "CC0-1.0")
base <- c(about, list(neighbours = zero(nb), values = list(x = x)))
save("reference/local-moran/grid-3x3.json", c(base, list(expected = list(x = list(W = local(x, W), B = local(x, B))))))
save("reference/getis-ord/grid-3x3.json", c(base, list(expected = list(x = list(W = getis(x, W, nb, "W"), B = getis(x, B, nb, "B"))))))
save("reference/moran/grid-3x3.json", c(base, list(expected = list(x = list(W = global(x, W), B = global(x, B))))))

# false discovery rate
set.seed(1); many <- round(c(runif(60)^4, runif(40)), 4)
p <- c(.001, .009, .04, .012, .2, .03, .6, .048)
fdr <- function(p, q) list(p = p, q = q, adjusted = p.adjust(p, "BH"), rejected = sum(p.adjust(p, "BH") <= q))
save("reference/fdr/benjamini-hochberg.json", c(head_of("Benjamini and Hochberg", "methods.md E-4, and 100 values of p with ties", "CC0-1.0"),
  list(tests = list(fdr(p, .05), fdr(many, .1)))))

# empirical Bayes
eb <- function(y, n) { e <- EBest(y, n, family = "binomial"); a <- attr(e, "parameters"); list(a = a$a, b = a$b, smoothed = e$estmm) }
ebi <- function(y, n) { b <- sum(y) / sum(n); s2 <- sum(n * (y / n - b)^2) / sum(n); a <- max(0, s2 - b / mean(n)); (y / n - b) / sqrt(a + b / n) }
lip <- list(y = c(9,39,11,9,15,8,26,7,6,20,13,5,3,8,17,9,2,7,9,7,16,31,11,7,19,15,7,10,16,11,5,3,7,8,11,9,11,8,6,4,10,8,2,6,19,3,2,3,28,6,1,1,1,1,0,0),
  n = c(1.4,8.7,3.0,2.5,4.3,2.4,8.1,2.3,2.0,6.6,4.4,1.8,1.1,3.3,7.8,4.6,1.1,4.2,5.5,4.4,10.5,22.7,8.8,5.6,15.5,12.5,6.0,9.0,14.4,10.2,4.8,2.9,7.0,8.5,12.3,10.1,12.7,9.4,7.2,5.3,18.8,15.8,4.3,14.6,50.7,8.2,5.6,9.3,88.7,19.6,3.4,3.6,5.7,7.0,4.2,1.8))
smooth <- function(y, n) { e <- EBest(y, n); a <- attr(e, "parameters"); list(cases = y, population = n, a = a$a, b = a$b, smoothed = e$estmm, standardised = ebi(y, n)) }
save("reference/empirical-bayes/marshall.json", c(head_of("Empirical Bayes of Marshall", "methods.md E-1; Clayton and Kaldor (1987), Scottish lip cancer 1975-1980; standardised rates by the formula of Assuncao and Reis (1999)", "CC0-1.0"),
  list(maps = list(smooth(c(2, 0, 9, 20, 4), c(50, 40, 100, 400, 160)), smooth(c(3, 4, 5), c(50, 60, 70)), smooth(lip$y, lip$n)))))

# Groningen 2017, from the peer results that came with the project
folder <- file.path(shared, "reference/groningen_2017")
if (dir.exists(folder)) {
  input <- read.csv(file.path(folder, "input.csv")); loc <- read.csv(file.path(folder, "local.csv"))
  perm <- read.csv(file.path(folder, "local_moran_perm_p.csv"))
  glob <- fromJSON(file.path(folder, "global.json"), simplifyVector = FALSE)
  cont <- fromJSON(file.path(folder, "contiguity.json"))
  used <- input[input$used == 1, ]; stopifnot(all(used$code == loc$code))
  about <- list(title = "Groningen, buurten of 2017", source = "CBS wijk- en buurtkaart 2017; figures by R spdep 1.2.7 (peer results of the project)",
    licence = "CC-BY-4.0, CBS / Kadaster", program = "R 4.2.2, spdep 1.2.7", tolerance = 1e-6)
  all <- cont$queen[input$code]
  save("reference/contiguity/groningen-2017.json", c(about, list(ids = input$code, queen = unname(lapply(all, function(k) I(match(k, input$code) - 1L))),
    queenLinks = cont$queen_links, rookLinks = cont$rook_links, queenOnlyPairs = cont$queen_only_pairs, components = cont$components)))
  nb <- unname(lapply(cont$queen[used$code], function(k) I(sort(na.omit(match(k, used$code))) - 1L)))
  values <- list(x = used$x, x2 = used$x2, p = 100 * used$y / used$n)
  base <- c(about, list(ids = used$code, neighbours = nb, values = values))
  pick <- function(t, sign) list(expected = t$E, value = t$stat, variance = t$Var, z = sign * t$z)
  styles <- c(W = "W", B = "B")
  save("reference/moran/groningen-2017.json", c(base, list(expected = lapply(glob$variables, function(v) lapply(v[styles], function(s) list(
    I = s$moran_normality$stat, expected = s$moran_normality$E, varianceNormality = s$moran_normality$Var, varianceRandomisation = s$moran_randomisation$Var,
    zNormality = s$moran_normality$z, zRandomisation = s$moran_randomisation$z))))))
  save("reference/geary/groningen-2017.json", c(base, list(expected = lapply(glob$variables, function(v) lapply(v[styles], function(s) list(
    C = s$geary_normality$stat, expected = 1, varianceNormality = s$geary_normality$Var, varianceRandomisation = s$geary_randomisation$Var,
    zNormality = -s$geary_normality$z, zRandomisation = -s$geary_randomisation$z))))))
  column <- function(v, s, c) loc[[paste(v, s, c, sep = "_")]]
  names <- c(x = "x", x2 = "x2", p = "p")
  save("reference/local-moran/groningen-2017.json", c(base, list(
    permutation = list(variable = "p", style = "W", replicates = 99999, twoSided = perm$p_two_sided_rank_sim),
    expected = lapply(names, function(v) lapply(styles, function(s) list(
      lag = column(v, s, "lag"), statistic = column(v, s, "Ii_n"), z = column(v, s, "zIi_cond") * sign(values[[v]] - mean(values[[v]]))))))))
  save("reference/getis-ord/groningen-2017.json", c(base, list(expected = lapply(names, function(v) lapply(styles, function(s) list(
    g = column(v, s, "Gi_z"), gStar = column(v, s, "Gistar_z")))))))
  j <- glob$join_counts
  joined <- function(t) { p <- function(k) list(count = t[[k]]$Joincount, expected = t[[k]]$Expected, variance = t[[k]]$Variance, z = t[[k]][["z-value"]])
    list(BB = p("1:1"), WW = p("0:0"), BW = p("1:0")) }
  save("reference/join-count/groningen-2017.json", c(about, list(rule = "1 where x > 11", neighbours = nb, values = as.integer(used$x > 11),
    expected = list(W = joined(j$W$multi), B = joined(j$B$multi)))))
  graph <- lapply(nb, function(k) if (length(k)) as.integer(k) + 1L else 0L); class(graph) <- "nb"
  # spdep's own default takes each neighbour's deviation from that neighbour's local mean; geoda = TRUE is Marshall's formula over the unit and its neighbours.
  surroundings <- EBlocal(used$y, used$n, graph, geoda = TRUE)$est
  surroundings[is.nan(surroundings)] <- 0 # no case in the unit and its neighbours: 0/0 in spdep, rate 0 by the formula's own limit
  save("reference/empirical-bayes/groningen-2017.json", c(about, list(cases = used$y, population = used$n, a = glob$EBest$a, b = glob$EBest$b,
    smoothed = loc$EBest, local = surroundings, neighbours = nb, moranOfStandardised = glob$EBI_moran$I)))
}
