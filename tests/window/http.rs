//! As much HTTP/1.1 as WebDriver on the same machine needs.

use std::io::{self, BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A script in the page may take half a minute; the driver gives up first.
const PATIENCE: Duration = Duration::from_secs(90);

/// Sends a request and answers the body of what comes back, whatever its status.
pub fn ask(port: u16, method: &str, path: &str, body: Option<&str>) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let body = body.unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all([head.as_bytes(), body.as_bytes()].concat().as_slice())?;
    let mut answer = BufReader::new(stream);
    let length = content_length(&mut answer)?;
    let mut content = vec![0; length];
    answer.read_exact(&mut content)?;
    String::from_utf8(content).map_err(|error| Error::new(ErrorKind::InvalidData, error))
}

/// Reads the head of an answer; the length that it promises.
fn content_length(answer: &mut impl BufRead) -> io::Result<usize> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if answer.read_line(&mut line)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let line = line.trim_end();
        if line.is_empty() {
            return length.ok_or_else(|| Error::new(ErrorKind::InvalidData, "no content length"));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}
