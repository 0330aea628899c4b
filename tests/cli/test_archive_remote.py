# SPDX-License-Identifier: GPL-3.0-or-later
"""Syncs over ssh and https, as they are: keys in an agent, cut connections, nobody to ask.

By hand, with a large archive: VARIORUM_CUTS=50 VARIORUM_VERSIONS=2000 test_archive_remote.py
"""

import http.server
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
import unittest

from support import PROGRAM, clean_environment
from test_archive_harm import ArchiveCase, TEXTS

SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
CUTS = int(os.environ.get("VARIORUM_CUTS", "6"))
VERSIONS = int(os.environ.get("VARIORUM_VERSIONS", "60"))
SENTENCE_SECONDS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Proxy:
    """Passes a connection on until so many bytes have gone through it."""

    def __init__(self, port):
        self.to, self.left = port, None
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.to))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.pass_on, args=(one, other), daemon=True).start()

    def pass_on(self, one, other):
        try:
            while data := one.recv(2048):
                if self.left is not None:
                    self.left -= len(data)
                    if self.left < 0:
                        break
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        one.close()


class RemoteCase(ArchiveCase):
    def setUp(self):
        super().setUp()
        self.remote = self.folder / "between.git"
        self.mine, self.other = self.archive, self.folder / "other.git"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
        self.env = {"ASAN_OPTIONS": "detect_leaks=0"}

    def sync(self, archive, address, **more):
        """Without a terminal, as cron would run it."""
        return subprocess.run([PROGRAM, "archive", "sync", address, "--archive", str(archive),
                               "--format=json"], env=clean_environment(**{**self.env, **more}),
                              stdin=subprocess.DEVNULL, capture_output=True, cwd=self.folder,
                              start_new_session=True, timeout=120, check=False)

    def sync_well(self, archive, address, **more):
        done = self.sync(archive, address, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def put(self, archive, text, variant="cnn"):
        self.archive = archive
        self.assertEqual(self.snapshot(text, variant).returncode, 0)

    def ids(self, archive):
        self.archive = archive
        done = self.ask("log", "Quay/cnn", "--format=json")
        return {version["id"] for version in json.loads(done.stdout)}

    def refs(self, archive):
        self.archive = archive
        lines = self.git("for-each-ref", "--format=%(refname) %(objectname)").stdout.splitlines()
        return {line for line in lines
                if line.startswith(("refs/heads", "refs/sources", "refs/seen", "refs/tags"))}

    def assert_equal_ends(self):
        refs = self.refs(self.mine)
        for archive in (self.mine, self.other, self.remote):
            self.assertEqual(self.refs(archive), refs)
            self.assert_whole()

    def assert_sentence(self, archive, address, words, **more):
        begun = time.monotonic()
        done = self.sync(archive, address, **more)
        self.assertLess(time.monotonic() - begun, SENTENCE_SECONDS)
        self.archive = archive
        self.assert_trouble(done, words, address)
        self.assertEqual(done.stdout, b"")
        self.assert_whole()
        return done.stderr.decode()

    def add_both_ways(self, first, second):
        """Versions on both sides, joined, and no id is another for it."""
        self.put(self.mine, TEXTS[0])
        self.archive = self.mine
        self.ask("label", "Quay/cnn@1", "first")
        first(self.mine)
        second(self.other)
        self.put(self.mine, "Mine.\n")
        self.put(self.other, "Theirs.\n")
        self.put(self.other, "A variant of their own.\n", "bbc")
        before = self.ids(self.mine) | self.ids(self.other)
        first(self.mine)
        self.assertEqual(second(self.other)["joined"], 1)
        first(self.mine)
        self.assert_equal_ends()
        self.assertLessEqual(before, self.ids(self.mine))


@unittest.skipUnless(SSHD and shutil.which("ssh-agent") and shutil.which("ssh-keygen"), "needs sshd")
class Ssh(RemoteCase):
    def setUp(self):
        super().setUp()
        for name in ("host", "key", "stranger"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f",
                            self.folder / name], check=True)
        shutil.copy(self.folder / "key.pub", self.folder / "authorized")
        self.port = free_port()
        self.start_server()
        self.start_agent()
        self.write_client(self.port)

    def start_server(self):
        if os.geteuid() == 0:
            pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        config = self.write("sshd.conf", f"""
Port {self.port}
ListenAddress 127.0.0.1
HostKey {self.folder}/host
AuthorizedKeysFile {self.folder}/authorized
PidFile none
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
MaxStartups 100
""")
        server = subprocess.Popen([SSHD, "-D", "-e", "-f", config], stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.1)
        self.skipTest("sshd does not start here")

    def start_agent(self):
        agent = self.folder / "agent"
        process = subprocess.Popen(["ssh-agent", "-D", "-a", agent], stdout=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        while not agent.exists():
            time.sleep(0.05)
        self.env["SSH_AUTH_SOCK"] = str(agent)
        subprocess.run(["ssh-add", "-q", self.folder / "key"], check=True,
                       env=clean_environment(SSH_AUTH_SOCK=str(agent)))

    def write_client(self, *ports):
        host = (self.folder / "host.pub").read_text()
        self.write("known", "".join(f"[127.0.0.1]:{port} {host}" for port in ports))
        config = self.write("ssh.conf", f"UserKnownHostsFile {self.folder}/known\n"
                            "GlobalKnownHostsFile none\nIdentityFile none\n")
        self.env["GIT_SSH_COMMAND"] = f"ssh -F {config}"

    def address(self, port=None, path=None):
        return f"ssh://127.0.0.1:{port or self.port}{path or self.remote}"

    def test_both_ends_are_equal(self):
        self.add_both_ways(lambda archive: self.sync_well(archive, self.address()),
                           lambda archive: self.sync_well(archive, self.address()))

    def test_the_other_end_may_be_an_archive_itself(self):
        self.put(self.mine, TEXTS[0])
        self.put(self.other, TEXTS[1], "bbc")
        self.sync_well(self.mine, self.address(path=self.other))
        self.assertEqual(self.refs(self.mine), self.refs(self.other))
        self.archive = self.other
        self.assertEqual(self.ask("archive", "check").returncode, 0)
        self.assertEqual(self.ask("show", "Quay/cnn").stdout.decode(),
                         "The quay is shut.\nShips wait outside.\n")

    def test_nobody_is_there_to_ask(self):
        self.put(self.mine, TEXTS[0])
        self.write("known", "")
        self.assert_sentence(self.mine, self.address(), "Host key verification failed")
        self.write_client(self.port)
        self.assert_sentence(self.mine, self.address(), "Permission denied", SSH_AUTH_SOCK="")
        self.assert_sentence(self.mine, self.address(path="/no/such.git"), "/no/such.git")
        self.assert_sentence(self.mine, self.address(free_port()), "refused")

    def make_large(self, archive, variant, n):
        files = self.folder / f"files-{variant}"
        files.mkdir()
        day = 24 * 60 * 60
        for i in range(n):
            (files / f"{i}.txt").write_text("".join(
                f"Paragraph {k} as {variant} had it in its {i // (k + 1)}th version.\n\n"
                for k in range(30)))
            os.utime(files / f"{i}.txt", (day * i, day * i))
        self.archive = archive
        done = self.ask("archive", "import", files, "-s", "Big", "-v", variant)
        self.assertEqual(done.returncode, 0, done.stderr)

    def cut_by_bytes(self, archive, chance):
        self.proxy.left = int(10 ** chance.uniform(3, 6))
        done = self.sync(archive, self.address(self.proxy.port))
        self.proxy.left = None
        self.archive = archive
        if done.returncode != 0:
            self.assert_trouble(done, "nothing is lost, try again")
        return done.returncode != 0

    def cut_by_kill(self, archive, chance):
        process = subprocess.Popen([PROGRAM, "archive", "sync", self.address(), "--archive",
                                    str(archive)], env=clean_environment(**self.env),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.random() * 0.8)
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        return process.wait() != 0

    def test_cut_at_any_moment(self):
        self.proxy = Proxy(self.port)
        self.addCleanup(self.proxy.listener.close)
        self.write_client(self.port, self.proxy.port)
        chance = random.Random(int(os.environ.get("VARIORUM_SEED", "7")))
        n_cut = 0
        for archive, variant in ((self.mine, "mine"), (self.other, "theirs")):
            self.make_large(archive, variant, VERSIONS)
        for i in range(CUTS):
            archive = (self.mine, self.other)[i % 2]
            self.put(archive, f"Version {i} of {archive.name}.\n")
            n_cut += (self.cut_by_bytes if i % 4 < 2 else self.cut_by_kill)(archive, chance)
            self.assert_whole()
        before = self.ids(self.mine) | self.ids(self.other)
        for archive in (self.mine, self.other, self.mine):
            self.sync_in_the_end(archive)
        self.assert_equal_ends()
        self.assertLessEqual(before, self.ids(self.mine))
        print(f"\n{CUTS} cuts, {n_cut} before the end, {VERSIONS} versions on each side")

    def sync_in_the_end(self, archive):
        """The far end may still be at what it got before the cut."""
        for _ in range(20):
            done = self.sync(archive, self.address())
            if done.returncode == 0:
                return
            time.sleep(0.5)
        self.fail(done.stderr)


class Handler(http.server.CGIHTTPRequestHandler):
    have_fork = True
    password = None

    def log_message(self, *words):
        pass

    def is_cgi(self):
        path = self.path.partition("?")[0]
        self.cgi_info = "/", path.lstrip("/")
        return True

    def run_cgi(self):
        if self.password and self.headers.get("Authorization") is None:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="archive"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        body = self.read_body()
        env = dict(os.environ, GIT_PROJECT_ROOT=self.server.root, GIT_HTTP_EXPORT_ALL="1",
                   PATH_INFO=path, QUERY_STRING=query, REQUEST_METHOD=self.command,
                   CONTENT_TYPE=self.headers.get("Content-Type", ""),
                   CONTENT_LENGTH=str(len(body)), REMOTE_USER="tester",
                   HTTP_CONTENT_ENCODING=self.headers.get("Content-Encoding", ""),
                   GIT_PROTOCOL=self.headers.get("Git-Protocol", ""))
        done = subprocess.run(["git", "http-backend"], input=body, env=env, capture_output=True,
                              check=False)
        head, _, rest = done.stdout.partition(b"\r\n\r\n")
        lines = [line.partition(": ") for line in head.decode().split("\r\n")]
        status = [int(value.split()[0]) for name, _, value in lines if name == "Status"]
        self.send_response(status[0] if status else 200)
        for name, _, value in lines:
            if name != "Status":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)

    def read_body(self):
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    do_GET = do_POST = run_cgi


@unittest.skipUnless(shutil.which("openssl"), "needs openssl")
class Https(RemoteCase):
    def setUp(self):
        super().setUp()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                        "-keyout", self.folder / "tls.key", "-out", self.folder / "tls.pem"],
                       check=True, capture_output=True)
        subprocess.run(["git", "--git-dir", self.remote, "config", "http.receivepack", "true"],
                       check=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "tls.pem", self.folder / "tls.key")
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.root = str(self.folder)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.server.handle_error = lambda *words: None
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.address = f"https://localhost:{self.server.server_port}/{self.remote.name}"
        if "unable to find remote helper" in self.sync(self.mine, self.address).stderr.decode():
            self.skipTest("git cannot do https here")

    def test_a_certificate_that_nobody_vouches_for(self):
        self.put(self.mine, TEXTS[0])
        self.assert_sentence(self.mine, self.address, "certificate")
        self.assertEqual(self.refs(self.remote), set())

    def test_both_ends_are_equal(self):
        self.env["GIT_SSL_CAINFO"] = str(self.folder / "tls.pem")
        self.add_both_ways(lambda archive: self.sync_well(archive, self.address),
                           lambda archive: self.sync_well(archive, self.address))

    def test_a_password_is_not_waited_for_nor_kept(self):
        self.env["GIT_SSL_CAINFO"] = str(self.folder / "tls.pem")
        self.put(self.mine, TEXTS[0])
        Handler.password = "quay"
        self.addCleanup(setattr, Handler, "password", None)
        self.assert_sentence(self.mine, self.address, "could not read Username")
        self.env["HOME"] = str(self.folder)
        self.write(".gitconfig", "[credential]\n\thelper = store\n")
        answer = self.write("answer", "#!/bin/sh\necho quay\n")
        os.chmod(answer, 0o700)
        self.sync_well(self.mine, self.address, GIT_ASKPASS=answer)
        self.assertFalse((self.folder / ".git-credentials").exists())
        for path in self.mine.rglob("*"):
            if path.is_file() and path.suffix not in (".pack", ".idx"):
                self.assertNotIn(b"askpass", path.read_bytes().lower())


if __name__ == "__main__":
    unittest.main()
