# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Independent recomputation of the cases in this folder: R --vanilla -q -s -f check.R (base R only).
options(digits=15)
P<-rbind(c(1,1,1,0,0,0),c(0,1,1,0,0,0),c(0,1,1,1,0,0),c(0,0,1,1,1,0),c(1,1,1,1,0,0))
f<-function(w){m<-colSums(w*P)/sum(w);h<-ifelse(m>0,-m*log2(m),0)+ifelse(m<1,-(1-m)*log2(1-m),0);print(m);print(h);print(sapply(1:5,function(i)sum(w*(P[,i]&P[,i+1]))/sum(w*(P[,i]|P[,i+1]))));print(sum(w)^2/sum(w^2))}
f(rep(1,5));f(c(2,1,1,.5,.5))
j<-c();for(a in 1:4)for(b in (a+1):5)j<-c(j,sum(P[a,]&P[b,])/sum(P[a,]|P[b,]));print(mean(j))
N<-matrix(c(10,20,30,40),2);W<-matrix(1,2,2);for(i in 1:500){W<-W*(c(50,50)/rowSums(N*W));W<-t(t(W)*(c(40,60)/colSums(N*W)))};print(W);print(100^2/sum(N*W^2))
k<-function(h){w<-exp(-.5*((c(0,100,300,500)-h)/200)^2);sum(w*c(1,1,0,1))/sum(w)};print(c(k(0),k(400)))
