#!/usr/bin/env bash
# Java's ZipFile opens no entry of a ZIP that has one name which is not in UTF-8.
#
# One would guess that such a name comes garbled, or that the one entry cannot be opened: without bit 11 a name is in IBM437 by
# APPNOTE (D.1), Windows packs a folder in the code page of the machine, and a name that was cut by its bytes may end within a letter.
# What happens: new ZipFile(file) throws a ZipException ("bad entry name") and nothing of the file can be read, not even entries with
# plain names. ZipInputStream reads up to that entry and then throws an IllegalArgumentException or a ZipException. With a charset in
# which every byte is a letter (IBM437, IBM850, ISO-8859-1) all of it is read, and names with bit 11 still come in UTF-8; but names
# that are in UTF-8 without saying so come garbled.
# Since: OpenJDK 17.0 (as tried).
# Why we meet it: schools send the XML of SIECLE in a folder with accents, and Mahara cuts names of files at 245 bytes. Such a ZIP is
# read again as IBM850, and each name that is valid UTF-8 is taken as that.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >Example.java <<'JAVA'
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

class Example {
    public static void main(String[] arguments) throws Exception {
        Charset windows = Charset.forName("IBM850");
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream("windows.zip"), windows)) {
            zip.putNextEntry(new ZipEntry("plain.txt"));
            zip.putNextEntry(new ZipEntry("Rentrée 2026/élèves.xml"));
        }
        System.out.println("ZipFile, as it is by default:");
        try (ZipFile zip = new ZipFile("windows.zip")) {
            zip.stream().forEach(each -> System.out.println("  " + each));
        } catch (Exception e) {
            System.out.println("  " + e);
        }
        System.out.println("ZipInputStream:");
        try (ZipInputStream zip = new ZipInputStream(new FileInputStream("windows.zip"), StandardCharsets.UTF_8)) {
            for (ZipEntry each; (each = zip.getNextEntry()) != null; ) System.out.println("  " + each);
        } catch (Exception e) {
            System.out.println("  " + e);
        }
        System.out.println("ZipFile, IBM850:");
        try (ZipFile zip = new ZipFile("windows.zip", windows)) {
            zip.stream().forEach(each -> System.out.println("  " + each));
        }
    }
}
JAVA
java -version 2>&1 | head -1
java Example.java
