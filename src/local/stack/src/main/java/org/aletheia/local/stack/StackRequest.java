package org.aletheia.local.stack;

import org.aletheia.local.stack.data.DataFolder;

/**
 * Which stack is wanted.
 *
 * @param s3 null if the data folder shall decide
 * @param withServer whether the product's server belongs to it
 */
public record StackRequest(DataFolder data, Ports ports, S3Kind s3, boolean withServer) {}
