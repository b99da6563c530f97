# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The restricted likelihood with full matrices, as far from the tree recursion as can be: prints what likelihood.json holds and checks A-1 and A-3.
# Run: Rscript full-matrices.R   (base R; written for 4.2.2)
options(digits = 12)
minus2ll <- function(y, v, groups, s2) {
  V <- diag(v + s2[1])
  for (k in seq_along(groups)) V <- V + s2[k + 1] * outer(groups[[k]], groups[[k]], "==")
  W <- solve(V); X <- rep(1, length(y)); XWX <- sum(W); mu <- sum(W %*% y) / XWX
  r <- y - mu
  c(determinant(V)$modulus + log(XWX) + t(r) %*% W %*% r)
}
fit <- function(f, start) {
  o <- optim(log(start), function(t) f(exp(t)), method = "Nelder-Mead", control = list(reltol = 1e-15, maxit = 20000))
  o <- optim(o$par, function(t) f(exp(t)), method = "BFGS", control = list(reltol = 1e-16, maxit = 2000)); o
}
profile_at <- function(f, k, s, start) {
  g <- function(t) { x <- numeric(length(start)); x[k] <- s; x[-k] <- exp(t); f(x) }
  best <- Inf
  for (m in c(1e-3, 1, 10)) {
    o <- if (length(start) == 2) optimize(g, c(-25, 8), tol = 1e-12)$objective else
      optim(log(pmax(start[-k] * m, 1e-8)), g, control = list(reltol = 1e-14, maxit = 5000))$value
    best <- min(best, o)
  }
  best
}
ends <- function(f, k, est, fmin, from, to) uniroot(function(t) profile_at(f, k, exp(t), est) - fmin - qchisq(.95, 1), log(c(from, to)), tol = 1e-10)$root

library(jsonlite)
a1 <- fromJSON("a1-nested.json")$input
y <- 100 * a1$cases / a1$population; p <- sum(a1$cases) / sum(a1$population); v <- 1e4 * p * (1 - p) / a1$population
f1 <- function(s2) minus2ll(y, v, list(a1$ancestors[1, ], a1$ancestors[2, ]), s2)
o <- fit(f1, c(.6, 6, 5)); print(exp(o$par))
cat("A-1 wijk ", exp(ends(f1, 2, exp(o$par), o$value, 1e-3, exp(o$par[2]))), exp(ends(f1, 2, exp(o$par), o$value, exp(o$par[2]), 300)), "\n")
cat("A-1 buurt high ", exp(ends(f1, 1, exp(o$par), o$value, exp(o$par[1]), 100)), "\n")
cat("A-1 gemeente high ", exp(ends(f1, 3, exp(o$par), o$value, exp(o$par[3]), 1e5)), " var(rates) ", var(y), "\n")
cat("likelihood A-1 at .6 6 5 (percent^2): ", f1(c(.6, 6, 5)), " at 0 1 2: ", f1(c(0, 1, 2)), "\n")

a3 <- fromJSON("a3-konstantopoulos.json")$input
f3 <- function(s2) minus2ll(a3$values, a3$variances, list(a3$ancestors[1, ]), s2)
o <- fit(f3, c(.03, .06)); print(exp(o$par))
cat("A-3 school ", exp(ends(f3, 1, exp(o$par), o$value, 1e-3, exp(o$par[1]))), exp(ends(f3, 1, exp(o$par), o$value, exp(o$par[1]), 1)), "\n")
cat("A-3 district ", exp(ends(f3, 2, exp(o$par), o$value, 1e-3, exp(o$par[2]))), exp(ends(f3, 2, exp(o$par), o$value, exp(o$par[2]), 1)), "\n")
cat("likelihood A-3 at .03 .06: ", f3(c(.03, .06)), " at .1 0: ", f3(c(.1, 0)), "\n")
