/** The V1 API as {@code api.iamport.kr} speaks it. */
package io.sirenorder.simulator.v1;
