/** One address for all services, as the ingress is in Kubernetes. */
package io.sirenorder.local.door;
