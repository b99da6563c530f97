# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Independent recomputation of the cases in this folder: R --vanilla -q -s -f check.R (base R only).
options(digits=15)
wdd<-function(t0,t1,c0,c1,d0=NA,d1=NA,e0=NA,e1=NA,w=c(1,1,1,1),tau=c(1,1),phi=1){
 q<-qnorm(.975); v<-function(b,a,w)phi*(b/(tau[1]*w)^2+a/(tau[2]*w)^2); ch<-function(b,a,w)a/(tau[2]*w)-b/(tau[1]*w)
 L<-ch(t0,t1,w[1])-ch(c0,c1,w[2]); VL<-v(t0,t1,w[1])+v(c0,c1,w[2])
 D<-0;VD<-0; if(!is.na(d0)){D<-ch(d0,d1,w[3])-ch(e0,e1,w[4]);VD<-v(d0,d1,w[3])+v(e0,e1,w[4])}
 W<-L+D;V<-VL+VD; m<-(q+qnorm(.8))
 print(c(local=L,seL=sqrt(VL),ring=D,seD=sqrt(VD),total=W,se=sqrt(V),z=W/sqrt(V),low=W-q*sqrt(V),high=W+q*sqrt(V),p=2*pnorm(-abs(W/sqrt(V))),mdeL=m*sqrt(VL),mdeD=m*sqrt(VD),mdeT=m*sqrt(V)))
 print(c(zL=L/sqrt(VL),pL=2*pnorm(-abs(L/sqrt(VL))),lowL=L-q*sqrt(VL),highL=L+q*sqrt(VL),lowD=D-q*sqrt(VD),highD=D+q*sqrt(VD)))
 g<-q^2*VL/L^2; r<--D/L; s<-q/abs(L)*sqrt(VD*(1-g)+r^2*VL); print(c(g=g,rho=r,lo=(r-s)/(1-g),hi=(r+s)/(1-g)))}
wdd(207,110,308,318,178,157,150,140); wdd(207,110,308,318,178,157,150,140,phi=2)
wdd(207,110,308,318,178,157,150,140,w=c(1.2,.9,1.5,1.6))
wdd(80,20,100,50,tau=c(2,1)); wdd(64,38,70,66,55,63,48,50)
R<-rbind(c(60,62,58,40,36),c(45,44,46,50,52),c(70,73,71,72,69));C<-c(200,210,205,208,202)
be<-t(apply(R,1,function(y)log(y/y[3])-log(C/C[3])));print(be)
se<-t(apply(R,1,function(y)sqrt(1/y+1/y[3]+1/C+1/C[3])));print(se)
# joint via delta method: J diag(1/Y) J'
Y<-c(t(R),C);J<-matrix(0,6,20);k<-0;for(r in 0:2)for(t in 1:2){k<-k+1;J[k,r*5+t]<-1;J[k,r*5+3]<--1;J[k,15+t]<--1;J[k,18]<-1}
b<-J%*%log(Y);V<-J%*%diag(1/Y)%*%t(J);x<-t(b)%*%solve(V)%*%b;print(c(x,pchisq(x,6,lower=F)))
for(r in 1:3){i<-(2*r-1):(2*r);x<-t(b[i])%*%solve(V[i,i])%*%b[i];print(c(x,pchisq(x,2,lower=F)))}
a<-c(100,80,60)*exp(-c(300,500,900)/400);print(12*a/sum(a))
y<-c(3,7,4,9,2,8, 10,14,9,22,11,6); f<-factor(rep(1:2,each=6)); print(summary(glm(y~f,family=quasipoisson,control=glm.control(epsilon=1e-15,maxit=200)))$dispersion)
rr<-function(t0,t1,c0,c1,phi=1){l<-log(t1/t0/(c1/c0));s<-sqrt(phi*(1/t0+1/t1+1/c0+1/c1));print(exp(l+c(0,-1,1)*qnorm(.975)*s))}
rr(207,110,308,318);rr(178,157,150,140);rr(207,110,308,318,2)
q5<-function(R,D,C){s<-R[2]/C[2]-R[1]/C[1];b<-D[2]/C[2]-D[1]/C[1];print(c(s,b,b/s,R[1]*C[2]/C[1]-R[2]+D[1]*C[2]/C[1]-D[2]))}
q5(c(100,60),c(80,90),c(400,380));q5(c(207,110),c(178,157),c(308,318))
for(p in c(.025,.975,.5,1e-8))print(c(p,qchisq(p,1),qchisq(p,2),qchisq(p,30),qchisq(p,2000)))
print(c(pnorm(-8)*2,pnorm(-30)*2,pchisq(200,3,lower=F)))
