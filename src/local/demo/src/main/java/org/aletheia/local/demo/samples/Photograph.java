package org.aletheia.local.demo.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A drawn "photograph" of a damaged building: a JPEG that carries its position and time in EXIF. */
public final class Photograph {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int START_OF_IMAGE_BYTES = 2;

    private Photograph() {}

    /** A JPEG taken at the given place and local time, {@code YYYY:MM:DD HH:MM:SS} as EXIF writes it. */
    public static SampleFile takenAt(double longitude, double latitude, String exifTime) throws IOException {
        byte[] plain = jpeg(draw());
        byte[] exif = new ExifSegment(longitude, latitude, exifTime).bytes();
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(plain, START_OF_IMAGE_BYTES));
        out.writeBytes(exif);
        out.write(plain, START_OF_IMAGE_BYTES, plain.length - START_OF_IMAGE_BYTES);
        return new SampleFile("IMG_20140305_143011.jpg", "image/jpeg", "zxx", out.toByteArray());
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static BufferedImage draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x9fb4c7), 0, HEIGHT, new Color(0xe8dcc8)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x8a7f72));
        pen.fillRect(140, 120, 360, 260);
        pen.setColor(new Color(0x3b3530));
        for (int floor = 0; floor < 3; floor++) {
            for (int window = 0; window < 5; window++) {
                pen.fillRect(165 + window * 68, 145 + floor * 75, 36, 44);
            }
        }
        pen.fillPolygon(new int[] {420, 500, 500, 460}, new int[] {120, 120, 250, 190}, 4);
        pen.dispose();
        return image;
    }
}
