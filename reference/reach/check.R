# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Independent recomputation of the cases in this folder: R --vanilla -q -s -f check.R (base R only).
options(digits=15)
y<-c(24,30,27,40,66,36,12,10,56,18,15,20);n<-c(400,600,300,400,600,900,400,500,700,300,500,800)
w<-c(1,1,1,2,2,3,3,3,4,4,5,5);g<-c(rep(1,5),rep(2,7))
gini<-function(y,n){o<-order(y/n);y<-y[o];n<-n[o];Y<-c(0,cumsum(y));1-sum(n*(head(Y,-1)+tail(Y,-1)))/(sum(n)*sum(y))}
L<-function(y,n,x){o<-order(-y/n,-y);y<-y[o];n<-n[o];b<-x*sum(n);f<-pmin(1,pmax(0,(b-c(0,head(cumsum(n),-1)))/n));sum(f*y)/sum(y)}
for(k in list(1:12,w,g)){yy<-as.vector(rowsum(y,k));nn<-as.vector(rowsum(n,k));cat(format(c(gini(yy,nn),sapply(c(.1,.2,.3),function(x)L(yy,nn,x))),digits=15),"\n")}
cc<-c(rep(0,7),1,1,2);G<-gini(cc,rep(1,10));print(c(G,max(10/4,1)*(G-1)+1));cc<-c(5,1,1,1,2,0,0,3);print(gini(cc,rep(1,8)))
a<-c(9,2,6,3,8,2);b<-c(4,3,7,4,5,2);o<-order(-a);for(m in 2:3)print(c(sum(a[o[1:m]])/sum(a),sum(b[o[1:m]])/sum(b)))
