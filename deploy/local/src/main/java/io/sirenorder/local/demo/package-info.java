/** Whole stories, played with real calls and real sockets and told as timelines. */
package io.sirenorder.local.demo;
