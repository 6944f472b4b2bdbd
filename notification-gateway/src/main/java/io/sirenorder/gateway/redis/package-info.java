/** One pipelined line to Redis for everything but the subscription. */
package io.sirenorder.gateway.redis;
