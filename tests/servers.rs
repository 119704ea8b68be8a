//! Servers that a site can live on, each on this machine and for one test: OpenSSH's, and moto's
//! (<https://docs.getmoto.org>), which speaks S3 and checks who asks.
//!
//! Each is none where it is not installed: then this is said, and the test is to end.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::cli::binary;
use crate::validators::skipped;

/// How long a server may take to be there.
const PATIENCE: Duration = Duration::from_secs(30);

/// OpenSSH's programs, as Debian lays them.
const SSHD: &str = "/usr/sbin/sshd";
const SFTP: &str = "/usr/lib/openssh/sftp-server";

/// The hash of nothing: what a request without a body says of it.
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// A server of OpenSSH; it ends with this.
#[derive(Debug)]
pub struct Ssh {
    place: TempDir,
    port: u16,
    server: Child,
}

/// Storage that speaks S3; it ends with this.
#[derive(Debug)]
pub struct Storage {
    place: TempDir,
    port: u16,
    server: Child,
    /// The half of the access key that is no secret, and the secret.
    pub key: String,
    pub secret: String,
}

fn output(command: &mut Command) -> String {
    let output = command.output().expect("it starts");
    assert!(output.status.success(), "{command:?}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < PATIENCE, "nothing answers at {port}");
        thread::sleep(Duration::from_millis(20));
    }
}

impl Ssh {
    /// A server that lets in whoever has its key.
    pub fn started() -> Option<Self> {
        if ![SSHD, SFTP].iter().all(|program| Path::new(program).exists()) {
            skipped("OpenSSH's server is missing: run `tools/setup.sh servers`");
            return None;
        }
        let place = TempDir::new().unwrap();
        for name in ["host", "key"] {
            let key = place.path().join(name);
            output(
                Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(key),
            );
        }
        fs::create_dir(place.path().join("www")).unwrap();
        // For the case that it is the system's own account that runs it.
        let _ = fs::create_dir_all("/run/sshd");
        let port = free_port();
        let server = Self::start(place.path(), port);
        Some(Self { place, port, server })
    }

    fn start(place: &Path, port: u16) -> Child {
        let at = |name: &str| place.join(name).display().to_string();
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nAuthorizedKeysFile {}\n\
             PasswordAuthentication no\nStrictModes no\nUsePAM no\nPidFile none\n\
             Subsystem sftp {SFTP} -e -l INFO 2>>{}\n",
            at("host"),
            at("key.pub"),
            at("log"),
        );
        fs::write(place.join("config"), config).unwrap();
        fs::write(place.join("log"), "").unwrap();
        let mut command = Command::new(SSHD);
        command.args(["-D", "-e", "-f"]).arg(place.join("config"));
        let server =
            command.stdin(Stdio::null()).stderr(Stdio::null()).spawn().expect("sshd starts");
        wait_for(port);
        server
    }

    /// The folder that is on the server.
    pub fn folder(&self) -> PathBuf {
        self.place.path().join("www")
    }

    /// The file of the key that lets in.
    pub fn key(&self) -> PathBuf {
        self.place.path().join("key")
    }

    /// The server as a line of `known_hosts`.
    pub fn known_host(&self) -> String {
        let key = fs::read_to_string(self.place.path().join("host.pub")).unwrap();
        format!("[127.0.0.1]:{} {key}", self.port)
    }

    /// What the server shows of its key.
    pub fn fingerprint(&self) -> String {
        let key = self.place.path().join("host.pub");
        let shown = output(Command::new("ssh-keygen").arg("-lf").arg(key));
        shown.split(' ').nth(1).expect("a fingerprint").to_owned()
    }

    /// The folder's address, without the key.
    pub fn address(&self) -> String {
        self.address_of("", &self.folder())
    }

    /// The folder's address, with the key.
    pub fn known_address(&self) -> String {
        self.address_of(&format!(";fingerprint={}", self.fingerprint()), &self.folder())
    }

    /// A folder's address, with what stands between user and host.
    pub fn address_of(&self, key: &str, folder: &Path) -> String {
        let user = output(Command::new("id").arg("-un"));
        format!("sftp://{user}{key}@127.0.0.1:{}{}", self.port, folder.display())
    }

    /// What the server was asked to do, a line each; nothing is told of what was asked before.
    pub fn told(&self) -> String {
        let log = self.place.path().join("log");
        let told = fs::read_to_string(&log).unwrap();
        fs::File::options().write(true).open(&log).unwrap().set_len(0).unwrap();
        told
    }

    /// Cuts all connections off, as a lost line does; others can be made.
    pub fn cut_off(&self) {
        let listener = self.server.id().to_string();
        // Each connection is a process below the one that listens.
        let _ = Command::new("pkill").args(["-KILL", "-P", &listener]).status();
    }
}

impl Drop for Ssh {
    fn drop(&mut self) {
        self.cut_off();
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Storage {
    /// Storage with the bucket `site`, and a key for it. Whoever shows no key, or another, is sent
    /// away.
    pub fn started() -> Option<Self> {
        let program = binary::target().join("tools/moto/bin/moto_server");
        if !program.is_file() {
            skipped("moto is missing: run `tools/setup.sh servers`");
            return None;
        }
        let (place, port) = (TempDir::new().unwrap(), free_port());
        let log = fs::File::create(place.path().join("log")).unwrap();
        let mut command = Command::new(program);
        command.args(["-p", &port.to_string()]).stdin(Stdio::null());
        // The four requests that follow are let through as they are.
        command.env("INITIAL_NO_AUTH_ACTION_COUNT", "4");
        let server = command.stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap();
        wait_for(port);
        let policy = "{\"Version\":\"2012-10-17\",\"Statement\":\
                      [{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";
        ask(port, "s3", &["-X", "PUT"], "site");
        for (action, more) in
            [("CreateUser", String::new()), ("PutUserPolicy", format!("PolicyDocument={policy}"))]
        {
            let said = [&format!("Action={action}"), "UserName=desk", "PolicyName=all", &more];
            ask(port, "iam", &said.map(|one| ["--data-urlencode", one]).concat(), "");
        }
        let made = ["Action=CreateAccessKey", "UserName=desk"];
        let made = ask(port, "iam", &made.map(|one| ["--data-urlencode", one]).concat(), "");
        let between = |name: &str| {
            let from = made.split(&format!("<{name}>")).nth(1).expect("it is named");
            from.split('<').next().unwrap_or_default().to_owned()
        };
        let (key, secret) = (between("AccessKeyId"), between("SecretAccessKey"));
        Some(Self { place, port, server, key, secret })
    }

    /// The address of a folder in a bucket.
    pub fn address(&self, bucket: &str) -> String {
        format!("s3://{}@{bucket}/www?endpoint=http://127.0.0.1:{}", self.key, self.port)
    }
}

impl Storage {
    /// The media type and the bytes of a file of the bucket.
    pub fn read(&self, path: &str) -> (String, Vec<u8>) {
        let to = self.place.path().join("read");
        let mut command = Command::new("curl");
        command.args(["-sS", "--fail", "--aws-sigv4", "aws:amz:us-east-1:s3", "--user"]);
        command.arg(format!("{}:{}", self.key, self.secret));
        command.args(["-H", &format!("x-amz-content-sha256: {EMPTY}")]);
        command.args(["-w", "%{content_type}", "-o"]).arg(&to);
        let kind = output(command.arg(format!("http://127.0.0.1:{}/site/{path}", self.port)));
        (kind, fs::read(to).unwrap())
    }
}

/// Asks moto for something as somebody who need not say who they are.
fn ask(port: u16, service: &str, options: &[&str], path: &str) -> String {
    let who = format!(
        "Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/{service}/aws4_request, \
         SignedHeaders=host, Signature=x"
    );
    let mut command = Command::new("curl");
    command.args(["-sS", "--fail", "-H", &who]).args(options);
    command.arg(format!("http://127.0.0.1:{port}/{path}"));
    output(&mut command)
}

impl Drop for Storage {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
