//! The pipes to a browser: messages in JSON, each ended by a null byte.

use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout, Command};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::window::started::Started;

/// How long the browser may be silent while something is expected of it.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub(super) struct Pipe {
    to: ChildStdin,
    from: Receiver<Value>,
    number: u64,
    _process: Started,
}

impl Pipe {
    pub(super) fn open(command: &mut Command) -> Self {
        let (process, to, stdout) = Started::talking(command);
        let (sender, from) = channel();
        thread::spawn(move || pass_on(stdout, &sender));
        Self { to, from, number: 0, _process: process }
    }

    /// Says something to a session, or to the browser where it has no name; the message's number.
    pub(super) fn say(&mut self, session: &str, method: &str, parameters: &Value) -> u64 {
        self.number += 1;
        let mut message = json!({ "id": self.number, "method": method, "params": parameters });
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.to.write_all(&bytes).expect("the browser hears");
        self.number
    }

    /// The next message of the browser.
    pub(super) fn hear(&self) -> Value {
        self.from.recv_timeout(PATIENCE).expect("the browser says something")
    }
}

fn pass_on(stdout: ChildStdout, to: &Sender<Value>) {
    let mut stdout = BufReader::new(stdout);
    let mut message = Vec::new();
    while stdout.read_until(0, &mut message).is_ok_and(|length| length > 0) {
        let Ok(said) = serde_json::from_slice(message.strip_suffix(&[0]).unwrap_or(&message))
        else {
            return;
        };
        if to.send(said).is_err() {
            return;
        }
        message.clear();
    }
}
