package io.sirenorder.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A throw-away authority that signs certificates for servers of tests, made by the JDK's keytool. */
public final class CertificateAuthority {
    private static final String PASSWORD = "throw-away";
    private static final String STORE = "authority.p12";

    private final Path directory;

    private CertificateAuthority(Path directory) {
        this.directory = directory;
    }

    /** A server's certificate and private key, PEM both; the key is readable by its owner only. */
    public record Issued(Path certificate, Path key) {}

    /** Makes an authority that is good for a day; its files lie in that directory. */
    public static CertificateAuthority in(Path directory) throws IOException {
        CertificateAuthority authority = new CertificateAuthority(Files.createDirectories(directory));
        authority.keytool(STORE, "-genkeypair", "-alias", "authority", "-dname", "CN=throw-away", "-ext", "bc:c");
        authority.keytool(
                STORE,
                "-exportcert",
                "-rfc",
                "-alias",
                "authority",
                "-file",
                authority.certificate().toString());
        return authority;
    }

    /** The authority's own certificate, which clients are to trust. */
    public Path certificate() {
        return directory.resolve("ca.crt");
    }

    /** Issues a certificate for a server of these DNS names. */
    public Issued issue(String... names) throws IOException {
        String store = names[0] + ".p12";
        Path request = directory.resolve(names[0] + ".csr");
        Path certificate = directory.resolve(names[0] + ".crt");
        String alternatives = Stream.of(names).map(name -> "dns:" + name).collect(Collectors.joining(",", "san=", ""));
        keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=" + names[0]);
        keytool(store, "-certreq", "-alias", "server", "-file", request.toString());
        keytool(
                STORE,
                "-gencert",
                "-rfc",
                "-alias",
                "authority",
                "-ext",
                alternatives,
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString());
        return new Issued(certificate, key(store, directory.resolve(names[0] + ".key")));
    }

    private Path key(String store, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream input = Files.newInputStream(directory.resolve(store))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(input, PASSWORD.toCharArray());
            byte[] key = keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of " + store + " can't be read", e);
        }
    }

    private void keytool(String store, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", directory.resolve(store).toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        if (command.contains("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "1"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
