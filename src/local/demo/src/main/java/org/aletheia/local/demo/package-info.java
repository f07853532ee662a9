/**
 * The main job of Aletheia as a newcomer sees it: a client of the public HTTP API, with real tokens, that then checks
 * by itself what the server claims. It shares no code with the server but the offline verifier.
 */
package org.aletheia.local.demo;
