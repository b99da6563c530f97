# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The value of dwellings of all buurten of the Netherlands, 2024, over buurt, wijk and gemeente, without sampling variances.
# Run from this folder: Rscript lme4-national.R FILE   (FILE = nl_kerncijfers_2024.csv of the shared data)
library(lme4); options(digits = 12)
d <- read.csv(commandArgs(TRUE)[1], colClasses = c(code = "character", wk_code = "character", gm_code = "character"))
d <- d[d$type == "buurt" & !is.na(d$wozWaarde), ]
time <- system.time(m <- lmer(wozWaarde ~ 1 + (1 | gm_code) + (1 | wk_code), d))
m <- lmer(wozWaarde ~ 1 + (1 | gm_code) + (1 | wk_code), d, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12)))
print(c(nrow(d), length(unique(d$wk_code)), length(unique(d$gm_code))))
print(as.data.frame(VarCorr(m))[, c("grp", "vcov")]); print(c(fixef(m), sqrt(vcov(m)[1, 1]))); cat("seconds with the default optimiser", time[["elapsed"]], "\n")
