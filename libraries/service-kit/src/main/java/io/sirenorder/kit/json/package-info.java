/** JSON: strict where clients speak to us, tolerant where neighbours do. */
package io.sirenorder.kit.json;
