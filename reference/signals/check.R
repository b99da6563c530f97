# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Independent recomputation of the cases in this folder: R --vanilla -q -s -f check.R (base R only).
options(digits=15)
s<-c(4,6,5,7,3,5,6,4,8,15);t<-10;print(c(mean(s[3:9]),sd(s[3:9]),(s[t]-mean(s[3:9]))/sd(s[3:9]),mean(s[1:7]),sd(s[1:7]),(s[t]-mean(s[1:7]))/sd(s[1:7])))
s<-c(5,4,6,5,7,3,5,6,4,8,9,15);z<-sapply(10:12,function(t)(s[t]-mean(s[(t-9):(t-3)]))/sd(s[(t-9):(t-3)]));print(c(z,sum(pmax(0,z-1))))
ch<-function(a,b,m){N<-(a+1)*(b+1)/(m+1)-1;V<-(a+1)*(b+1)*(a-m)*(b-m)/((m+1)^2*(m+2));M<-a+b-m;f<-N-M;C<-exp(qnorm(.975)*sqrt(log(1+V/f^2)));print(c(N,sqrt(V),M+f/C,M+f*C))}
ch(60,40,15)
y<-c(60,15,30);n<-c(80,60,40);b<-sum(y)/sum(n);r<-y/n/b;s2<-sum(n*(y/n-b)^2)/sum(n);A<-max(0,s2-b/mean(n));th<-b+A/(A+b/n)*(y/n-b);print(r);print(th/b);print(c(A,b));E<-n*b;
yE<-y/E;b2<-sum(y)/sum(E);s2<-sum(E*(yE-b2)^2)/sum(E);A<-max(0,s2-b2/mean(E));print(b2+A/(A+b2/E)*(yE-b2));print(c(80,60,40)/c(1500,1200,1000)*1000)
llr<-function(c,z,w,C){mu<-z*w/C;c*log(c/mu)+(C-c)*log((C-c)/(C-mu))};print(c(llr(9,40,60,600),llr(14,35,90,700),llr(6,12,20,300)))
