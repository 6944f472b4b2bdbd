package io.sirenorder.kubernetes;

import io.sirenorder.embedded.CertificateAuthority;
import io.sirenorder.embedded.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An etcd and a kube-apiserver of their own on this machine, without controllers and nodes: what they take is checked and
 * stored, and nothing runs. Service accounts' tokens are signed by ES256. Stopped by {@link #close()}.
 */
final class ApiServer implements AutoCloseable {
    private static final int MOST_TRIES = 240;
    private final Path binaries;
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final String token = UUID.randomUUID().toString();
    private final int port = Ports.anyFree();

    private ApiServer(Path binaries, Path home) {
        this.binaries = binaries;
        this.home = home;
    }

    /** Starts the programs {@code etcd} and {@code kube-apiserver} of a directory; their files go into another. */
    static ApiServer of(Path binaries, Path home) throws IOException, InterruptedException {
        ApiServer server = new ApiServer(binaries, home);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "api-server-stop"));
        try {
            server.start();
            return server;
        } catch (IOException | InterruptedException | AssertionError e) {
            server.close();
            throw e;
        }
    }

    /** The kubectl beside the server's programs if there is one, with an administrator's token. */
    Kubectl kubectl() {
        Path own = binaries.resolve("kubectl");
        return new Kubectl(Files.exists(own) ? own.toString() : "kubectl", home.resolve("kubeconfig"));
    }

    /** Answers a request for the keys of service accounts as that media type. */
    HttpResponse<String> keys(String accepted) throws IOException, InterruptedException, GeneralSecurityException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/openid/v1/jwks"))
                .header("Accept", accepted)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newBuilder()
                .sslContext(trusted())
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }

    private SSLContext trusted() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream authority = Files.newInputStream(home.resolve("authority/ca.crt"))) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void start() throws IOException, InterruptedException {
        String store = "http://127.0.0.1:" + Ports.freeFrom(port + 1);
        String peers = "http://127.0.0.1:" + Ports.freeFrom(port + 500);
        launch(
                "etcd",
                "--data-dir=" + home.resolve("etcd"),
                "--listen-client-urls=" + store,
                "--advertise-client-urls=" + store,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers);
        CertificateAuthority authority = CertificateAuthority.in(home.resolve("authority"));
        CertificateAuthority.Issued own = authority.issue("localhost");
        CertificateAuthority.Issued tokens = authority.issue("service-accounts");
        launch(
                "kube-apiserver",
                "--etcd-servers=" + store,
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                "--endpoint-reconciler-type=none",
                "--service-cluster-ip-range=10.0.0.0/24",
                "--cert-dir=" + home,
                "--tls-cert-file=" + own.certificate(),
                "--tls-private-key-file=" + own.key(),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + tokens.certificate(),
                "--service-account-signing-key-file=" + tokens.key(),
                "--authorization-mode=RBAC",
                "--token-auth-file="
                        + Files.writeString(home.resolve("tokens.csv"), token + ",admin,admin,system:masters\n"));
        writeKubeconfig(authority.certificate());
        waitUntilReady();
    }

    private void launch(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.resolve(program).toString()));
        command.addAll(List.of(arguments));
        Path log = home.resolve(program + ".log");
        processes.add(new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    private void writeKubeconfig(Path authority) throws IOException {
        Files.writeString(home.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: test
                contexts: [{name: test, context: {cluster: test, user: admin}}]
                clusters: [{name: test, cluster: {server: "https://localhost:%d", certificate-authority: "%s"}}]
                users: [{name: admin, user: {token: "%s"}}]
                """.formatted(port, authority, token));
    }

    private void waitUntilReady() throws IOException, InterruptedException {
        Kubectl.Said last = new Kubectl.Said(false, "");
        for (int tries = 0; tries < MOST_TRIES && !last.succeeded(); tries++) {
            if (!processes.stream().allMatch(Process::isAlive)) {
                throw new IOException("etcd or kube-apiserver ended; their logs are in " + home);
            }
            TimeUnit.MILLISECONDS.sleep(500);
            last = kubectl().run("", "get", "--raw", "/readyz");
        }
        if (!last.succeeded()) {
            throw new IOException("kube-apiserver did not become ready: " + last.text() + "; its log is in " + home);
        }
    }

    /** Ends the server before its store, and waits for both. */
    @Override
    public void close() {
        for (int last = processes.size() - 1; last >= 0; last--) {
            Process process = processes.get(last);
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
