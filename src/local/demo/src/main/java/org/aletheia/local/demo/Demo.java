package org.aletheia.local.demo;

public final class Demo {
    public static void main(String[] a) {}
}
