/** Tests of the pages in Chromium, against a scripted server in place of the services. */
package io.sirenorder.web.browser;
