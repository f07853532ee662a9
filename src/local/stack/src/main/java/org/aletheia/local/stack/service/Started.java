package org.aletheia.local.stack.service;

import java.util.Map;

/**
 * A server that answers.
 *
 * @param pid its main process
 * @param properties what others need to reach it, in the product's own configuration names
 */
public record Started(long pid, Map<String, String> properties) {}
