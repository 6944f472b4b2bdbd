/** One address for all services, as the ingress is in Kubernetes, and one for the instances of each. */
package io.sirenorder.local.proxy;
