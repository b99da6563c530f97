# SPDX-FileCopyrightText: 2026 Schakel contributors
# SPDX-License-Identifier: EUPL-1.2
# Independent recomputation of the cases in this folder: R --vanilla -q -s -f check.R (base R only).
options(digits=15)
n<-rep(100,6);y<-c(8,10,20,22,6,5);p<-sum(y)/sum(n);tot<-sum(n*(y/n-p)^2)
eta<-function(cuts){z<-findInterval(1:6,cuts+.5);nn<-tapply(n,z,sum);yy<-tapply(y,z,sum);sum(nn*(yy/nn-p)^2)/tot}
psd<-function(x)sqrt(mean((x-mean(x))^2))
for(k in 1:2){C<-combn(5,k);e<-apply(C,2,eta);print(rbind(C,round(e,6)));print(c(mean(e),psd(e),min(e),max(e)));assign(paste0("e",k),e)}
print(c(eta(3),(1+sum(e1>=eta(3)-1e-12))/6));print(c(eta(c(2,4)),(1+sum(e2>=eta(c(2,4))-1e-12))/11))
m<-c(mean(e1),mean(e2));B<-mean((m-mean(m))^2);W<-mean(c(psd(e1)^2,psd(e2)^2));print(c(B,W,B/(B+W)))
