package org.eportfolio.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Puts a credential into a picture, and takes it out again (Open Badges 3.0, 5.3): a PNG carries it in an {@code iTXt} chunk, an SVG
 * in an element. The picture itself is not changed. A credential that it carried before is replaced. A badge of Open Badges 2.0 has
 * places of its own: it is taken out of a picture that has no newer one, and stays where it is when another is put in.
 */
public final class Baking {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final String KEYWORD = "openbadgecredential";
    /** Under which other programs put records of badges (CLR 2.0). */
    private static final String KEYWORD_OF_RECORDS = "clrcredential";
    /** Of Open Badges 2.0; before 1.1 it held only the address of the badge, as {@code tEXt}. */
    private static final String KEYWORD_OF_2 = "openbadges";

    private static final List<String> KEYWORDS = List.of(KEYWORD, KEYWORD_OF_RECORDS, KEYWORD_OF_2);
    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    /** Neither pattern backtracks, so that a hostile file takes no longer than its length. */
    private static final Pattern SVG_START = Pattern.compile("<svg(?=[\\s>/])(?:[^<>\"']++|\"[^<\"]*+\"|'[^<']*+')*+>");

    private static final Pattern VERIFY = Pattern.compile("\\bverify\\s*+=\\s*+[\"']([^\"']++)[\"']");
    private static final Pattern ADDRESS = Pattern.compile("https?:[^\\s<>\"{}|\\\\^`]+", Pattern.CASE_INSENSITIVE);
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

    /**
     * What a picture carries.
     *
     * @param of2 whether it stands where Open Badges 2.0 has it
     */
    record Baked(String text, boolean of2) {
        /** Whether it is only where the badge stands. */
        boolean isAddress() {
            return of2 && ADDRESS.matcher(text.strip()).matches();
        }
    }

    /**
     * The credential of a picture, or its badge of Open Badges 2.0 as it stands there: JSON, a JWS, or only the address at which the
     * badge is published. Empty for a picture without, and for what is no picture of the two kinds.
     */
    public static Optional<String> unbake(byte[] picture) {
        return find(picture).map(Baked::text);
    }

    static Optional<Baked> find(byte[] picture) {
        if (picture.length > LARGEST) return Optional.empty();
        if (isPng(picture)) return fromPng(picture);
        if (!isSvg(picture)) return Optional.empty();
        // A byte a character: a large drawing is not held twice as large, and what is looked for is in ASCII.
        String svg = new String(picture, StandardCharsets.ISO_8859_1);
        return fromSvg(svg, SvgCredential.CREDENTIAL)
                .or(() -> fromSvg(svg, SvgCredential.ASSERTION))
                .map(each -> new Baked(
                        new String(each.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                        each.of2()));
    }

    /** Whether the first bytes of a file are of a picture that carries one, as far as they show it. */
    static boolean isBaked(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (isPng(start)) return KEYWORDS.stream().anyMatch(each -> text.contains(each + "\0"));
        return text.contains("<" + SvgCredential.CREDENTIAL) || text.contains("<" + SvgCredential.ASSERTION);
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
            String keyword = keyword(png, type, from, length);
            boolean replaced = keyword != null && !keyword.equals(KEYWORD_OF_2);
            if (!replaced) out.write(png, from - 8, length + 12);
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

    /** Under which of the keywords a chunk carries a credential; {@code null} for another chunk. */
    private static @Nullable String keyword(byte[] png, String type, int from, int length) {
        for (String each : KEYWORDS) {
            byte[] start = (each + "\0").getBytes(StandardCharsets.ISO_8859_1);
            boolean named =
                    length > start.length && Arrays.equals(png, from, from + start.length, start, 0, start.length);
            if (named && (type.equals("iTXt") || (type.equals("tEXt") && each.equals(KEYWORD_OF_2)))) return each;
        }
        return null;
    }

    private static Optional<Baked> fromPng(byte[] png) {
        Map<String, Chunk> found = new HashMap<>();
        walk(png, (type, from, length) -> {
            String keyword = keyword(png, type, from, length);
            if (keyword != null)
                found.putIfAbsent(keyword, new Chunk(type, from + keyword.length() + 1, from + length));
            return !found.containsKey(KEYWORD) && !type.equals("IEND");
        });
        for (String each : KEYWORDS) {
            Chunk chunk = found.get(each);
            if (chunk != null) return Optional.of(new Baked(text(png, chunk), each.equals(KEYWORD_OF_2)));
        }
        return Optional.empty();
    }

    /** Where a chunk has what follows its keyword. */
    private record Chunk(String type, int from, int to) {}

    /** A {@code tEXt} has only its text; an {@code iTXt} has two flags and two texts that are passed over. A packed one is not allowed here. */
    private static String text(byte[] png, Chunk chunk) {
        int at = chunk.from();
        int to = chunk.to();
        if (chunk.type().equals("tEXt")) return new String(png, at, to - at, StandardCharsets.ISO_8859_1);
        CredentialMessages.unless(at + 2 < to && png[at] == 0, "picture", "credential.packed");
        at += 2;
        for (int i = 0; i < 2; i++) {
            while (at < to && png[at] != 0) at++;
            at++;
        }
        CredentialMessages.unless(at < to, "picture", "credential.picture");
        return new String(png, at, to - at, StandardCharsets.UTF_8);
    }

    private static String intoSvg(String svg, String credential) {
        String bare = SvgCredential.remove(svg);
        Matcher start = SVG_START.matcher(bare);
        CredentialMessages.unless(start.find(), "picture", "credential.picture");
        String tag = start.group();
        boolean empty = tag.endsWith("/>");
        String open = tag.substring(0, tag.length() - (empty ? 2 : 1)).stripTrailing();
        // On the element itself: the picture may use the prefix for Open Badges 2.0.
        String name = SvgCredential.CREDENTIAL + " xmlns:openbadges=\"" + NAMESPACE + "\"";
        String element = Jws.looksLike(credential.strip())
                ? "<" + name + " verify=\"" + credential.strip() + "\"/>"
                : "<" + name + "><![CDATA[" + credential.replace("]]>", "]]\\u003e") + "]]></"
                        + SvgCredential.CREDENTIAL + ">";
        return bare.substring(0, start.start())
                + open
                + ">"
                + element
                + (empty ? "</svg>" : "")
                + bare.substring(start.end());
    }

    /** A token stands as {@code verify}; JSON stands inside, where Open Badges 2.0 has the address as {@code verify}. */
    private static Optional<Baked> fromSvg(String svg, String name) {
        SvgCredential found = SvgCredential.find(svg, name, 0);
        if (found == null) return Optional.empty();
        Matcher attribute = VERIFY.matcher(found.attributes());
        String verify = attribute.find() ? unescaped(attribute.group(1)).strip() : "";
        String inside = Jws.looksLike(verify) ? "" : content(found.content().strip());
        String text = inside.isEmpty() ? verify : inside;
        return text.isEmpty() ? Optional.empty() : Optional.of(new Baked(text, name.equals(SvgCredential.ASSERTION)));
    }

    private static String content(String inside) {
        boolean plain = inside.startsWith("<![CDATA[") && inside.endsWith("]]>");
        return plain ? inside.substring(9, inside.length() - 3) : unescaped(inside);
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
