/** Tests in place of a cluster: the manifests read strictly, the roles and users attacked on real servers. */
package io.sirenorder.kubernetes;
