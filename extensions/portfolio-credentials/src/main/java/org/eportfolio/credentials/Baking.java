package org.eportfolio.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Puts a credential into a picture, and takes it out again (Open Badges 3.0, 5.3): a PNG carries it in an {@code iTXt} chunk, an SVG
 * in an element. The picture itself is not changed. What a PNG or an SVG carried before is replaced.
 */
public final class Baking {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    static final String KEYWORD = "openbadgecredential";
    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    /** Neither pattern backtracks, so that a hostile file takes no longer than its length. */
    private static final Pattern SVG_START = Pattern.compile("<svg(?=[\\s>/])(?:[^<>\"']++|\"[^<\"]*+\"|'[^<']*+')*+>");

    private static final Pattern VERIFY = Pattern.compile("\\bverify\\s*+=\\s*+[\"']([^\"']++)[\"']");
    private static final int LARGEST = 32 << 20;

    private Baking() {}

    /**
     * The picture with the credential in it.
     *
     * @param picture a PNG, or an SVG in UTF-8
     * @param credential JSON or a JWT; whether it holds is not asked
     * @throws org.eportfolio.InvalidInputException if one of them is not of this kind
     */
    public static byte[] bake(byte[] picture, String credential) {
        CredentialMessages.unless(isCredential(credential.strip()), "credential", "verify.unreadable");
        if (isPng(picture)) return intoPng(picture, credential);
        CredentialMessages.unless(isSvg(picture), "picture", "credential.picture");
        return intoSvg(new String(picture, StandardCharsets.UTF_8), credential).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isCredential(String text) {
        if (Jws.looksLike(text)) return Jws.parse(text).isPresent();
        return new CredentialReading(UntrustedJson.object(text.getBytes(StandardCharsets.UTF_8))).isCredential();
    }

    /** The credential of a picture; empty for one without, and for what is no picture of the two kinds. */
    public static Optional<String> unbake(byte[] picture) {
        if (picture.length > LARGEST) return Optional.empty();
        if (isPng(picture)) return fromPng(picture);
        if (!isSvg(picture)) return Optional.empty();
        // A byte a character: a large drawing is not held twice as large, and what is looked for is in ASCII.
        return fromSvg(new String(picture, StandardCharsets.ISO_8859_1))
                .map(each -> new String(each.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    static boolean isPng(byte[] picture) {
        return picture.length > PNG.length && Arrays.equals(picture, 0, PNG.length, PNG, 0, PNG.length);
    }

    static boolean isSvg(byte[] picture) {
        int start = Math.min(picture.length, 64 * 1024);
        return SVG_START
                .matcher(new String(picture, 0, start, StandardCharsets.UTF_8))
                .find();
    }

    private interface Chunks {
        /** @return whether to go on */
        boolean chunk(String type, int from, int length);
    }

    /** Walks over the chunks of a PNG (ISO/IEC 15948, 5.3); a broken one ends the walk. */
    private static void walk(byte[] png, Chunks each) {
        int at = PNG.length;
        while (at + 12 <= png.length) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            if (length < 0 || length > png.length - at - 12)
                throw CredentialMessages.because("picture", "credential.picture");
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (!each.chunk(type, at + 8, length)) return;
            at += 12 + length;
        }
    }

    private static byte[] intoPng(byte[] png, String credential) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PNG);
        byte[] text = (KEYWORD + "\0\0\0\0\0" + credential).getBytes(StandardCharsets.UTF_8);
        int[] header = {0};
        walk(png, (type, from, length) -> {
            boolean ours = type.equals("iTXt") && isOurs(png, from, length);
            if (!ours) out.write(png, from - 8, length + 12);
            if (type.equals("IHDR") && header[0]++ == 0) out.writeBytes(chunk("iTXt", text));
            return !type.equals("IEND");
        });
        CredentialMessages.unless(header[0] == 1, "picture", "credential.picture");
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    private static boolean isOurs(byte[] png, int from, int length) {
        byte[] keyword = (KEYWORD + "\0").getBytes(StandardCharsets.ISO_8859_1);
        return length > keyword.length && Arrays.equals(png, from, from + keyword.length, keyword, 0, keyword.length);
    }

    private static Optional<String> fromPng(byte[] png) {
        List<String> found = new ArrayList<>();
        walk(png, (type, from, length) -> {
            if (type.equals("iTXt") && isOurs(png, from, length)) found.add(text(png, from, length));
            return found.isEmpty() && !type.equals("IEND");
        });
        return found.stream().findFirst();
    }

    /** Keyword, two flags, two texts that are passed over, and the credential; a packed one is not allowed here. */
    private static String text(byte[] png, int from, int length) {
        int at = from + KEYWORD.length() + 1;
        CredentialMessages.unless(at + 2 < from + length && png[at] == 0, "picture", "credential.packed");
        at += 2;
        for (int i = 0; i < 2; i++) {
            while (at < from + length && png[at] != 0) at++;
            at++;
        }
        CredentialMessages.unless(at < from + length, "picture", "credential.picture");
        return new String(png, at, from + length - at, StandardCharsets.UTF_8);
    }

    private static String intoSvg(String svg, String credential) {
        String bare = SvgCredential.remove(svg);
        Matcher start = SVG_START.matcher(bare);
        CredentialMessages.unless(start.find(), "picture", "credential.picture");
        String tag = start.group();
        boolean empty = tag.endsWith("/>");
        String open = tag.substring(0, tag.length() - (empty ? 2 : 1)).stripTrailing();
        if (!open.contains("xmlns:openbadges")) open += " xmlns:openbadges=\"" + NAMESPACE + "\"";
        String element = Jws.looksLike(credential.strip())
                ? "<openbadges:credential verify=\"" + credential.strip() + "\"/>"
                : "<openbadges:credential><![CDATA[" + credential.replace("]]>", "]]\\u003e")
                        + "]]></openbadges:credential>";
        return bare.substring(0, start.start())
                + open
                + ">"
                + element
                + (empty ? "</svg>" : "")
                + bare.substring(start.end());
    }

    private static Optional<String> fromSvg(String svg) {
        SvgCredential found = SvgCredential.find(svg, 0);
        if (found == null) return Optional.empty();
        Matcher verify = VERIFY.matcher(found.attributes());
        if (verify.find()) return Optional.of(verify.group(1));
        String inside = found.content().strip();
        if (inside.startsWith("<![CDATA[") && inside.endsWith("]]>")) {
            return Optional.of(inside.substring(9, inside.length() - 3));
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(unescaped(inside));
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
