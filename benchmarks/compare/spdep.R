# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The work of QuickRun with R spdep on the same map, 2 cores: prints name,elapsed,processor,answer
# (processor time of this process and its children, which other programs on the machine disturb less). Usage: Rscript spdep.R ../shared
suppressPackageStartupMessages({library(sf); library(spdep); library(parallel)})
shared <- commandArgs(trailingOnly = TRUE)[1]
map <- st_read(file.path(shared, "data/geo/nl_buurt_2024_benaderd.gpkg"), layer = "buurt_2024", quiet = TRUE)
figures <- read.csv(file.path(shared, "data/kerncijfers/nl_kerncijfers_2024.csv"))
map <- map[order(map$bu_code, method = "radix"), ]
map$woz <- figures$wozWaarde[match(map$bu_code, figures$code)]
map <- map[!is.na(map$woz), ]
cat(sprintf("# R %s, spdep %s: %d areas\n", getRversion(), packageVersion("spdep"), nrow(map)))
invisible(set.coresOption(2L)); invisible(set.mcOption(TRUE))
measure <- function(name, work, answer = identity) {
  time <- system.time(result <- suppressWarnings(work()))
  cat(sprintf("%s,%.5f,%.5f,%s\n", name, time[["elapsed"]], sum(time[c("user.self", "sys.self", "user.child", "sys.child")]), format(answer(result), digits = 15)))
  invisible(result)
}
nb <- measure("queen", function() poly2nb(map, queen = TRUE), function(g) sum(card(g)))
if (!is.na(commandArgs(trailingOnly = TRUE)[2])) {
  from <- rep(seq_along(nb), card(nb)); to <- unlist(nb[card(nb) > 0])
  write.csv(data.frame(from = map$bu_code[from], to = map$bu_code[to]), commandArgs(trailingOnly = TRUE)[2], row.names = FALSE, quote = FALSE)
}
keep <- card(nb) > 0
graph <- subset(nb, keep); x <- map$woz[keep]; W <- nb2listw(graph, style = "W"); B <- nb2listw(graph, style = "B")
set.seed(2009)
measure("moran-999", function() moran.mc(x, W, 999), function(r) r$statistic[[1]])
measure("geary-999", function() geary.mc(x, W, 999), function(r) r$statistic[[1]])
hot <- factor(x > median(x))
measure("join-count-999", function() joincount.mc(hot, B, 999), function(r) r[[2]]$statistic[[1]])
measure("local-moran-999", function() localmoran_perm(x, W, nsim = 999), function(r) mean(r[, 1]))
measure("getis-ord-999", function() localG_perm(x, W, nsim = 999), function(r) max(r))
