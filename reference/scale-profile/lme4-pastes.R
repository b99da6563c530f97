# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Nested random intercepts without known sampling variances: R lme4 on its own data set Pastes (Davies and Goldsmith 1972).
library(lme4); library(jsonlite)
Pastes <- Pastes[order(Pastes$batch, Pastes$sample), ]
m <- lmer(strength ~ 1 + (1 | batch) + (1 | sample), Pastes, REML = TRUE,
          control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12)))
v <- as.data.frame(VarCorr(m)); s2 <- setNames(v$vcov, v$grp)
cat(toJSON(list(
  case = "nested random intercepts, sampling variances unknown: 60 assays, 30 casks, 10 batches",
  source = "lme4-pastes.R in this folder; data set Pastes of the R package lme4 (GPL-2 or later), from Davies and Goldsmith (1972), Statistical Methods in Research and Production",
  program = "R lme4, lmer with REML", version = paste("lme4", packageVersion("lme4"), "in", R.version.string), tolerance = 1e-5,
  input = list(levels = c("assay", "cask", "batch"), values = Pastes$strength,
               ancestors = list(as.integer(factor(Pastes$sample)) - 1L, as.integer(Pastes$batch) - 1L)),
  expected = list(variances = unname(c(s2["Residual"], s2["sample"], s2["batch"])), mean = unname(fixef(m)), meanStandardError = sqrt(vcov(m)[1, 1]),
                  minusTwoLogLikelihoodWithConstant = -2 * as.numeric(logLik(m)))), auto_unbox = TRUE, digits = 12, pretty = 2), "\n")
