# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Independent recomputation of the cases in this folder: R --vanilla -q -s -f check.R (base R only).
options(digits=15)
cA<-c(.5,.3,.2);rA<-c(.12,.06,.03);cB<-c(.2,.4,.4);rB<-c(.10,.05,.025)
print(c(sum(cA*rA),sum(cB*rB),sum((cA-cB)*(rA+rB)/2),sum((rA-rB)*(cA+cB)/2)))
y<-c(30,24,12,10);n<-c(300,300,300,200);S<-rbind(c(.6,.4),c(.5,.5),c(.2,.8),c(.2,.8));r<-c(.10,.02)
E0<-n*as.vector(S%*%r);f<-sum(y)/sum(E0);E<-f*E0;p<-sum(y)/sum(n);w<-n/sum(n);cc<-E/n-p;e<-(y-E)/n
V<-function(x)sum(w*x^2)-sum(w*x)^2;C<-sum(w*cc*e)-sum(w*cc)*sum(w*e);vb<-sum(w*p*(1-p)/n)
print(f);print(E);print(y/E);print(c(V(y/n),V(cc),V(e),C,(V(cc)+C)/V(y/n),vb))
print(qchisq(.025,2*y)/2/E);print(qchisq(.975,2*y+2)/2/E)
# D-3: dense REML with optim
y<-100*c(24/400,30/600,27/300,40/400,66/600,36/900,12/400,10/500,56/700,18/300,15/500,20/800)
n<-c(400,600,300,400,600,900,400,500,700,300,500,800);pb<-354/6400;v<-1e4*pb*(1-pb)/n
W<-c(1,1,1,2,2,3,3,3,4,4,5,5);G<-c(rep(1,5),rep(2,7));ZW<-outer(W,W,"==")*1;ZG<-outer(G,G,"==")*1
m2l<-function(th,X){s<-exp(th);Vm<-diag(v+s[1])+s[2]*ZW+s[3]*ZG;Vi<-solve(Vm);A<-t(X)%*%Vi%*%X;b<-solve(A,t(X)%*%Vi%*%y);r<-y-X%*%b;as.numeric(determinant(Vm)$modulus+determinant(A)$modulus+t(r)%*%Vi%*%r)}
fit<-function(X){best<-NULL;for(s in list(c(0,0,0),c(1,1,1),c(-2,2,2))){o<-optim(s,m2l,X=X,method="BFGS",control=list(reltol=1e-15,maxit=1000));o<-optim(o$par,m2l,X=X,method="Nelder-Mead",control=list(reltol=1e-16,maxit=5000));o<-optim(o$par,m2l,X=X,method="BFGS",control=list(reltol=1e-16,maxit=1000));if(is.null(best)||o$value<best$value)best<-o}
s<-exp(best$par);Vm<-diag(v+s[1])+s[2]*ZW+s[3]*ZG;Vi<-solve(Vm);A<-solve(t(X)%*%Vi%*%X);b<-A%*%t(X)%*%Vi%*%y;print(c(s,best$value));print(as.vector(b));print(sqrt(diag(A)));s}
s0<-fit(matrix(1,12,1));x<-c(30,20,28,35,30,28,24,22,26,38,20,25);s1<-fit(cbind(1,x));print(c(1-s1/s0,1-sum(s1)/sum(s0)))
x<-c(30,25,38,42,40,22,20,15,35,30,18,21);s1<-fit(cbind(1,x));print(c(1-s1/s0,1-sum(s1)/sum(s0)))
