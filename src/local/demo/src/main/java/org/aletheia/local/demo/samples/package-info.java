/** Small real files, made afresh for each run: a photograph with position and time, a document, a sound, texts. */
package org.aletheia.local.demo.samples;
