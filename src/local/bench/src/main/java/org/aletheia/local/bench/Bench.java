package org.aletheia.local.bench;

public final class Bench {
    public static void main(String[] a) {}
}
